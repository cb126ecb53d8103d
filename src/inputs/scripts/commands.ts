import { Field } from '../../model/field.ts';
import type { Command, Option } from '../../model/operation.ts';
import type { Place } from '../../source/place.ts';
import { cmdlets, hyperV, parameterName } from './cmdlets.ts';
import type { Invocation } from './run.ts';
import { entryOf } from './table.ts';

/** A command before it has its place among others. */
export type Parsed = Omit<Command, 'sequence' | 'isDeclaration'>;

/** Words before a command that only say how it is run. */
const prefix = /^(?:sudo|time|exec|command|nohup|builtin|env|&)$/;

/** The Azure CLI by name or path: `az`, `az.cmd`, `/usr/bin/az`. */
const az = /^(?:.*[\\/])?az(?:\.cmd|\.exe|\.bat|\.ps1)?$/i;

const terraform = /^(?:.*[\\/])?(?:terraform|tofu)(?:\.exe)?$/i;

/** Group of the Azure CLI by which a list of words is known to be for it, whatever function it is passed to. */
const group = 'stack-hci-vm';

/** What an invocation does, when it is a command that this linter knows of. */
export function toCommand({ words, at }: Invocation): Parsed | undefined {
  let start = 0;
  while (prefix.test(words[start]?.string ?? '') || (start > 0 && /^\w+=/.test(words[start]?.string ?? ''))) start++;
  const [name, ...rest] = words.slice(start);
  const written = name?.string;
  if (written === undefined) return undefined;
  if (az.test(written)) return azLike('az', rest.flatMap(flat), at);
  if (terraform.test(written)) return azLike('terraform', rest, at);
  if (/^(cd|pushd|set-location|push-location|sl)$/i.test(written))
    return { kind: 'command', verb: 'cd', subject: written, options: new Map(), words: rest, at };
  const cmdlet = written.toLowerCase();
  const verb = entryOf(cmdlets, cmdlet) ?? (hyperV.test(written) ? 'hyper-v' : undefined);
  if (verb !== undefined) {
    return { kind: 'command', verb, subject: written, options: cmdletOptions(verb, rest), words: rest, at };
  }
  // A function of another file that takes the words of the Azure CLI.
  const list = rest.find((field) => field.items()[0]?.string === group);
  return list ? azLike('az', list.items().flatMap(flat), at) : undefined;
}

/** A list that the shell passes on as several arguments. */
const flat = (field: Field): readonly Field[] =>
  field.isList || (field.state === 'unknown' && field.items().length > 1) ? field.items() : [field];

/** `az stack-hci-vm disk attach --vm-name …`: the words up to the first option are what it does. */
function azLike(tool: string, words: readonly Field[], at: Place): Parsed | undefined {
  const verbs: string[] = [];
  // Terraform has options of its own before what it does.
  const from = tool === 'terraform' ? words.findIndex(({ string = '-' }) => !string.startsWith('-')) : 0;
  for (const { string } of words.slice(Math.max(0, from))) {
    if (string === undefined || !/^[A-Za-z][\w-]*$/.test(string)) break;
    verbs.push(string);
  }
  const verb = verbs.join(' ').toLowerCase();
  if (verb === '') return undefined;
  return {
    kind: 'command',
    verb: tool === 'az' ? verb : `${tool} ${verb}`,
    subject: `${tool} ${verb}`,
    options: optionsOf(words),
    words,
    at: placeOf(words[Math.max(0, from) + verbs.length - 1], at),
  };
}

/** Where a person would change a command: where it says what to do, when that is passed to it from elsewhere. */
function placeOf(verb: Field | undefined, at: Place): Place {
  if (verb === undefined || verb.at.file !== at.file) return at;
  const [own, whole] = [verb.at.span(), at.span()];
  return own.start >= whole.start && own.end <= whole.end ? at : verb.at;
}

/** Documentation has dashes where hyphens are meant; people copy them. */
const isOption = (text: string): boolean => /^(?:[-–—]{1,2}[A-Za-z])/.test(text);

/** Other spellings of options, of which one is enough. */
const short: Readonly<Record<string, string>> = {
  '-n': '--name',
  '-g': '--resource-group',
  '-l': '--location',
  '--url': '--uri',
  '-u': '--uri',
  '-b': '--body',
  '-m': '--method',
  '--id': '--ids',
  '--nsg': '--network-security-group',
  '--fabric-netcfg-id': '--fabric-network-configuration-id',
  '--fip-cfg-names': '--frontend-ip-config-names',
  '--fip-alloc': '--frontend-ip-allocation-methods',
  '--fip-pip-ids': '--frontend-ip-public-ip-ids',
  '--fip-priv-addrs': '--frontend-ip-private-addresses',
  '--bp-addrs': '--backend-pool-backend-addresses',
  '--bp-lnet-ids': '--backend-pool-logical-network-ids',
  '--bp-vnet-ids': '--backend-pool-virtual-network-ids',
  '--lbr-bp-names': '--lb-rule-backend-pool-names',
  '--lbr-fip-cfg-names': '--lb-rule-frontend-ip-config-names',
  '--lbr-load-dist': '--lb-rule-load-distributions',
  '--resource-name': '--name',
  '--l3domain': '--l3-isolation-domain-name',
  '--nf-id': '--network-fabric-id',
  '--nni-id': '--network-to-network-interconnect-id',
  '--redist-conn-subnets': '--redistribute-connected-subnets',
  '--redist-static-routes': '--redistribute-static-routes',
  '--aggr-route-config': '--aggregate-route-configuration',
  '--cs-route-policy': '--connected-subnet-route-policy',
  '--sr-route-policy': '--static-route-route-policy',
  '--static-route-config': '--static-route-configuration',
};

/** `--name value value` and `--name=value`. */
function optionsOf(words: readonly Field[]): Map<string, Option> {
  const options = new Map<string, Option>();
  let values: Field[] = [];
  for (const field of words) {
    const text = field.string ?? field.prefix;
    if (!isOption(text)) {
      values.push(field);
      continue;
    }
    const [, written = text] = /^([^=]*)(?:=|$)/.exec(text) ?? [];
    values = written.length < text.length ? [withoutPrefix(field, written.length + 1)] : [];
    const plain = written.replace(/^[-–—]+/, (dashes) => (written.length - dashes.length > 1 ? '--' : '-'));
    const name = entryOf(short, plain) ?? plain.toLowerCase();
    options.set(name, { name: written, at: field.at, values });
  }
  return options;
}

/** What stands behind the equals sign. */
function withoutPrefix(field: Field, length: number): Field {
  const [first, ...others] = field.parts ?? [];
  const rest = typeof first === 'string' ? first.slice(length) : '';
  return Field.text([rest, ...others], field.at, field.from).as(field);
}

/** `-Name value` and `-Name:value`; names are told apart from values by the hyphen. */
function cmdletOptions(verb: string, words: readonly Field[]): Map<string, Option> {
  const options = new Map<string, Option>();
  let values: Field[] = [];
  for (const field of words) {
    const [, name, behind] = /^-([A-Za-z]\w*)(?::(.*))?$/s.exec(field.string ?? field.prefix) ?? [];
    if (name === undefined) {
      values.push(...flat(field));
      continue;
    }
    values = behind === undefined || behind === '' ? [] : [withoutPrefix(field, name.length + 2)];
    options.set(parameterName(verb, name), { name: `-${name}`, at: field.at, values });
  }
  return options;
}
