import type { Replacement, ReplacementPlan } from '../engine/replacement-plan.ts';
import type { Report } from '../engine/report.ts';
import type { Limitation } from '../engine/rule.ts';
import { code, plain, table } from './markdown-text.ts';
import { counted } from './reporter.ts';
import { visible } from './terminal.ts';

/*
 * The way out, as a page that people work through: what can't be changed in place, what stands on it, and the order in
 * which to replace it. Every step names the limitation behind it; a command stands only where a page shows it.
 */

type Source = Pick<Limitation, 'statement' | 'page' | 'heading' | 'readOn'>;

const pages = 'https://learn.microsoft.com/azure/azure-local/multi-rack/multi-rack-';

/** What the steps rest on beside the limitations of the rules. */
const sources = {
  interface: {
    statement: "The IP address of a network interface can't be changed: create a new interface and delete the old one.",
    page: `${pages}virtual-machine-operations`,
    heading: 'Unsupported VM operations',
    readOn: '2026-11-22',
  },
  clone: {
    statement: 'Cloning or copying a VM is not supported.',
    page: `${pages}virtual-machine-operations`,
    heading: 'Unsupported VM operations',
    readOn: '2026-11-22',
  },
  delete: {
    statement: 'Deleting a VM leaves the resources that belong to it, such as disks and network interfaces.',
    page: `${pages}manage-arc-virtual-machines`,
    heading: 'Delete a VM',
    readOn: '2026-11-22',
  },
} satisfies Record<string, Source>;

/** A replacement plan in Markdown. Pure; equal reports give equal texts. */
export function plan(report: Report): string {
  const { plan: what, failures } = report;
  const replaced = [...what.networks, ...what.interfaces, ...what.machines, ...what.others];
  const cited = new Citations(report);
  const blocks = ['# Replacement plan'];
  if (failures.length > 0)
    blocks.push(
      `**Incomplete:** ${counted(failures.length, 'problem')} kept something from being analysed. See the report.`,
    );
  if (replaced.length === 0) {
    blocks.push(
      what.isCompared
        ? 'Nothing has to be replaced: no change was found that needs a new resource.'
        : 'Nothing was compared. Give what was there before: `--base`, `--live` or `--what-if`.',
    );
    return `${blocks.join('\n\n')}\n`;
  }
  blocks.push(
    "What follows can't be changed in place. Keeping the old values needs none of these steps; otherwise replace the resources in this order.",
    ...section('What is to change', changesTable(replaced, cited)),
    ...section('What it affects', affected(what)),
    ...section('What is lost', lost(what, cited)),
    ...section('Steps', steps(what, cited)),
    ...section('Evidence', cited.list()),
  );
  return `${blocks.join('\n\n')}\n`;
}

const section = (title: string, blocks: readonly string[]): string[] =>
  blocks.length > 0 ? [`## ${title}`, ...blocks] : [];

function changesTable(replaced: readonly Replacement[], cited: Citations): string[] {
  const rows = replaced.flatMap((one) =>
    one.findings.map(({ ruleId, message, region }) => [
      `${one.kind} ${named(one)}`,
      cited.rule(ruleId),
      plain(message),
      code(`${region.path}:${region.start.line}`),
    ]),
  );
  return [table(['resource', 'rule', 'finding', 'where'], rows)];
}

function affected({ machines, interfaces, networks, open }: ReplacementPlan): string[] {
  const rows = machines.map((one) => [named(one), list(one.standsOn), list(one.disks)]);
  const isFound = machines.length > 0;
  const none =
    networks.length + interfaces.length > 0 && !isFound ? ['No deployed VM was found that stands on it.'] : [];
  return [
    ...(isFound ? [table(['virtual machine', 'because of its network interfaces', 'data disks'], rows)] : none),
    ...(interfaces.length > 0
      ? [
          table(
            ['network interface', 'on logical network'],
            interfaces.map((one) => [named(one), list(one.standsOn)]),
          ),
        ]
      : []),
    ...(open.length > 0
      ? [`Perhaps also, because only the deployment knows what they refer to: ${open.map(plain).join(', ')}.`]
      : []),
    'Only what the base, the live state and the what-if of this run tell is known here. Give the live state of the whole resource group (`--live`) before you rely on it.',
  ];
}

function lost({ machines, interfaces }: ReplacementPlan, cited: Citations): string[] {
  const left = machines.filter(({ movesTo }) => movesTo !== undefined).flatMap(({ disks }) => disks);
  const rows = [
    ...(left.length > 0
      ? [`- The data disks ${list(left)}: they can't go to another resource group either ${cited.rule('AZL5001')}.`]
      : []),
    ...(machines.length > 0
      ? [
          `- What is on the OS disks of ${list(machines.map(({ name }) => name))}: a VM can't be cloned or copied ${cited.source('clone')}.`,
        ]
      : []),
    ...(interfaces.length > 0
      ? [
          `- The network interfaces ${list(interfaces.map(({ name }) => name))} with their addresses ${cited.source('interface')}.`,
        ]
      : []),
  ];
  return rows.length > 0 ? [rows.join('\n')] : [];
}

