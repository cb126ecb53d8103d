/**
 * Of two hundred rules a run needs those of the resource types that it meets, and the texts of those that speak. So the
 * bundle has a list of the rules as data, with their listeners in a file for each kind of resource and their texts in
 * another; both are loaded when they are asked for. A rule in src/rules is one file all the same: this takes it apart.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';

/**
 * @typedef {import('../build/engine/rule.js').Rule} Rule
 * @typedef {{ type: string, start: number, end: number }} Node
 * @typedef {{ body: (Node & { declaration: { arguments: { properties: (Node & { key?: { name: string } })[] }[] } })[] }} RuleFile
 */

const folder = fileURLToPath(new URL('../src/rules/', import.meta.url));
const lazyRule = fileURLToPath(new URL('../src/engine/lazy-rule.ts', import.meta.url));
const textsFile = 'rules-texts';
const texts = /** @type {const} */ (['title', 'limitation', 'also', 'remedy']);
const listeners = ['resource', 'change', 'move', 'operation'];
const isText = (/** @type {string | undefined} */ key) => texts.some((text) => text === key);
const isLoadedLater = (/** @type {string} */ key) => isText(key) || listeners.includes(key);

/** The file with the listeners of a rule: that of the resource that it is about. @param {Rule} rule */
function partOf({ types = [] }) {
  const resources = new Set(types.map((type) => type.split('/')[1]?.toLowerCase()));
  const [only = ''] = resources;
  return `rules-${resources.size === 1 && /^\w+$/.test(only) ? only : 'of-several'}`;
}

/** @returns {Promise<readonly Rule[]>} the rules as they are written */
async function readRules() {
  const { output } = await build({ input: join(folder, 'index.ts'), platform: 'node', write: false });
  return (await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)).rules;
}

/** JSON in a string is read faster than the same as code. @param {readonly Rule[]} rules */
function listModule(rules) {
  const listed = rules.map((rule) => ({
    part: partOf(rule),
    rule: Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, isLoadedLater(key) ? null : value])),
  }));
  const parts = [...new Set(rules.map(partOf))].map((part) => `'${part}': once(() => require('${part}'))`);
  return `import { lazyRule } from ${JSON.stringify(lazyRule)};
    const once = (load) => {
      let it;
      return () => (it ??= load());
    };
    const texts = once(() => require('${textsFile}').texts);
    const parts = { ${parts.join(', ')} };
    export const rules = JSON.parse(${JSON.stringify(JSON.stringify(listed))}).map(({ part, rule }) =>
      lazyRule(rule, texts, parts[part]));`;
}

/** @param {readonly Rule[]} rules */
function textsModule(rules) {
  const entries = rules.map((rule) => [rule.id, Object.fromEntries(texts.map((key) => [key, rule[key]]))]);
  return `export const texts = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(entries)))});`;
}

/** @param {readonly Rule[]} rules */
const partModule = (rules) =>
  rules
    .map(({ id, name }) => `export { default as ${id} } from ${JSON.stringify(join(folder, `${name}.ts`))};`)
    .join('\n');

/** What is left of the file of a rule without its texts. */
function withoutTexts(/** @type {string} */ code) {
  const { body } = /** @type {RuleFile} */ (/** @type {unknown} */ (parseAst(code, { lang: 'ts' })));
  const rule = body.find(({ type }) => type === 'ExportDefaultDeclaration')?.declaration.arguments[0];
  if (!rule) throw new Error('a rule is the default export of its file: defineRule({ … })');
  return rule.properties
    .filter(({ key }) => isText(key?.name))
    .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end).replace(/^\s*,/, ''), code);
}

/** @returns {Promise<{ plugin: import('rolldown').Plugin, files: Record<string, string> }>} what the bundle begins with too */
export async function lazyRules() {
  const rules = await readRules();
  const files = [textsFile, ...new Set(rules.map(partOf))];
  return {
    files: Object.fromEntries(files.map((file) => [file, file])),
    plugin: {
      name: 'lazy-rules',
      resolveId: (id, importer) =>
        files.includes(id) ? (importer === undefined ? { id: `\0${id}` } : { id, external: true }) : undefined,
      load(id) {
        if (id === join(folder, 'index.ts')) return listModule(rules);
        if (id === `\0${textsFile}`) return textsModule(rules);
        if (id.startsWith('\0rules-')) return partModule(rules.filter((rule) => `\0${partOf(rule)}` === id));
        return id.startsWith(folder) ? { code: withoutTexts(readFileSync(id, 'utf8')), moduleType: 'ts' } : undefined;
      },
    },
  };
}
