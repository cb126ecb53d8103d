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
    rules,
    overrides: {
      type: 'array',
      description: 'Severities for some paths; later entries win.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['paths', 'rules'],
        properties: { paths: { ...globs, description: 'Globs, relative to the configuration file.' }, rules },
      },
    },
    ignore: { ...globs, description: 'Globs of files that are never checked, relative to the configuration file.' },
    parameters: {
      type: 'array',
      description: 'Which parameter files belong to a template, when the names do not say so.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['template', 'files'],
        properties: {
          template: { type: 'string', description: 'Glob of templates.' },
          files: { ...globs, description: 'Globs of parameter files.' },
        },
      },
    },
    base: { type: 'string', description: 'What to compare with: a git ref, a folder or a file, as --base takes it.' },
    failOn: { enum: ['error', 'warning', 'note', 'none'], description: 'Lowest severity that makes the run fail.' },
    maxWarnings: { type: 'integer', minimum: 0, description: 'More warnings than this make the run fail.' },
  },
} as const;
