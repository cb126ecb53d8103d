import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../../src/index.ts';
import { lint } from '../support/seed.ts';
import { everyRuleAtOnce } from './estate.ts';
import { file, network } from './specs.ts';

const base = [file('net.yaml', network(805))];
const fingerprintOf = async (...files: SourceFile[]) => {
  const { findings } = await lint({ files, base });
  expect(findings).toHaveLength(1);
  return findings[0]?.fingerprint;
};

describe('a fingerprint', async () => {
  const first = await fingerprintOf(file('net.yaml', network(806)));

  test.each([
    ['lines that moved', file('net.yaml', `# a comment\n\n${network(806)}`)],
    ['a file that was renamed', file('moved/other.yaml', network(806))],
    ['another spelling of the name', file('net.yaml', network(806, 'LNET-prod'))],
    ['the same resource in JSON', file('net.json', JSON.stringify(asJson(806)))],
  ])('survives %s', async (_, changed) => {
    expect(await fingerprintOf(changed)).toBe(first);
  });

  test.each([
    ['another value', file('net.yaml', network(807))],
    ['no value', file('net.yaml', network('null'))],
  ])('is another for %s', async (_, changed) => {
    expect(await fingerprintOf(changed)).not.toBe(first);
  });

  test('is another when the value is not quoted in the message', async () => {
    const wrong = async (vlan: string) => (await lint({ files: [file('net.yaml', network(vlan))] })).findings[0];
    const [yes, no] = [await wrong('true'), await wrong('false')];
    expect(yes?.ruleId).toBe('AZL8002');
    expect(yes?.fingerprint).not.toBe(no?.fingerprint);
  });

  test('is another for another resource', async () => {
    const { findings } = await lint({
      files: [file('a.yaml', network(806)), file('b.yaml', network(806, 'lnet-b'))],
      base: [file('a.yaml', network(805)), file('b.yaml', network(805, 'lnet-b'))],
    });
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test('is unique in a run, also where a rule says the same twice', async () => {
    const twice = network(806).replace(/^ {2}subnets:[\s\S]*/m, '  dhcpOptions: { dnsServers: ["::1", "::1"] }\n');
    const { findings } = await lint({ files: [file('net.yaml', twice)] });
    const [one, two] = findings.map(({ fingerprint }) => fingerprint);
    expect(two).toBe(`${one}-2`);
    const all = (await lint(everyRuleAtOnce())).findings.map(({ fingerprint }) => fingerprint);
    expect(new Set(all).size).toBe(all.length);
  });
});

function asJson(vlan: number): object {
  return {
    type: 'Microsoft.AzureStackHCI/logicalNetworks',
    apiVersion: '2025-09-01-preview',
    name: 'lnet-prod',
    resourceGroup: 'rg',
    properties: { subnets: [{ name: 'default', properties: { addressPrefix: '10.1.2.0/24', vlan } }] },
  };
}
