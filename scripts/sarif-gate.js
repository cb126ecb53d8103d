/**
 * Fails when a SARIF log breaks the JSON schema or one of Microsoft's Multitool rules (error or warning).
 *
 *   SARIF_MULTITOOL=<folder of @microsoft/sarif-multitool-linux> node scripts/sarif-gate.js FILE…
 *
 * The schema comes first, because the Multitool passes a log with a wrong enum in silence; and its output is read,
 * because its exit code is 0 whatever it finds (tried with 5.7.0 on 2026-11-22).
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const folder = process.env.SARIF_MULTITOOL;
if (!folder) throw new Error('SARIF_MULTITOOL must name the folder of @microsoft/sarif-multitool-linux');
const multitool = join(folder, 'Sarif.Multitool');
chmodSync(multitool, 0o755);

const schema = createRequire(import.meta.url).resolve('schemastore/schemas/json/sarif-2.1.0.json');
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));

// The rules about GitHub are off unless switched on; the one that opens every address needs a network.
const switches = {
  'GH1001.ProvideRequiredLocationProperties.Options': { RuleEnabled: 'Error' },
  'GH1002.InlineThreadFlowLocations.Options': { RuleEnabled: 'Error' },
  'GH1003.ProvideRequiredRegionProperties.Options': { RuleEnabled: 'Error' },
  'GH1005.LocationsMustBeRelativeUrisOrFilePaths.Options': { RuleEnabled: 'Error' },
  'GH1006.ProvideCheckoutPath.Options': { RuleEnabled: 'Error' },
  'GH1007.ProvideFullyFormattedMessageStrings.Options': { RuleEnabled: 'Error' },
  'SARIF2006.UrisShouldBeReachable.Options': { RuleEnabled: 'Disabled' },
};
const work = mkdtempSync(join(tmpdir(), 'sarif-gate-'));
const configuration = join(work, 'rules.json');
writeFileSync(configuration, JSON.stringify(switches));

/** @param {string} file @returns {string[]} */
function complaintsOf(file) {
  if (!validate(JSON.parse(readFileSync(file, 'utf8')))) {
    return (validate.errors ?? []).map((error) => `schema: ${error.instancePath} ${error.message}`);
  }
  const output = join(work, 'output.sarif');
  const run = spawnSync(
    multitool,
    [
      'validate',
      resolve(file),
      '--rule-kind',
      'Sarif;Ghas',
      '--config',
      configuration,
      '--level',
      'Error;Warning',
      '--output',
      output,
      '--log',
      'ForceOverwrite',
      '--quiet',
    ].map(String),
    { encoding: 'utf8', env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } },
  );
  if (run.status !== 0) return [`multitool ended with ${run.status ?? run.error}: ${run.stdout}${run.stderr}`];
  /** @type {{ runs: { results?: { level?: string, ruleId: string, message: unknown }[] }[] }} */
  const log = JSON.parse(readFileSync(output, 'utf8'));
  return (log.runs[0]?.results ?? []).map(
    ({ level, ruleId, message }) => `${level ?? 'warning'} ${ruleId} ${JSON.stringify(message)}`,
  );
}

for (const file of process.argv.slice(2)) {
  const complaints = complaintsOf(file);
  for (const complaint of complaints) process.stderr.write(`${file}: ${complaint}\n`);
  process.stdout.write(`${file}: ${complaints.length === 0 ? 'valid' : `${complaints.length} complaints`}\n`);
  if (complaints.length > 0) process.exitCode = 1;
}
