import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { perEstate } from './per-estate.ts';
import type { Resource } from './resource.ts';

/** A routed network of the fabric, and the networks that are a part of it. */
export const isolationDomainType = 'Microsoft.ManagedNetworkFabric/l3IsolationDomains';

export const internalNetworkType = `${isolationDomainType}/internalNetworks`;

export const externalNetworkType = `${isolationDomainType}/externalNetworks`;

/** The properties of a network of an isolation domain that make its link: those of option A for an external network. */
const linkOf = ({ type, body }: Resource): Field =>
  body.get(/\/externalNetworks$/i.test(type) ? 'properties.optionAProperties' : 'properties');

/** The VLAN of an internal or external network. */
export const vlanOf = (network: Resource): Field => linkOf(network).get('vlanId');

/** The largest packet, in bytes, of an internal or external network. */
export const mtuOf = (network: Resource): Field => linkOf(network).get('mtu');

/** What a problem has that depends on something that can't be seen. */
export const perhaps = { severity: 'warning', confidence: 'possible' } as const;

/** What a problem has beside the rule's own severity, and what its message ends with. */
export interface Certainty {
  readonly weight: Partial<typeof perhaps>;
  readonly note: string;
}

/**
 * How sure it is that what the pages of multi-rack deployments say holds for a fabric. Azure Operator Nexus has the same
 * resources, and their interface takes more: where the pages of Nexus don't say the same, something of Azure Local has to
 * be in the run.
 */
export const certaintyOf = perEstate(({ resources, live, before, operations }: Estate): Certainty => {
  const isOfAzureLocal =
    [...resources, ...live, ...before].some(({ type }) => /^microsoft\.azurestackhci\//i.test(type)) ||
    operations.some((operation) => operation.kind === 'command' && /^stack-hci-vm\b/.test(operation.verb));
  if (isOfAzureLocal) return { weight: {}, note: '' };
  const note =
    ' That holds for multi-rack deployments of Azure Local; nothing here shows whether the fabric is that of one.';
  return { weight: perhaps, note };
});
