import { defineRule } from '../engine/rule.ts';
import { accessControlListType, matchConditionsOf } from '../model/access-control-list.ts';
import { notOneOf, orList } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { certaintyOf } from '../model/isolation-domain.ts';

/** The interface knows SCTP and ports of both directions as well; the pages of multi-rack deployments do not. */
export default defineRule({
  id: 'AZL7606',
  name: 'match-port-condition-unknown',
  title: 'Port condition has a port type or a protocol that is not supported',
  severity: 'error',
  limitation: documented(
    'access-control-lists',
    'Parameter usage guidance',
    'A port is that of the source or of the destination, and its protocol is TCP or UDP.',
  ),
  remedy: 'Use SourcePort or DestinationPort, and TCP or UDP.',
  types: [accessControlListType],

  *resource(list, { estate }) {
    const { weight, note } = certaintyOf(estate);
    for (const condition of matchConditionsOf(list)) {
      for (const { name, is, allowed } of kinds) {
        const field = condition.get(`portCondition.${name}`);
        const written = notOneOf(field, allowed);
        if (written === undefined) continue;
        yield {
          ...pointAt(field),
          ...weight,
          message: `${is} "${written}" in ${describe(list)} is not supported. It must be ${orList(allowed)}. Write one of these.${note}`,
        };
      }
    }
  },
});

const kinds = [
  { name: 'portType', is: 'Port type', allowed: ['SourcePort', 'DestinationPort'] },
  { name: 'layer4Protocol', is: 'Layer 4 protocol', allowed: ['TCP', 'UDP'] },
] as const;
