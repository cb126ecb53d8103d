import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { fabricReference, hasGateway } from '../model/fabric-network.ts';
import { logicalNetworkType } from '../model/logical-network.ts';

/** The fabric network of a logical network: if there is none, say so; without a gateway in its place nothing routes. */
export default defineRule({
  id: 'AZL1109',
  name: 'fabric-network-missing',
  title: 'Logical network names no fabric network',
  severity: 'warning',
  limitation: documented(
    'create-logical-networks',
    'Create a static logical network',
    'The ARM id of the Layer 3 internal network is among the required parameters of a logical network.',
  ),
  also: [
    documented(
      'create-logical-networks',
      'Create a static logical network',
      'A gateway is required when a logical network is not associated with a managed network fabric.',
    ),
  ],
  remedy: 'Set `fabricNetworkConfiguration.resourceId` to the ARM id of the internal network.',
  types: [logicalNetworkType],

  *resource(network) {
    const reference = fabricReference(network);
    // What is read back may leave it out.
    if (!isBlank(reference) || network.origin === 'live' || network.body.get('properties').isMissing) return;
    const set = 'Set fabricNetworkConfiguration.resourceId to the ARM id of the Layer 3 internal network';
    // The table says required; the text beside it speaks of networks without one, which then need a gateway.
    yield hasGateway(network) === false
      ? {
          ...pointAt(reference),
          message: `${describe(network)} names no fabric network and has no default gateway. One without fabric network must have a gateway. ${set}, or add a route to "0.0.0.0/0".`,
          severity: 'error',
        }
      : {
          ...pointAt(reference),
          message: `${describe(network)} names no fabric network, which is listed as required. ${set}.`,
        };
  },
});
