import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { fabricReference, isInternalNetwork } from '../model/fabric-network.ts';
import { logicalNetworkType } from '../model/logical-network.ts';
import { referenceId } from '../model/references.ts';

/** What a logical network names as its fabric network: if that is no internal network, say so. */
export default defineRule({
  id: 'AZL1110',
  name: 'fabric-network-of-wrong-type',
  title: 'Fabric network of a logical network is no Layer 3 internal network',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Create a static logical network',
    'A logical network refers to its fabric network by the ARM id of a Layer 3 internal network.',
  ),
  remedy: 'Name an internal network: `…/l3IsolationDomains/<domain>/internalNetworks/<network>`.',
  types: [logicalNetworkType],

  *resource(network) {
    const reference = fabricReference(network);
    if (isBlank(reference)) return;
    const id = referenceId(reference);
    // Of an unknown value nothing is known; of an unknown type neither.
    if (id ? isInternalNetwork(id) || id.type.includes('[') : reference.string === undefined) return;
    const is = id ? `the id of a "${id.type}"` : 'no ARM id';
    const written = reference.string === undefined ? '' : ` "${reference.string}"`;
    yield {
      ...pointAt(reference),
      message: `fabric network${written} of ${describe(network)} is ${is}. It must be the ARM id of a Layer 3 internal network. Use "/subscriptions/…/Microsoft.ManagedNetworkFabric/l3IsolationDomains/…/internalNetworks/…".`,
      // The API has Layer 2 domains, too; the documentation does not.
      ...(/\/l2isolationdomains$/.test(id?.type ?? '') ? { severity: 'warning' as const } : {}),
    };
  },
});
