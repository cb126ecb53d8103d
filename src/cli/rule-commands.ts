import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import { ownRules } from '../engine/own-rules.ts';
import { fixInWords, isIn, type Preset, type Rule } from '../engine/rule.ts';
import { ruleNamed, unknownRule, unknownWord } from '../engine/unknown.ts';
import { jsonText } from '../reporters/json-text.ts';
import { rules as builtInRules } from '../rules/index.ts';
import { packageFile } from './package.ts';
import { loadRules } from './user-rules.ts';
import { exitCodes, UsageError, type World } from './world.ts';

const builtIn = [...builtInRules, ...ownRules];

/** Options of the program that these commands heed. */
export interface RuleArguments {
  readonly format?: readonly string[];
  readonly rules?: readonly string[];
  readonly preset?: Preset;
}

async function allRules({ rules = [] }: RuleArguments, { cwd }: World): Promise<Rule[]> {
  return [...builtIn, ...(await loadRules(rules, builtIn, cwd))].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The smallest preset that has a rule. */
const presetOf = (rule: Rule): Preset => rule.preset ?? 'recommended';

/** `azlocal-lint rules`, of one preset with `--preset`. @throws UsageError for an unknown format */
export async function listRules(options: RuleArguments, world: World): Promise<number> {
  const format = options.format?.at(-1) ?? 'text';
  if (!['text', 'json'].includes(format)) throw new UsageError(unknownWord('format', format, ['text', 'json']));
  const { preset } = options;
  const all = await allRules(options, world);
  const rules = preset === undefined ? all : all.filter((rule) => !builtIn.includes(rule) || isIn(preset, rule));
  if (format === 'json') {
    const list = rules.map((rule) => {
      const { id, name, title, severity, limitation, also = [], remedy, fix } = rule;
      return { id, name, title, severity, preset: presetOf(rule), limitation, also, remedy, ...(fix ? { fix } : {}) };
    });
    world.stdout(jsonText(list));
  } else {
    const width = Math.max(...rules.map(({ name }) => name.length));
    const rows = rules.map((rule) => {
      const { id, name, severity, title } = rule;
      return `${id}  ${name.padEnd(width)}  ${severity.padEnd(7)}  ${(builtInRules.includes(rule) || presetOf(rule) === 'strict' ? presetOf(rule) : 'always').padEnd(11)}  ${title}\n`;
    });
    world.stdout(rows.join(''));
  }
  return exitCodes.clean;
}

/** The fixtures of each rule as an example. A file of its own: nothing but this command needs it. */
async function readExamples(): Promise<Readonly<Record<string, { readonly bad: string; readonly good: string }>>> {
  return JSON.parse(brotliDecompressSync(await readFile(packageFile('dist/examples.json.br'))).toString());
}

/** `azlocal-lint explain <rule>`. @throws UsageError for a rule that does not exist */
export async function explain(wanted: string, options: RuleArguments, world: World): Promise<number> {
  const rules = await allRules(options, world);
  const rule = ruleNamed(wanted, rules);
  if (!rule) throw new UsageError(unknownRule(wanted, rules));
  const { limitation } = rule;
  const example = (await readExamples())[rule.name];
  const indented = (text: string) =>
    text
      .split('\n')
      .map((line) => (line === '' ? '' : `    ${line}`))
      .join('\n');
  const documents = [limitation, ...(rule.also ?? [])];
  const strict = rule.preset === 'strict' ? ', preset strict' : '';
  const parts = [
    `${rule.id} ${rule.name} (${rule.severity}${strict})\n${rule.title}.`,
    ...documents.map(({ statement }) => statement),
    `What to do: ${rule.remedy}`,
    ...(rule.fix ? [`Fix: ${fixInWords(rule)}.`] : []),
    ...documents.flatMap(({ relaxed }) => (relaxed ? [`From release ${relaxed.from}: ${relaxed.note}`] : [])),
    ...documents.map(({ heading, dated, readOn, page }) => {
      const date = dated === undefined ? '' : `dated ${dated}, `;
      return `Evidence: ${heading} (${date}read ${readOn})\n${page}`;
    }),
    ...(example ? [`Reported:\n\n${indented(example.bad)}`] : []),
    ...(example?.good ? [`Not reported:\n\n${indented(example.good)}`] : []),
  ];
  world.stdout(`${parts.join('\n\n')}\n`);
  return exitCodes.clean;
}

const schemas = ['spec', 'config', 'report', 'audit', 'baseline'];

/** `azlocal-lint schema <name>`. @throws UsageError for a schema that does not exist */
export async function printSchema(name: string, world: World): Promise<number> {
  if (!schemas.includes(name)) throw new UsageError(unknownWord('schema', name, schemas));
  world.stdout(await readFile(packageFile(`schemas/${name}.schema.json`), 'utf8'));
  return exitCodes.clean;
}
