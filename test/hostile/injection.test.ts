import { expect, test } from 'vitest';
import { say } from '../../src/cli/say.ts';
import { addressPlan, audit, type Report, SourceFile } from '../../src/index.ts';
import { addressPlanJson, addressPlanText } from '../../src/reporters/address-plan.ts';
import { auditReporters } from '../../src/reporters/audit.ts';
import { reporters } from '../../src/reporters/index.ts';
import { plan } from '../../src/reporters/plan.ts';
import { lint } from '../support/seed.ts';

/** What a host, a terminal or a spreadsheet would act on, at the start of a text and on a line of its own. */
const words = [
  '::error file=x::owned',
  '##vso[task.setvariable variable=a]owned',
  '##[error]owned',
  '\u001b[31mowned',
  '\u009b31mowned',
  '\u202eowned',
  '<script>owned()</script>',
  '](javascript:owned) ![x](https://owned) @owned',
  '` | owned | `',
  '</testcase><owned/>',
];
const hostile = words.flatMap((word) => [word, `\n${word}`, `\r${word}`]).join(' ');

/** A network, an interface and a machine with a hostile text wherever there may be one, and findings that quote it. */
const files = words.flatMap((word, index) => {
  const text = `${word}\n${hostile}`;
  const network = (vlan: number, name = text) => ({
    type: 'Microsoft.AzureStackHCI/logicalNetworks',
    apiVersion: text,
    name,
    location: text,
    tags: { [text]: text },
    [text]: text,
    properties: {
      subnets: [{ name: text, properties: { vlan, addressPrefix: '::/0', ipPools: text } }],
      dhcpOption: text,
    },
  });
  const nic = {
    type: 'Microsoft.AzureStackHCI/networkInterfaces',
    name: text,
    properties: {
      ipConfigurations: [{ name: text, properties: { privateIPAddress: '::1', subnet: { id: text } } }],
      dnsSettings: { dnsServers: [text, '::2'] },
    },
  };
  const path = `${word.replaceAll('/', '|')}${index}\n${word.replaceAll('/', '|')}.json`;
  return [{ path, now: [network(6), network(806, `n${index}`), nic], before: [network(5), network(805, `n${index}`)] }];
});
const asFiles = (key: 'now' | 'before') =>
  files.map((file) => new SourceFile(file.path, JSON.stringify({ resources: file[key] })));
const broken = new SourceFile('::error::b.json', `{ "type": "Microsoft.AzureStackHCI/logicalNetworks", ${hostile} }`);
const input = {
  files: [...asFiles('now'), broken],
  base: asFiles('before'),
  unreadable: [{ path: `::error::${hostile}`, message: hostile }],
};
const report: Report = await lint(input, { preset: 'strict' });

/** Characters that act on a terminal, but for the line breaks of the report itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what the test looks for
const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;
const obeyed = /##(vso)?\[(?!task\.logissue )/i;
/** GitHub Actions passes over the white space before a command. */
const commands = (text: string) => text.split('\n').filter((row) => /^\s*::[a-z]/i.test(row));
const ours = /^::(error|warning|notice) (file=[^,:]*,)?(line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?)?title=[^:]*::/;

const everyFinding: [string, string][] = await Promise.all(
  Object.entries(reporters).map(async ([name, load]): Promise<[string, string]> => {
    const options = {
      colors: false,
      verbose: true,
      quiet: false,
      explainValues: true,
      width: 80,
      version: '1',
      exitCode: 1,
    };
    return [name, (await load())(report, options)];
  }),
);
const audited = await audit(input, {}, { date: '2026-11-24', version: '1' });
const everyAudit = await Promise.all(
  Object.entries(auditReporters).map(async ([name, load]): Promise<[string, string]> => {
    const options = {
      colors: false,
      verbose: true,
      quiet: false,
      explainValues: true,
      width: 80,
      version: '1',
      exitCode: 1,
    };
    return [`audit as ${name}`, (await load())(audited, options)];
  }),
);
const { plan: addresses } = await addressPlan(input, {});
const printed: [string, string][] = [
  ...everyFinding,
  ...everyAudit,
  ['replacement plan', plan(report)],
  ['address plan', addressPlanText(addresses, { colors: false })],
  ['address plan as JSON', addressPlanJson(addresses, '1')],
];

test('the findings are about hostile texts', () => {
  expect(report.findings.length).toBeGreaterThan(50);
  expect(report.findings.some(({ message }) => message.includes('owned'))).toBe(true);
  expect(addresses.networks.length).toBeGreaterThan(5);
});

test.each(printed)('nothing in %s acts on a terminal', (_, text) => {
  expect(text).toContain('owned');
  // Lines of CSV end that way.
  expect(text.replaceAll('\r\n', '\n').match(acting)).toBeNull();
});

test.each(printed)('no pipeline obeys what stands in %s', (name, text) => {
  expect(text.match(obeyed)).toBeNull();
  expect(commands(text).filter((row) => name !== 'github' || !ours.test(row))).toEqual([]);
});

test.each(['json', 'sarif', 'gitlab', 'rdjson'] as const)('%s gives programs the text as it is', async (format) => {
  const text = everyFinding.find(([name]) => name === format)?.[1] ?? '';
  const paths = JSON.stringify(JSON.parse(text)).match(/::error file=x::owned0|%3A%3Aerror|::error%20file=x::owned0/);
  expect(paths).not.toBeNull();
});

test('what is said on standard error', () => {
  let text = '';
  say(
    {
      stderr: (part) => {
        text += part;
      },
    },
    `azlocal-lint: ${hostile}`,
  );
  expect(text.match(acting)).toBeNull();
  expect(text.match(obeyed)).toBeNull();
  expect(commands(text)).toEqual([]);
});
