import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lint, SourceFile } from '../src/index.ts';
import { root } from './support/fixtures.ts';
import rule from './support/my-rule.js';

test("the users' rule that CONTRIBUTING.md shows is one that is type-checked and works", async () => {
  const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  expect(page).toContain(`\`\`\`js\n${readFileSync(join(root, 'test/support/my-rule.js'), 'utf8')}\`\`\``);
  const text = 'type: Microsoft.AzureStackHCI/logicalNetworks\nname: lnet\nproperties: {}\n';
  const { findings } = await lint({ files: [new SourceFile('a.yaml', text)] }, { preset: 'seed', rules: [rule] });
  expect(findings.map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([
    'AZL9001 logical network "lnet" has no owner tag. Add one.',
  ]);
});
