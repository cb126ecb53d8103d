import { arrayFunctions } from './array.ts';
import type { ArmFunction } from './define.ts';
import { logicalFunctions } from './logical.ts';
import { resourceFunctions } from './resource.ts';
import { stringFunctions } from './string.ts';

export type { ArmFunction } from './define.ts';

/** The functions that are evaluated, by name in lower case. `parameters` and `variables` belong to the evaluator. */
export const functions: ReadonlyMap<string, ArmFunction> = new Map(
  [...stringFunctions, ...arrayFunctions, ...logicalFunctions, ...resourceFunctions].map((one) => [
    one.name.toLowerCase(),
    one,
  ]),
);
