import { defineRule } from '../engine/rule.ts';
import { claimingTypes, claimsOf, clashOf } from '../model/address-claims.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';

/** An address of a network: if something else of the run claims it before, or has it already, say so. */
export default defineRule({
  id: 'AZL6004',
  name: 'address-claimed-twice',
  title: 'Address of a network is claimed twice',
  severity: 'warning',
  // No page says so: it follows from what an address is.
  preset: 'strict',
  limitation: documented(
    'create-network-interfaces',
    'Network interface with static IP using logical network',
    'A network interface has an address of its network: the one that it asks for, or one that the network chooses.',
  ),
  remedy: 'Give each resource an address of its own, or leave the address out: the network then chooses one.',
  types: claimingTypes,

  *resource(resource, { estate }) {
    for (const claim of claimsOf(resource, estate)) {
      const other = clashOf(claim, estate);
      if (!other) continue;
      const owner = other.from === resource ? 'another configuration of it' : describe(other.from);
      const verb = other.from.origin === 'live' ? 'has it already' : 'claims it, too';
      yield {
        ...pointAt(claim.field, { at: other.field.at, message: `the address of ${owner}` }),
        message: `Address "${claim.field.string}" of ${describe(resource)} is not its own: ${owner} on the same network ${verb}. Choose another address, or leave it out.`,
        ...(other.from.condition === undefined ? {} : { confidence: 'possible' as const }),
      };
    }
  },
});
