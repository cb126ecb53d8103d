import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defineRule, lint, type Rule, SourceFile } from '../src/index.ts';
import { root } from './support/fixtures.ts';

test("the users' rule that CONTRIBUTING.md shows works", async () => {
  const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const example = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const body = example.replace(/^import.*$/m, '').replace('export default', 'return');
  const rule = new Function('defineRule', body)(defineRule) as Rule;
  const text = 'type: Microsoft.AzureStackHCI/logicalNetworks\nname: lnet\nproperties: {}\n';
  const { findings } = await lint({ files: [new SourceFile('a.yaml', text)] }, { rules: [rule] });
  expect(findings.map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([
    'AZL9001 logical network "lnet" has no owner tag. Add one.',
  ]);
});
