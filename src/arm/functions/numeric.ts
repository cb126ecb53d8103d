import { add, div, float, int, max, min, mod, mul, sub } from '../values/numbers.ts';
import { type ArmFunction, plain } from './define.ts';

const two = { takes: ['number', 'number'] } as const;
const many = { takes: ['any'], rest: true } as const;
const one = { takes: ['any'] } as const;
const isConversion = { isConversion: true };

/** Whole numbers of 64 bits. Source: "Numeric functions for ARM templates" (read 2026-11-22). */
export const numericFunctions: readonly ArmFunction[] = [
  plain('numeric', 'add', two, add),
  plain('numeric', 'sub', two, sub),
  plain('numeric', 'mul', two, mul),
  plain('numeric', 'div', two, div),
  plain('numeric', 'mod', two, mod),
  plain('numeric', 'int', one, int, isConversion),
  plain('numeric', 'float', one, float, isConversion),
  plain('numeric', 'max', many, max),
  plain('numeric', 'min', many, min),
];
