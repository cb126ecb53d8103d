import { readFile } from 'node:fs/promises';
import { unknownRule } from '../config/config.ts';
import { ownRules } from '../engine/own-rules.ts';
import { examples } from '../generated/examples.ts';
import { nearest } from '../model/nearest.ts';
import { rules } from '../rules/index.ts';
import { packageFile } from './main.ts';
import { exitCodes, UsageError, type World } from './world.ts';

const all = [...rules, ...ownRules].sort((a, b) => (a.id < b.id ? -1 : 1));

/** `azlocal-lint rules` */
export async function listRules({ format }: { format?: unknown }, world: World): Promise<number> {
  const json = format === 'json' || (Array.isArray(format) && format.includes('json'));
  if (json) {
    const list = all.map(({ id, name, title, severity, limitation, remedy }) => ({
      id,
      name,
      title,
      severity,
      limitation,
      remedy,
    }));
    world.stdout(`${JSON.stringify(list, null, 2)}\n`);
  } else {
    const width = Math.max(...all.map(({ name }) => name.length));
    for (const { id, name, severity, title } of all)
      world.stdout(`${id}  ${name.padEnd(width)}  ${severity.padEnd(7)}  ${title}\n`);
  }
  return exitCodes.clean;
}

/** `azlocal-lint explain <rule>`. @throws UsageError for a rule that does not exist */
export async function explain(wanted: string, world: World): Promise<number> {
  const rule = all.find(({ id, name }) => id.toLowerCase() === wanted.toLowerCase() || name === wanted.toLowerCase());
  if (!rule)
    throw new UsageError(
      unknownRule(
        wanted,
        all.flatMap(({ id, name }) => [id, name]),
      ),
    );
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
  if (!schemas.includes(name)) {
    const meant = nearest(name, schemas);
    throw new UsageError(
      `there is no schema "${name}". ${meant === undefined ? `There are: ${schemas.join(', ')}.` : `Did you mean "${meant}"?`}`,
    );
  }
  world.stdout(await readFile(await packageFile(`schemas/${name}.schema.json`), 'utf8'));
  return exitCodes.clean;
}
