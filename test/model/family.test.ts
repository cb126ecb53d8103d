import { expect, test } from 'vitest';
import { SourceFile } from '../../src/index.ts';
import { lint } from '../support/seed.ts';

const found = async (files: Record<string, string>, ruleId: string) => {
  const inputs = Object.entries(files).map(([path, text]) => new SourceFile(path, text));
  const { findings } = await lint({ files: inputs }, { preset: 'strict' });
  return findings.filter((finding) => finding.ruleId === ruleId).map(({ region }) => region.path);
};

const group = 'type: Microsoft.AzureStackHCI/networkSecurityGroups\nname: nsg-web\nlocation: eastus\n';
const rule = (name: string, priority: number) =>
  `type: Microsoft.AzureStackHCI/networkSecurityGroups/securityRules\nname: ${name}\nproperties:\n  priority: ${priority}\n  direction: Inbound\n`;
const together = (...documents: string[]) => documents.join('---\n');

test('a parent that is told in two files has the children of both', async () => {
  expect(await found({ 'a.yaml': group, 'b.yaml': together(group, rule('nsg-web/https', 200)) }, 'AZL7101')).toEqual(
    [],
  );
  expect(await found({ 'a.yaml': group, 'b.yaml': rule('nsg-web/https', 200) }, 'AZL7101')).toEqual([]);
  expect(await found({ 'a.yaml': group, 'b.yaml': rule('nsg-data/https', 200) }, 'AZL7101')).toEqual(['a.yaml']);
});

test('children of one parent in several files are siblings; without the parent they may be of several', async () => {
  const [https, http] = [rule('nsg-web/https', 200), rule('nsg-web/http', 200)];
  expect(await found({ 'a.yaml': together(group, https), 'b.yaml': http }, 'AZL7103')).toEqual(['b.yaml']);
  expect(await found({ 'a.yaml': https, 'b.yaml': http }, 'AZL7103')).toEqual([]);
  expect(await found({ 'a.yaml': together(https, http) }, 'AZL7103')).toEqual(['a.yaml']);
});

test('of three that clash, each but the first is told once', async () => {
  const three = together(rule('nsg-web/a', 200), rule('nsg-web/b', 200), rule('nsg-web/c', 200));
  expect(await found({ 'a.yaml': three }, 'AZL7103')).toEqual(['a.yaml', 'a.yaml']);
});
