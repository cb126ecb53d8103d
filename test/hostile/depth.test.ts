import { expect, test } from 'vitest';
import { ourType, read, said, templateWith } from './read.ts';

const million = 1_000_000;
const around = (open: string, close: string, count = million): string => open.repeat(count) + close.repeat(count);
const network = `type: ${ourType}\nname: a\n`;
const tagged = (tag: string): string => templateWith({}, { tags: { tag } });

/** Each text is nested deeper than any stack; a limit or an error must be what comes of it, never an exception or silence. */
const nested: readonly (readonly [what: string, path: string, text: string, said: string])[] = [
  ['lists in JSON', 'a.json', `{ "type": "${ourType}", "x": ${around('[', ']')} }`, 'AZL8008'],
  ['objects in JSON', 'a.json', `{ "type": "${ourType}", "x": ${around('{"a":', '}').replace('}', '1}')} }`, 'AZL8008'],
  ['brackets in JSON that nobody closes', 'a.json', `{ "type": "${ourType}", "x": ${'['.repeat(million)}`, 'AZL8008'],
  ['brackets in YAML', 'a.yaml', `${network}x: ${around('[', ']')}\n`, 'AZL8008'],
  ['brackets in YAML that nobody closes', 'a.yaml', `${network}x: ${'['.repeat(million)}\n`, 'AZL8008'],
  ['lists in YAML', 'a.yaml', `${network}x:\n  ${'- '.repeat(million)}a\n`, 'AZL8008'],
  ['keys in YAML', 'a.yaml', `${network}x:\n  ${'? '.repeat(million)}a\n`, 'AZL8008'],
  ['calls in an expression', 'a.json', tagged(`[${around('concat(', ')')}]`), 'AZL8007'],
  ['calls in an expression that nobody closes', 'a.json', tagged(`[${'concat('.repeat(million)}]`), 'AZL8007'],
  ['indexes in an expression', 'a.json', tagged(`[variables('a')${'[0]'.repeat(million)}]`), 'AZL8007'],
  ['members in an expression', 'a.json', tagged(`[variables('a')${'.a'.repeat(million)}]`), 'AZL8007'],
  [
    'lists in Terraform',
    'a.tf',
    `resource "azapi_resource" "a" {\n type = "${ourType}@1"\n x = ${around('[', ']')}\n}\n`,
    'AZL5002',
  ],
  ['substitutions in a shell script', 'a.sh', `az stack-hci-vm create --name ${around('$(', ')')}\n`, 'AZL8008'],
  ['brackets in PowerShell', 'a.ps1', `New-AzStackHCIVMVirtualMachine -Name ${around('(', ')')}\n`, 'AZL8008'],
  ['tables in PowerShell', 'a.ps1', `New-AzStackHCIVMVirtualMachine -Name ${around('@{ a = ', '}')}\n`, 'AZL8008'],
  ['blocks in PowerShell', 'a.ps1', `${'if ($a) { '.repeat(million)}az stack-hci-vm create --name a\n`, 'AZL8008'],
  ['texts in PowerShell', 'a.ps1', `az stack-hci-vm create --name "${'$('.repeat(million)}"\n`, 'AZL8008'],
];

test.each(nested)('a million %s', { timeout: 120_000 }, async (_, path, text, expected) => {
  const report = await read(path, text);
  expect(said(report)).toContain(expected);
  expect(said(report)).not.toContain('AZL8005');
  if (expected === 'AZL8008') expect(report.failures.map((failure) => failure.path)).toEqual([path]);
});