function steps(what: ReplacementPlan, cited: Citations): string[] {
  const { networks, interfaces, machines, others } = what;
  const rulesOf = (one: Replacement) =>
    [...new Set(one.findings.map(({ ruleId }) => ruleId))].map((id) => cited.rule(id)).join(' ');
  const all = [
    ...networks.map(
      (one) =>
        `Create a new logical network with another name in place of ${named(one)}, with the new values. The old one stays until the end. ${rulesOf(one)}`,
    ),
    ...interfaces.map((one) =>
      one.standsOn.length > 0
        ? `Create a new network interface in place of ${named(one)}, on the new network in place of ${list(one.standsOn)}. ${cited.source('interface')}`
        : `Create a new network interface in place of ${named(one)}${inGroup(one)}. ${rulesOf(one)}`,
    ),
    ...others.map((one) => `Create a new ${one.kind} in place of ${named(one)}${inGroup(one)}. ${rulesOf(one)}`),
    ...machines.flatMap((one) => machineSteps(one, rulesOf(one), cited)),
    ...(machines.length > 0
      ? [
          `When the new VMs work, delete the old ones: ${list(machines.map(({ name }) => name))}. Their disks and network interfaces stay. ${cited.source('delete')}`,
        ]
      : []),
    ...(interfaces.length > 0
      ? [`Delete the old network interfaces: ${list(interfaces.map(({ name }) => name))}. ${cited.source('interface')}`]
      : []),
    ...(others.length > 0
      ? [`Delete the old resources: ${list(others.map(({ name }) => name))}. ${cited.rule('AZL5001')}`]
      : []),
    ...(networks.length > 0
      ? [
          `Last, when nothing stands on them, delete the old logical networks: ${list(networks.map(({ name }) => name))}. ${[...new Set(networks.flatMap(({ findings }) => findings.map(({ ruleId }) => cited.rule(ruleId))))].join(' ')}`,
        ]
      : []),
  ];
  return all.map((step, index) => `${index + 1}. ${step.trim()}`);
}

/** The new VM is made before the old one goes, so it needs a name of its own until then. */
function machineSteps(one: Replacement, because: string, cited: Citations): string[] {
  const isCarried = one.disks.length > 0 && one.movesTo === undefined;
  const { name: vm, resourceGroup } = one.shell;
  const detach = isCarried
    ? [
        `Stop ${named(one)} and detach its data disks ${list(one.disks)}. ${cited.rule('AZL4001')}${commands([
          `az stack-hci-vm stop --name ${vm} --resource-group ${resourceGroup}`,
          ...one.shell.disks.map(
            (disk) => `az stack-hci-vm disk detach --resource-group ${resourceGroup} --vm-name ${vm} --name ${disk}`,
          ),
        ])}`,
      ]
    : [];
  const replaced = one.standsOn.length > 0 ? ` (new ones in place of ${list(one.standsOn)})` : '';
  const kept =
    one.keeps.length > 0
      ? ` The old VM has ${list(one.keeps)} until it is deleted: give the new VM interfaces of its own.`
      : '';
  const rules = new Set([cited.rule('AZL3001'), cited.rule('AZL3002'), ...because.split(' ')]);
  const create =
    `Create a new VM in place of ${named(one)}${inGroup(one)}, with all its network interfaces${replaced} and guest ` +
    `management on: neither can be had later.${kept} ${[...rules].sort().join(' ').trim()}`;
  const attach = isCarried
    ? [
        `Stop the new VM, attach the data disks ${list(one.disks)} and start it. ${cited.rule('AZL4001')}${commands([
          `az stack-hci-vm stop --name <new VM> --resource-group ${resourceGroup}`,
          `az stack-hci-vm disk attach --resource-group ${resourceGroup} --vm-name <new VM> --disks ${one.shell.disks.join(' ')} --yes`,
          `az stack-hci-vm start --name <new VM> --resource-group ${resourceGroup}`,
        ])}`,
      ]
    : [];
  return [...detach, create, ...attach];
}

const inGroup = ({ movesTo }: Replacement): string =>
  movesTo === undefined ? '' : ` in resource group ${code(movesTo)}`;

/** Commands as a block that belongs to a step. */
const commands = (lines: readonly string[]): string =>
  `\n\n${['```sh', ...lines.map(visible), '```'].map((line) => `    ${line}`).join('\n')}\n`;

/** Rules and pages as they are cited, in the order of their first use. */
class Citations {
  readonly #report: Report;
  readonly #used = new Map<string, Source>();

  constructor(report: Report) {
    this.#report = report;
  }

  rule(id: string): string {
    const limitation = this.#report.rules.find((rule) => rule.id === id)?.limitation;
    if (limitation) this.#used.set(id, limitation);
    return `[${id}]`;
  }

  source(name: keyof typeof sources): string {
    const source = sources[name];
    this.#used.set(source.heading, source);
    return `[${source.heading}]`;
  }

  list(): string[] {
    const rows = [...this.#used].map(([name, { statement, page, heading, readOn }]) => [
      name,
      statement,
      `[${heading}](${page})`,
      readOn,
    ]);
    return [table(['', 'limitation', 'page', 'read on'], rows)];
  }
}

/** A resource by name, with its group when it is known. */
const named = ({ name, resourceGroup }: Replacement): string =>
  `${code(name)}${resourceGroup === undefined ? '' : ` (resource group ${code(resourceGroup)})`}`;

const list = (names: readonly string[]): string => names.map(code).join(', ');
