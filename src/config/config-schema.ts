import { presets } from '../engine/rule.ts';
import { releases } from '../model/release.ts';

const severity = {
  enum: ['error', 'warning', 'note', 'off'],
  description: 'How the findings of a rule count; off switches it off.',
};
const rules = {
  type: 'object',
  description: 'Severity by rule id or name.',
  additionalProperties: severity,
};
const globs = { type: 'array', items: { type: 'string', minLength: 1 } };

/** The JSON Schema of the configuration, published as `schemas/config.schema.json`. */
export const configSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'azlocal-lint configuration',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    release: {
      enum: [...releases],
      description: 'Release of the platform that is deployed to; the first is the strict documented list.',
    },
    preset: {
      enum: [...presets],
      description:
        'Which rules run: seed, those of the overview page; recommended, also all other errors and what is worth a reviewer\'s time; strict, all. A rule that is named under "rules" runs in any case.',
    },
    rules,
    overrides: {
      type: 'array',
      description: 'Severities for some paths; later entries win.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['paths', 'rules'],
        properties: {
          paths: { ...globs, description: 'Patterns as in .gitignore, relative to the configuration file.' },
          rules,
        },
      },
    },
    ignore: {
      ...globs,
      description:
        'Files that are never checked: patterns as in .gitignore, relative to the configuration file. "!" takes back.',
    },
    parameters: {
      type: 'array',
      description: 'Which parameter files belong to a template, when the names do not say so.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['template', 'files'],
        properties: {
          template: { type: 'string', description: 'Templates: a pattern as in .gitignore.' },
          files: { ...globs, description: 'Parameter files: patterns as in .gitignore.' },
        },
      },
    },
    suppressions: {
      type: 'array',
      description: 'What is accepted: findings of these rules, of one resource or in some files.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['rules'],
        anyOf: [
          { required: ['resource'], properties: { resource: {} } },
          { required: ['paths'], properties: { paths: {} } },
        ],
        properties: {
          rules: { ...globs, minItems: 1, description: 'Ids or names of rules.' },
          resource: {
            type: 'string',
            minLength: 1,
            description: 'One resource, by ARM id, by type and name, or by name.',
          },
          paths: { ...globs, description: 'Patterns as in .gitignore, relative to the configuration file.' },
          reason: { type: 'string', description: 'Why the findings are accepted.' },
          expires: {
            type: 'string',
            pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            description: 'The last day on which this holds, YYYY-MM-DD.',
          },
          ticket: { type: 'string', description: 'Where the decision is recorded.' },
        },
      },
    },
    closedWorld: {
      type: 'boolean',
      description:
        'Whether the files hold everything of the resource groups that they declare: a reference to what no file has is then reported.',
    },
    base: {
      type: 'string',
      description:
        'What to compare with: a git ref, or a folder or file relative to the configuration file, as --base takes it.',
    },
    baseline: {
      type: 'string',
      minLength: 1,
      description:
        'Findings that are accepted: a file, relative to the configuration file, as azlocal-lint baseline create writes it.',
    },
    failOn: { enum: ['error', 'warning', 'note', 'none'], description: 'Lowest severity that makes the run fail.' },
    maxWarnings: { type: 'integer', minimum: 0, description: 'More warnings than this make the run fail.' },
  },
} as const;
