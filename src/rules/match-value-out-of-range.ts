import { defineRule } from '../engine/rule.ts';
import { accessControlListType, matchConditionsOf } from '../model/access-control-list.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';

/** A value is a number, or a range of two with a hyphen; names of protocols are left alone. */
export default defineRule({
  id: 'AZL7605',
  name: 'match-value-out-of-range',
  title: 'Match condition has a TTL, DSCP marking or protocol number that is out of range',
  severity: 'error',
  limitation: documented(
    'access-control-lists',
    'Parameter usage guidance',
    'A TTL is from 0 to 255, a DSCP marking from 0 to 63, the number of a protocol from 1 to 255.',
  ),
  remedy: 'Choose a value in the range.',
  types: [accessControlListType],

  *resource(list) {
    for (const condition of matchConditionsOf(list)) {
      for (const { path, is, minimum, maximum } of kinds) {
        for (const value of condition.all(path)) {
          const bounds = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(String(value.value ?? ''))?.slice(1) ?? [];
          const isOutside = (bound: string) => Number(bound) < minimum || Number(bound) > maximum;
          if (!bounds.some((bound) => bound !== undefined && isOutside(bound))) continue;
          yield {
            ...pointAt(value),
            message: `${is} "${value.value}" in ${describe(list)} is out of range. It must be from ${minimum} to ${maximum}. Choose a value in that range.`,
          };
        }
      }
    }
  },
});

const kinds = [
  { path: 'ttlValues[]', is: 'TTL', minimum: 0, maximum: 255 },
  { path: 'dscpMarkings[]', is: 'DSCP marking', minimum: 0, maximum: 63 },
  { path: 'protocolTypes[]', is: 'Protocol number', minimum: 1, maximum: 255 },
] as const;
