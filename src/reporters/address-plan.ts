import pc from 'picocolors';
import type { AddressPlan, PlannedInterface, PlannedNetwork } from '../engine/address-plan.ts';
import { jsonText } from './json-text.ts';
import { counted } from './reporter.ts';
import { aligned, inert, visible } from './terminal.ts';

/** The address plan for people: a paragraph for each network, its addresses as a table. */
export function addressPlanText(
  { networks, elsewhere }: AddressPlan,
  { colors }: { readonly colors: boolean },
): string {
  const { bold, dim } = pc.createColors(colors);
  const paragraphs = networks.map((network) =>
    [
      `${bold(visible(network.name))}  ${facts(network).map(visible).join('  ')}`,
      `  ${dim(visible(network.environment === '' ? network.path : `${network.path} (${network.environment})`))}`,
      ...aligned([...pools(network), ...takers(network)]),
      ...usage(network),
    ].join('\n'),
  );
  if (elsewhere.length > 0) {
    const title = 'Network interfaces of networks that are not here, or only known during deployment';
    paragraphs.push([bold(title), ...aligned(elsewhere.map(interfaceRow))].join('\n'));
  }
  return paragraphs.length === 0 ? 'No network found.\n' : inert(`${paragraphs.join('\n\n')}\n`);
}

/** The address plan for programs: the plan itself. */
export const addressPlanJson = (plan: AddressPlan, version: string): string =>
  jsonText({ schemaVersion: '1', tool: { name: 'azlocal-lint', version }, ...plan });

const list = (values: readonly string[], none: string): string => (values.length === 0 ? none : values.join(', '));

function facts({ addressPrefixes, vlan, gateways, dnsServers, fabricNetwork, type }: PlannedNetwork): string[] {
  const own = [
    list(addressPrefixes, 'no prefix'),
    `gateway ${list(gateways, 'none')}`,
    `DNS ${list(dnsServers, 'none')}`,
  ];
  if (/\/subnets$/i.test(type)) return [...own.slice(0, 1), 'subnet'];
  return [...own.slice(0, 1), `VLAN ${vlan ?? 'none'}`, ...own.slice(1), `fabric ${fabricNetwork ?? 'none'}`];
}

const pools = ({ pools: all }: PlannedNetwork): string[][] =>
  all.map(({ name, start, end, type }) => ['pool', `${start}-${end}`, name ?? '', type ?? '']);

const takers = ({ interfaces, publicAddresses }: PlannedNetwork): string[][] => [
  ...interfaces.map(interfaceRow),
  ...publicAddresses.map(({ name, address }) => ['public', address ?? 'from the pool', name, '']),
];

const interfaceRow = ({ name, address, machine }: PlannedInterface): string[] => [
  'nic',
  address ?? 'from the pool',
  name,
  machine ?? '',
];

function usage({ addresses }: PlannedNetwork): string[] {
  if (addresses === null) return ['  how many addresses are free is only known during deployment'];
  const { total, used, free } = addresses;
  return [`  ${counted(total, 'address').replace('addresss', 'addresses')}, ${used} used, ${free} free`];
}
