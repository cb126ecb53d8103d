import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { referenceId } from '../model/references.ts';
import { publicAddressType } from '../model/type-names.ts';

/** The logical network from which an address is taken: left out, or something else. */
export default defineRule({
  id: 'AZL7202',
  name: 'public-ip-without-logical-network',
  title: 'Public IP address names no logical network',
  severity: 'error',
  limitation: documented(
    'create-public-ip',
    'Create the public IP address',
    'A public IP address needs the ARM id of the logical network that it is allocated from.',
  ),
  remedy: 'Set ipAllocationScope to the ARM id of a logical network.',
  types: [publicAddressType],

  *resource(resource) {
    const scope = resource.body.get('properties.ipAllocationScope');
    if (scope.isMissing) {
      yield {
        ...pointAt(scope),
        message: `${describe(resource)} names no logical network to be allocated from. Set "ipAllocationScope" to the ARM id of one.`,
      };
    }
    // Of another namespace it is another mistake, or a pool of a kind that is not described.
    const [, type] =
      /^microsoft\.azurestackhci\/(?!logicalnetworks(?:\/|$))(.*)/.exec(referenceId(scope)?.type ?? '') ?? [];
    if (type === undefined) return;
    yield {
      ...pointAt(scope),
      message: `${describe(resource)} is to be allocated from a resource of type "${type}", but only logical networks give public IP addresses. Set "ipAllocationScope" to the ARM id of one.`,
    };
  },
});
