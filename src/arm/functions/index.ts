import { arrayFunctions } from './array.ts';
import { cidrFunctions } from './cidr.ts';
import { comparisonFunctions } from './comparison.ts';
import { dateFunctions } from './date.ts';
import type { ArmFunction } from './define.ts';
import { deploymentFunctions } from './deployment.ts';
import { lambdaFunctions } from './lambda.ts';
import { logicalFunctions } from './logical.ts';
import { numericFunctions } from './numeric.ts';
import { objectFunctions } from './object.ts';
import { listFunction, resourceFunctions } from './resource.ts';
import { scopeFunctions } from './scope.ts';
import { stringFunctions } from './string.ts';

/** Every documented function, by group. */
export const allFunctions: readonly ArmFunction[] = [
  ...arrayFunctions,
  ...cidrFunctions,
  ...comparisonFunctions,
  ...dateFunctions,
  ...deploymentFunctions,
  ...lambdaFunctions,
  ...logicalFunctions,
  ...numericFunctions,
  ...objectFunctions,
  ...resourceFunctions,
  ...scopeFunctions,
  ...stringFunctions,
];

const byName = new Map(allFunctions.map((one) => [one.name.toLowerCase(), one]));

/** The function of a name, in any case; undefined when there is none. */
export function findFunction(name: string): ArmFunction | undefined {
  const key = name.toLowerCase();
  return byName.get(key) ?? (/^list[a-z]*$/.test(key) ? listFunction : undefined);
}

/** Names of all functions as documented. */
export const functionNames: readonly string[] = allFunctions.map(({ name }) => name);
