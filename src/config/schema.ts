import { releases } from '../model/release.ts';

const severity = { enum: ['error', 'warning', 'note', 'off'] };
const globs = { type: 'array', items: { type: 'string', minLength: 1 } };
const severities = {
  type: 'object',
  description: 'Severity by rule id (`AZL1104`) or name (`logical-network-vlan-changed`): error, warning, note, off.',
  additionalProperties: severity,
};

/**
 * JSON Schema of the configuration file, draft-07. It is published as `schemas/config.schema.json` (a test keeps both
 * equal), completes the file in editors, and checks it when it is read.
 */
export const configurationSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'azlocal-lint configuration',
  description: 'azlocal-lint.yaml, .yml or .json. Globs and paths are relative to the folder of this file.',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string', description: 'Address of this schema, for editors.' },
    release: {
      description:
        'The release of Azure Local that specs are deployed to. The first one is the strict list and the default; later ones relax some rules.',
      // Without quotes YAML reads these as numbers; there is no doubt what is meant.
      enum: [...releases, ...releases.filter((release) => /^\d+\.[1-9]$/.test(release)).map(Number)],
    },
    rules: severities,
    overrides: {
      type: 'array',
      description: 'Severities for some files. Later entries win.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['paths', 'rules'],
        properties: { paths: { ...globs, description: 'Globs of the files.' }, rules: severities },
      },
    },
    ignore: { ...globs, description: 'Globs of files and folders that are not checked when a folder is.' },
    parameters: {
      type: 'array',
      description:
        'Which parameter files belong to which templates, when their names do not say so (`x.json` takes `x.parameters.json` and `x.parameters.<environment>.json` by itself).',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['template', 'files'],
        properties: {
          template: { type: 'string', minLength: 1, description: 'Glob of the templates.' },
          files: { ...globs, description: 'Globs of their parameter files; each file is a deployment of its own.' },
        },
      },
    },
    base: {
      type: 'string',
      minLength: 1,
      description: 'What to compare with: a git ref such as `origin/main`, or a path. `git:` or `path:` says which.',
    },
    failOn: {
      enum: ['error', 'warning', 'note', 'none'],
      description: 'Lowest severity that makes the exit code 1. Default: error.',
    },
    maxWarnings: {
      type: 'integer',
      minimum: 0,
      description: 'More warnings than this make the exit code 1.',
    },
  },
} as const;
