import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './fixtures.js';

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const described = (/** @type {object} */ schema, /** @type {string} */ description) => ({ ...schema, description });
const listOf = (/** @type {object} */ items) => ({ type: 'array', items });

/**
 * An object with exactly these properties; those whose name ends with `?` may be missing.
 *
 * @param {Readonly<Record<string, object>>} properties
 */
const object = (properties) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !name.endsWith('?')),
  properties: Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name.replace('?', ''), schema])),
});

const totals = { $ref: '#/definitions/totals' };
const keys = listOf({ ...text, description: 'Key of a resource of the audit.' });

/** The JSON Schema of an audit. What it has in common with a report is taken from there. */
export function auditSchema() {
  const report = JSON.parse(readFileSync(join(root, 'schemas/report.schema.json'), 'utf8'));
  const { finding } = report.definitions;
  const { path, line, column, endLine, endColumn } = finding.properties;
  return {
    $schema: report.$schema,
    title: 'azlocal-lint audit',
    description: 'What `azlocal-lint audit --format json` writes.',
    ...object({
      schemaVersion: report.properties.schemaVersion,
      tool: report.properties.tool,
      date: described({ ...text, format: 'date' }, 'The day of the audit.'),
      release: described(text, 'Release of the platform that was checked for.'),
      preset: described(text, 'Which rules looked.'),
      closedWorld: described({ type: 'boolean' }, 'Whether the files were said to hold everything.'),
      comparedWith: described(listOf({ enum: ['base', 'live state', 'what-if'] }), 'What there was to compare with.'),
      files: object({ checked: count, skipped: count, failed: count }),
      rulesRun: described(count, 'How many rules looked.'),
      totals,
      areas: described(listOf(object({ area: text, totals })), 'Areas of the catalogue with findings.'),
      rules: described(listOf({ $ref: '#/definitions/rule' }), 'Rules with findings, in order of id.'),
      resources: described(
        listOf({ $ref: '#/definitions/auditedResource' }),
        'Everything that is declared or deployed, in order of key.',
      ),
      findings: described(listOf({ $ref: '#/definitions/finding' }), 'Findings of every state, in the order of files.'),
      suppressions: report.properties.suppressions,
      coverage: object({
        known: described(count, 'Values that rules look at and that were known.'),
        unknown: described(count, 'Values that only parameters or the deployment could tell.'),
        reasons: listOf(
          object({ reason: text, count, action: described(text, 'What would make these values known.') }),
        ),
      }),
      notChecked: object({
        failures: described(report.properties.failures, 'Why the analysis is incomplete.'),
        skipped: listOf(object({ reason: text, paths: listOf(text) })),
        rules: listOf(
          object({
            id: text,
            name: text,
            title: text,
            reason: { enum: ['nothing to compare with', 'switched off', 'not in the preset'] },
            isPartly: described({ type: 'boolean' }, 'Whether it looked at some things all the same.'),
          }),
        ),
        notCompared: described(keys, 'Declared resources of which no older state was given.'),
        undeclared: described(keys, 'Resources that only the live state has.'),
        unpaired: described(
          listOf(text),
          'Resources that look like one of the older state, and why they were not compared.',
        ),
        references: described(count, 'References that lead out of the audit.'),
      }),
    }),
    definitions: {
      ...report.definitions,
      totals: object({
        errors: count,
        warnings: count,
        notes: count,
        suppressed: described(count, 'Findings that a suppression accepts; they are no errors, warnings or notes.'),
        unchanged: described(count, 'Findings that are in the baseline; likewise.'),
      }),
      rule: object({
        id: text,
        name: text,
        title: text,
        area: text,
        remedy: described(text, 'What to do about a finding.'),
        evidence: listOf(
          object({
            statement: described(text, 'The limitation in our words.'),
            page: described({ ...text, format: 'uri' }, 'Address of the page that says so.'),
            heading: described(text, 'Heading on that page.'),
            readOn: described({ ...text, format: 'date' }, 'Day on which the page was read.'),
            'dated?': described({ ...text, format: 'date' }, 'Date that the page bears.'),
            'relaxed?': object({ from: described(text, 'Release.'), note: text }),
          }),
        ),
        totals,
      }),
      auditedResource: object({
        key: described(
          text,
          'ARM id, or what tells it from the others: file, environment, resource group, type, name.',
        ),
        'id?': described(text, 'ARM id, lower case, when all of it is known.'),
        type: text,
        kind: described(text, 'The type in words.'),
        name: text,
        'resourceGroup?': text,
        declarations: described(
          listOf(object({ environment: text, path, line, column, endLine, endColumn })),
          'Where it is declared; nowhere when only the live state has it.',
        ),
        isLive: described({ type: 'boolean' }, 'Whether the live state has it.'),
        isCompared: described({ type: 'boolean' }, 'Whether it was compared with an older state of it.'),
        references: listOf(
          object({
            property: described(text, 'Where the id is in the resource, [] stepping into lists.'),
            state: described(
              { enum: ['found', 'outside', 'unknown'] },
              'found: in this audit; outside: elsewhere; unknown: only the deployment knows.',
            ),
            'to?': described(text, 'Key of the resource that it leads to.'),
            'id?': described(text, 'The id as it is written, as far as it is known.'),
          }),
        ),
        totals,
      }),
      finding: {
        ...finding,
        required: [...finding.required, 'area', 'resources'],
        properties: {
          ...finding.properties,
          area: described(text, 'What its rule is about.'),
          resources: described(keys, 'Resources that it is about, its own first.'),
        },
      },
    },
  };
}
