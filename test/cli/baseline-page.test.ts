import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/fixtures.ts';

test('the sessions and the file that docs/baseline.md shows are those of the scenario', () => {
  const page = readFileSync(join(root, 'docs/baseline.md'), 'utf8');
  const session = readFileSync(join(root, 'test/cli/scenarios/baseline/adoption.scenario'), 'utf8');
  const shown = [...page.matchAll(/```(?:text|json)\n([\s\S]*?)```/g)].map(([, block = '']) => block.trim());
  expect(shown.length).toBeGreaterThan(4);
  for (const block of shown) expect(session).toContain(block);
});
