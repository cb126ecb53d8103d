import { readFile } from 'node:fs/promises';
import { ruleNamed, unknownRule, unknownWord } from '../config/unknown.ts';
import { ownRules } from '../engine/own-rules.ts';
import type { Rule } from '../engine/rule.ts';
import { examples } from '../generated/examples.ts';
import { rules as builtInRules } from '../rules/index.ts';
import { packageFile } from './main.ts';
import { loadRules } from './user-rules.ts';
import { exitCodes, UsageError, type World } from './world.ts';

const builtIn = [...builtInRules, ...ownRules];

/** Options of the program that these commands heed. */
export interface RuleArguments {
  readonly format?: readonly string[];
  readonly rules?: readonly string[];
}

async function allRules({ rules = [] }: RuleArguments, { cwd }: World): Promise<Rule[]> {
  return [...builtIn, ...(await loadRules(rules, builtIn, cwd))].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** `azlocal-lint rules`. @throws UsageError for an unknown format */
export async function listRules(options: RuleArguments, world: World): Promise<number> {
  const format = options.format?.at(-1) ?? 'text';
  if (!['text', 'json'].includes(format)) throw new UsageError(unknownWord('format', format, ['text', 'json']));
  const rules = await allRules(options, world);
  if (format === 'json') {
    const list = rules.map(({ id, name, title, severity, limitation, remedy }) => ({
      id,
      name,
      title,
      severity,
      limitation,
      remedy,
    }));
    world.stdout(`${JSON.stringify(list, null, 2)}\n`);
  } else {
    const width = Math.max(...rules.map(({ name }) => name.length));
    const rows = rules.map(
      ({ id, name, severity, title }) => `${id}  ${name.padEnd(width)}  ${severity.padEnd(7)}  ${title}\n`,
    );
    world.stdout(rows.join(''));
  }
  return exitCodes.clean;
}

/** `azlocal-lint explain <rule>`. @throws UsageError for a rule that does not exist */
export async function explain(wanted: string, options: RuleArguments, world: World): Promise<number> {
  const rules = await allRules(options, world);
  const rule = ruleNamed(wanted, rules);
  if (!rule) throw new UsageError(unknownRule(wanted, rules));
  const { limitation } = rule;
  const example = examples[rule.name];
  const indented = (text: string) =>
    text
      .split('\n')
      .map((line) => (line === '' ? '' : `    ${line}`))
      .join('\n');
  const parts = [
    `${rule.id} ${rule.name} (${rule.severity})\n${rule.title}.`,
    limitation.statement,
    `What to do: ${rule.remedy}`,
    ...(limitation.relaxed ? [`From release ${limitation.relaxed.from}: ${limitation.relaxed.note}`] : []),
    `Evidence: ${limitation.heading} (read ${limitation.readOn})\n${limitation.page}`,
    ...(example ? [`Reported:\n\n${indented(example.bad)}`] : []),
    ...(example?.good ? [`Not reported:\n\n${indented(example.good)}`] : []),
  ];
  world.stdout(`${parts.join('\n\n')}\n`);
  return exitCodes.clean;
}

const schemas = ['spec', 'config', 'report'];

/** `azlocal-lint schema <name>`. @throws UsageError for a schema that does not exist */
export async function printSchema(name: string, world: World): Promise<number> {
  if (!schemas.includes(name)) throw new UsageError(unknownWord('schema', name, schemas));
  world.stdout(await readFile(await packageFile(`schemas/${name}.schema.json`), 'utf8'));
  return exitCodes.clean;
}
