/**
 * Writes what is derived. rules.md comes from the rules, their fixtures and a real run, so
 * that the documentation shows what the tool really says; docs/arm-functions.md from the functions of the evaluator,
 * and the schemas from those that the tool itself validates with.
 *
 *   npm run docs              write
 *   npm run docs -- --check   fail when something is out of date
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baselineSchema } from '../build/config/baseline-schema.js';
import { configSchema } from '../build/config/config-schema.js';
import { areaOf } from '../build/engine/areas.js';
import { ownRules } from '../build/engine/own-rules.js';
import { fixInWords } from '../build/engine/rule.js';
import { lint, rules, SourceFile } from '../build/index.js';
import { specSchema } from '../build/inputs/spec-schema.js';
import { findingBlocks } from '../build/reporters/text.js';
import { auditSchema } from './audit-schema.js';
import { dependenciesPage } from './dependencies.js';
import { example } from './examples.js';
import { root } from './fixtures.js';
import { functionTable } from './function-table.js';
import { limitationsPage } from './limitations.js';
import { withoutWants } from './wants.js';

/** @typedef {import('./fixtures.js').Fixture} Fixture */

const all = [...rules, ...ownRules].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Presets as the tables name them: all rules of `seed` are in the others, too. */
const presetOf = (/** @type {import('../build/engine/rule.js').Rule} */ { id, preset }) =>
  id.startsWith('AZL8') ? '' : (preset ?? '');

/**
 * @param {readonly import('../build/engine/rule.js').Rule[]} rules
 * @param {string} page
 */
const tableOf = (rules, page) => [
  '| id | name | severity | reports | preset | fix |',
  '| --- | --- | --- | --- | --- | --- |',
  ...rules.map(
    (rule) =>
      `| [${rule.id}](${page}#${rule.id.toLowerCase()}-${rule.name}) | \`${rule.name}\` | ${rule.severity} | ${rule.title} | ${presetOf(rule)} | ${rule.fix === 'safe' ? 'yes' : (rule.fix ?? '')} |`,
  ),
];

/** @param {Fixture} fixture */
async function outputOf({ rule, files, base, live, whatIf, release, closedWorld }) {
  const sources = (/** @type {{ path: string, text: string }[]} */ texts) =>
    texts.map(({ path, text }) => new SourceFile(path.split('/').at(-1) ?? path, withoutWants(text)));
  const report = await lint(
    {
      files: sources(files),
      ...(base ? { base: sources(base) } : {}),
      ...(live ? { live: sources(live) } : {}),
      ...(whatIf ? { whatIf: sources(whatIf) } : {}),
    },
    {
      preset: 'strict',
      closedWorld,
      today: '2026-11-24',
      ...(release === undefined ? {} : { release: /** @type {any} */ (release) }),
    },
  );
  // An example shows one rule; what else there is to say of it is beside the point.
  const findings = report.findings.filter(({ ruleName }) => ruleName === rule);
  return findingBlocks({ ...report, findings }, { colors: false, width: 110 }).join('\n\n');
}

/** @type {Readonly<Record<string, string>>} */
const languages = { yaml: 'yaml', yml: 'yaml', tf: 'hcl', sh: 'sh', ps1: 'powershell' };

const language = (/** @type {string} */ path) => languages[path.split('.').at(-1) ?? ''] ?? 'jsonc';

/** @param {Fixture} fixture */
function shown(fixture) {
  const block = (/** @type {{ path: string, text: string }} */ file, /** @type {string} */ title) =>
    `${title}\n\n\`\`\`${language(file.path)}\n${withoutWants(file.text).trim()}\n\`\`\`\n`;
  const [file, ...parameters] = fixture.files;
  return [
    ...(fixture.base?.[0] ? [block(fixture.base[0], 'Before:')] : []),
    ...(file ? [block(file, fixture.base ? 'Now:' : '')] : []),
    ...parameters.map((other) => block(other, `With \`${other.path.split('/').at(-1)}\`:`)),
  ].join('\n');
}

