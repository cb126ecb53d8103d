/** The JSON Schema of a baseline, published as `schemas/baseline.schema.json`. */
export const baselineSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'azlocal-lint baseline',
  description: 'Findings that are accepted, as `azlocal-lint baseline create` writes them.',
  type: 'object',
  additionalProperties: false,
  required: ['schemaVersion', 'findings'],
  properties: {
    $schema: { type: 'string' },
    schemaVersion: { const: '1', description: 'Changes when a property is removed or changes its meaning.' },
    findings: {
      type: 'array',
      description: 'Sorted by rule, resource, environment and message.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['fingerprint', 'ruleId', 'message', 'paths'],
        properties: {
          fingerprint: {
            type: 'string',
            pattern: '^[0-9a-f]{32}(-[0-9]+)?$',
            description: 'What the finding is known by: rule, resource, property and value. The rest is for people.',
          },
          ruleId: { type: 'string', description: 'The rule.' },
          resource: { type: 'string', description: 'The resource that it is about: type and name.' },
          environment: { type: 'string', description: 'The deployment, when its file is deployed more than once.' },
          message: { type: 'string', description: 'What was found.' },
          paths: {
            type: 'array',
            minItems: 1,
            items: { type: 'string' },
            description: 'The files that it was found in, relative to the root of the repository, as a hint.',
          },
          comparedWith: {
            type: 'array',
            items: { type: 'string' },
            description: 'What the specs were compared with. A run without it can not tell whether it is fixed.',
            examples: [['base origin/main'], ['live state']],
          },
        },
      },
    },
  },
} as const;
