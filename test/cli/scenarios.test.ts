import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { play } from './scenario.ts';

const folder = fileURLToPath(new URL('scenarios', import.meta.url));
const scenarios = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.scenario'))
  .sort();

describe('the command line', () => {
  // What has changed on purpose is written by `npm test -- --update`; read the difference before you commit it.
  test.each(scenarios)('%s', async (name) => {
    const path = `${folder}/${name}`;
    await expect(await play(readFileSync(path, 'utf8'))).toMatchFileSnapshot(path);
  });

  test('there are scenarios', () => expect(scenarios.length).toBeGreaterThan(20));
});