const lines = [
  '<!-- Written by `npm run docs`. Do not edit. -->',
  '# Rules',
  '',
  'One rule for each documented limitation of Azure Local for multi-rack deployments. Each shows what it reports, the',
  'evidence, an example that is also its test, and what the tool says about it.',
  '',
  'Presets: `recommended`, the default, has every rule but those marked strict; `seed` has those of the overview page;',
  '`strict` has all. [docs/limitations.md](docs/limitations.md) lists what is documented, page by page, with what no spec',
  'can show. A fix that is marked with yes is made by `--fix`: [docs/fixes.md](docs/fixes.md).',
  '',
  ...[...new Set(all.map(({ id }) => areaOf(id)))].flatMap((title) => [
    `**${title}**`,
    '',
    ...tableOf(
      all.filter(({ id }) => areaOf(id) === title),
      '',
    ),
    '',
  ]),
];
let area = '';
for (const rule of all) {
  const next = areaOf(rule.id);
  if (next !== area) lines.push(`## ${next}`, '');
  area = next;
  const { limitation } = rule;
  lines.push(
    `### ${rule.id} ${rule.name}`,
    '',
    `**${rule.title}.** Severity: ${rule.severity}.${rule.preset === 'strict' ? ' Only in the preset `strict`.' : ''}`,
    '',
    limitation.statement,
    '',
  );
  for (const { statement } of rule.also ?? []) lines.push(statement, '');
  if (limitation.page.includes('learn.microsoft.com')) {
    const pages = [limitation, ...(rule.also ?? [])].map(
      ({ heading, page, dated, readOn }) => `[${heading}](${page}), dated ${dated}, read ${readOn}`,
    );
    lines.push(`Evidence: ${[...new Set(pages)].join('; ')}.`, '');
  }
  for (const { relaxed } of [limitation, ...(rule.also ?? [])])
    if (relaxed) lines.push(`From release ${relaxed.from}: ${relaxed.note}`, '');
  lines.push(`What to do: ${rule.remedy}`, '');
  if (rule.fix) lines.push(`Fix: ${fixInWords(rule)}.`, '');
  const [bad, good] = [example(rule.name, 'bad'), example(rule.name, 'good')];
  if (bad) {
    const output = await outputOf(bad);
    lines.push('#### Reported', '', shown(bad), '```text', output, '```', '');
  }
  const fixed = example(rule.name, 'fixed');
  if (fixed && fixed.name === bad?.name.replace('/bad', '/fixed')) lines.push('#### Fixed', '', shown(fixed));
  if (good) lines.push('#### Not reported', '', shown(good));
}

/**
 * The README with its table of rules between the marks.
 *
 * @param {string} readme
 */
function withRules(readme) {
  const shown = all.filter((rule) => rule.preset === 'seed' || rule.id.startsWith('AZL8'));
  return readme.replace(
    /(<!-- rules: .*? -->\n)[\s\S]*?(<!-- \/rules -->)/,
    (_, open, close) => `${open}${tableOf(shown, 'rules.md').join('\n')}\n${close}`,
  );
}

const outputs = {
  'README.md': withRules(readFileSync(join(root, 'README.md'), 'utf8')),
  'rules.md': `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`,
  'docs/arm-functions.md': functionTable(),
  'docs/dependencies.md': dependenciesPage(),
  'docs/limitations.md': limitationsPage(),
  'schemas/audit.schema.json': `${JSON.stringify(auditSchema(), null, 2)}\n`,
  'schemas/baseline.schema.json': `${JSON.stringify(baselineSchema, null, 2)}\n`,
  'schemas/config.schema.json': `${JSON.stringify(configSchema, null, 2)}\n`,
  'schemas/spec.schema.json': `${JSON.stringify(specSchema, null, 2)}\n`,
};

const check = process.argv.includes('--check');
const outdated = Object.entries(outputs).filter(([path, wanted]) => {
  const file = join(root, path);
  return !existsSync(file) || readFileSync(file, 'utf8') !== wanted;
});
for (const [path, wanted] of outdated) {
  if (!check) writeFileSync(join(root, path), wanted);
  process.stderr.write(
    check
      ? `${path} is out of date. run \`npm run compile && npm run docs\` and commit the result\n`
      : `wrote ${path}\n`,
  );
}
if (check && outdated.length > 0) process.exitCode = 1;
