import { dateTimeAdd, dateTimeFromEpoch, dateTimeToEpoch } from '../values/dates.ts';
import { type ArmFunction, define, plain } from './define.ts';

/** Source: "Date functions for ARM templates" (read 2026-11-22). */
export const dateFunctions: readonly ArmFunction[] = [
  plain('date', 'dateTimeAdd', { takes: ['text', 'text', 'text'], optional: 1 }, dateTimeAdd),
  plain('date', 'dateTimeFromEpoch', { takes: ['number'] }, dateTimeFromEpoch),
  plain('date', 'dateTimeToEpoch', { takes: ['text'] }, dateTimeToEpoch),
  define(
    'date',
    'utcNow',
    [0, 1],
    (call) => call.unknown('utcNow() is only known during deployment'),
    'during deployment',
  ),
];
