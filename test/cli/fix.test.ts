import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { carryOut } from '../../src/cli/fix.ts';
import { readFiles } from '../../src/cli/read-files.ts';
import type { World } from '../../src/cli/world.ts';
import { lintAndFix } from '../../src/engine/lint-and-fix.ts';

const spec = `type: Microsoft.AzureStackHCI/publicIPAddresses
apiVersion: 2025-09-01-preview
name: pip-web
properties:
  publicIPAddressVersion: IPv4
  publicIPAllocationMethod: Dynamic
`;
const mended = spec.replace(/ {2}publicIPAllocation.*\n/, '');

/** Reads a file, fixes it and writes it; `meanwhile` happens between reading and writing. */
async function fix(bytes: Buffer, meanwhile: (path: string) => void = () => undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'azlocal-lint-'));
  try {
    const path = join(folder, 'a.yaml');
    writeFileSync(path, bytes);
    let said = '';
    const stderr = (text: string) => {
      said += text;
    };
    const input = await readFiles([path], folder);
    const result = await lintAndFix(input);
    meanwhile(path);
    const isWritten = await carryOut('write', result, input, folder, { stderr } as World);
    return { isWritten, said, bytes: existsSync(path) ? readFileSync(path) : undefined };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('UTF-16 stays UTF-16, in either order of bytes', async () => {
  const inUtf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  expect((await fix(inUtf16(spec))).bytes).toEqual(inUtf16(mended));
  expect((await fix(inUtf16(spec).swap16())).bytes).toEqual(inUtf16(mended).swap16());
});

test.each([
  ['changed', (path: string) => writeFileSync(path, `${spec}# mine\n`), `${spec}# mine\n`],
  ['taken away', (path: string) => rmSync(path), undefined],
])('a file that is %s meanwhile is left alone', async (_, meanwhile, left) => {
  const { isWritten, said, bytes } = await fix(Buffer.from(spec), meanwhile);
  expect([isWritten, bytes?.toString()]).toEqual([false, left]);
  expect(said).toBe(
    'azlocal-lint: nothing was fixed.\nazlocal-lint: a.yaml was changed by somebody else meanwhile, so it was left alone. Run again.\n',
  );
});
