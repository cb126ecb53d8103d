import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../../src/index.ts';
import { lint } from '../../support/seed.ts';

/** What is found in files, as `line:column rule severity` and the part of the text that is shown. */
async function found(files: Readonly<Record<string, string>>, live?: string): Promise<string[]> {
  const sources = Object.entries(files).map(([path, text]) => new SourceFile(path, text));
  const report = await lint(
    { files: sources, ...(live === undefined ? {} : { live: [new SourceFile('live.json', live)] }) },
    { severities: { 'nothing-checked': 'off' } },
  );
  expect(report.failures).toEqual([]);
  return report.findings.map(({ ruleId, severity, region }) => {
    const line = (files[region.path] ?? '').split(/\r?\n/)[region.start.line - 1] ?? '';
    const shown = line.slice(region.start.column - 1, region.end.column - 1);
    return `${region.start.line} ${ruleId} ${severity} ${shown}`;
  });
}

const attach = (name: string) => `az stack-hci-vm disk attach -g rg --vm-name ${name} --disks d`;
const power = (verb: string, name: string) => `az stack-hci-vm ${verb} -g rg --name ${name}`;
const sh = (...lines: string[]) => found({ 'a.sh': lines.join('\n') });
const ps1 = (...lines: string[]) => found({ 'a.ps1': lines.join('\n') });

describe('a VM is stopped when the same VM was stopped before, and not started since', () => {
  const error = ['AZL4001 error', 'AZL4001 warning'];
  const [runs, mayRun] = error as [string, string];
  test.each([
    ['nothing before it', [attach('a')], mayRun],
    ['stopped', [power('stop', 'a'), attach('a')], undefined],
    ['stopped after', [attach('a'), power('stop', 'a')], mayRun],
    ['another one stopped', [power('stop', 'b'), attach('a')], mayRun],
    ['stopped and started', [power('stop', 'a'), power('start', 'a'), attach('a')], runs],
    ['created', [power('create', 'a'), attach('a')], runs],
    ['one of unknown name stopped', [power('stop', '"$x"'), attach('a')], mayRun],
    ['started, then one of unknown name stopped', [power('start', 'a'), power('stop', '"$x"'), attach('a')], mayRun],
    ['the same unknown one stopped', [power('stop', '"$x"'), attach('$x')], undefined],
    ['a variable that is assigned in between', ['x=$(a)', power('stop', '$x'), 'x=$(a)', attach('$x')], mayRun],
    ['a variable with a known value', ['x=a', power('stop', '"$x"'), attach('a')], undefined],
    ['a name in other letter case', [power('stop', 'A'), attach('a')], undefined],
    ['by id', ['az stack-hci-vm stop --ids /subscriptions/s/resourceGroups/g/providers/x/y/a', attach('a')], undefined],
    ['in a function', ['f() {', power('stop', '"$1"'), '}', 'f a', attach('a')], undefined],
    ['another one in a function', ['f() {', power('stop', '"$1"'), '}', 'f b', attach('a')], mayRun],
    ['in a function that nobody calls', ['f() {', power('stop', 'a'), '}', attach('a')], mayRun],
    ['under a condition', ['if running; then', power('stop', 'a'), 'fi', attach('a')], undefined],
    ['in a loop', ['for x in a b; do', power('stop', '"$x"'), attach('"$x"'), 'done'], undefined],
  ])('%s', async (_, lines, expected) => {
    const findings = await sh(...lines);
    expect(findings.map((finding) => finding.split(' ').slice(1, 3).join(' '))).toEqual(expected ? [expected] : []);
  });

  test.each([
    ['Running', 'error'],
    ['Stopped', undefined],
    ['Unknown', 'warning'],
  ])('the live state tells: %s', async (powerState, severity) => {
    const live = {
      id: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.HybridCompute/machines/a/providers/Microsoft.AzureStackHCI/virtualMachineInstances/default',
      type: 'microsoft.azurestackhci/virtualmachineinstances',
      properties: { status: { powerState } },
    };
    const findings = await found({ 'a.sh': attach('a') }, JSON.stringify(live));
    expect(findings.map((finding) => finding.split(' ')[2])).toEqual(severity ? [severity] : []);
  });
});

describe('values are known when they are literal, and unknown otherwise', () => {
  const update = (vlan: string) => `az stack-hci-vm network lnet create -n a --dns-servers ${vlan}`;
  test.each([
    ['a literal', ['d=fd00::1', update('$d')], 1],
    ['the last assignment counts', ['d=10.0.0.1', 'd=fd00::1', update('$d')], 1],
    ['a default', [`d=\${d:-fd00::1}`, update('$d')], 0],
    ['under a condition', ['if x; then d=fd00::1; fi', update('$d')], 0],
    ['after &&', ['d=10.0.0.1', '[ -z "$x" ] && d=fd00::1', update('$d')], 0],
    ['changed in a loop', ['d=fd00::1', 'while x; do', update('$d'), 'd=$(y)', 'done'], 0],
    ['read', ['d=fd00::1', 'read d', update('$d')], 0],
    ['after another script', ['d=fd00::1', 'source x.sh', update('$d')], 0],
    [
      'part of an array that is added to under a condition',
      [
        'a=(--dns-servers fd00::1)',
        'if x; then a+=(--vlan 1); fi',
        `az stack-hci-vm network lnet create -n a "\${a[@]}"`,
      ],
      1,
    ],
    [
      'an array that is replaced under a condition',
      [
        'a=(--dns-servers fd00::1)',
        'if x; then a=(--vlan 1); fi',
        `az stack-hci-vm network lnet create -n a "\${a[@]}"`,
      ],
      0,
    ],
    ['words in one variable', ['o="--name a --dns-servers fd00::1"', 'az stack-hci-vm network lnet create $o'], 1],
    ['several in one option', ['az stack-hci-vm network lnet create -n a --dns-servers 10.0.0.1 fd00::1'], 1],
  ])('%s', async (_, lines, count) => {
    expect((await sh(...lines)).length).toBe(count);
  });

  test('what a script creates is judged as a template is', async () => {
    expect(await sh('off=false', 'az stack-hci-vm create --name a --enable-agent $off')).toEqual([
      '1 AZL3001 warning false',
    ]);
    expect(await sh('az stack-hci-vm create --name a --enable-agent "$off"')).toEqual([]);
  });
});

describe('commands, however they are written', () => {
  const add = 'az stack-hci-vm nic add --vm-name a --nics n';
  test.each([
    ['with sudo', [`sudo -E ${add}`.replace(' -E', '')], `sudo ${add}`],
    ['by path', [`/usr/bin/${add}`], `/usr/bin/${add}`],
    ['in a substitution', [`x=$(${add})`], add],
    ['in a pipe', [`${add} | jq .`], add],
    ['in a condition', [`if ! ${add}; then exit 1; fi`], add],
    ['over several lines', ['az stack-hci-vm \\', '  nic add \\', '  --vm-name a'], 'az stack-hci-vm \\'],
    ['in a wrapper', ['run() { echo "$*"; "$@"; }', `run ${add}`], 'add'],
  ])('%s', async (_, lines, shown) => {
    const findings = await sh(...lines);
    expect(findings.map((finding) => finding.replace(/^\d+ AZL3002 error /, ''))).toEqual([shown]);
  });

  test.each([
    [
      'an array that a function of another file takes',
      "Invoke-Az -Arguments @('stack-hci-vm', 'nic', 'add', '--vm-name', $a)",
    ],
    ['a call', "& 'az.cmd' stack-hci-vm nic add --vm-name a"],
    ['a cmdlet', 'Remove-AzStackHCIVMVirtualMachineNetworkInterface -Name a -NicName b'],
    ['in a script block', 'Invoke-Command -ScriptBlock { az stack-hci-vm nic add --vm-name a }'],
    ['with a result', '$r = az stack-hci-vm nic add --vm-name a 2>&1 | ConvertFrom-Json'],
  ])('PowerShell: %s', async (_, line) => {
    expect((await ps1(line)).map((finding) => finding.split(' ')[1])).toEqual(['AZL3002']);
  });

  test.each([
    '# az stack-hci-vm nic add --vm-name a',
    'echo "az stack-hci-vm nic add --vm-name a"',
    'az stack-hci-vm nic list --vm-name a',
    'az stack-hci-vm nic "$action" --vm-name a',
    'az network nic add --vm-name a # stack-hci-vm',
    'az stack-hci-vm gpu attach --vm-name a',
    'az stack-hci-vm update --name a --enable-agent "$on"',
    'az stack-hci-vm update --name a --enable-agent false',
    'az stack-hci-vm network lnet update --name a --network-security-group n --tags vlan=1',
    'az stack-hci-vm network nic update --name a --tags address=fd00::1',
    'az resource move --destination-group g --ids "$id" # Microsoft.AzureStackHCI/virtualHardDisks',
    'az resource list --resource-type Microsoft.AzureStackHCI/virtualHardDisks',
  ])('silent: %s', async (line) => {
    expect(await sh(line)).toEqual([]);
  });
});

describe('moves', () => {
  const disk = '/subscriptions/$s/resourceGroups/$g/providers/Microsoft.AzureStackHCI/virtualHardDisks/d';
  test.each([
    ['an id with unknown parts', `az resource move --destination-group h --ids "${disk}"`, 'error'],
    [
      'a type that no page names',
      `az resource move --destination-group h --ids "${disk.replace('virtualHardDisks', 'logicalNetworks')}"`,
      'warning',
    ],
    [
      'an Arc machine, which may be a server',
      'az resource move --destination-group h --ids /subscriptions/s/resourceGroups/g/providers/Microsoft.HybridCompute/machines/m',
      'warning',
    ],
    [
      'an id that a command of ours printed',
      'az resource move --destination-group h --ids $(az stack-hci-vm show -n a --query id)',
      'warning',
    ],
    [
      'by REST',
      `az rest --method post --url https://management.azure.com/x/moveResources --body '{"resources":["${disk}"]}'`,
      'error',
    ],
    [
      'REST that removes',
      `az rest --method post --url https://management.azure.com/x/removeResources --body '{"resources":["${disk}"]}'`,
      undefined,
    ],
  ])('%s', async (_, line, severity) => {
    expect((await sh(line)).map((finding) => finding.split(' ').slice(1, 3))).toEqual(
      severity ? [['AZL5001', severity]] : [],
    );
  });
});

test('terraform apply is shown where its folder has Azure Local blocks', async () => {
  const block = 'resource "azurerm_stack_hci_logical_network" "a" {\n}\n';
  const applied = async (path: string, script: string) =>
    (await found({ [path]: script, 'infra/main.tf': block })).filter((finding) => finding.includes('terraform'));
  const one = ['1 AZL5002 error terraform apply -auto-approve'];
  expect(await applied('infra/a.sh', 'terraform apply -auto-approve')).toEqual(one);
  expect(await applied('a.sh', 'terraform apply -auto-approve')).toEqual([]);
  expect(await applied('ci/a.sh', 'cd infra\nterraform apply -auto-approve')).toEqual([
    '2 AZL5002 error terraform apply -auto-approve',
  ]);
  expect(await applied('infra/a.sh', 'terraform plan')).toEqual([]);
  expect((await applied('ci/a.sh', 'terraform -chdir=../infra apply')).length).toBe(1);
});

test('Markdown is read when it is named: its code blocks run in order', async () => {
  const markdown = `# How\n\n\`\`\`bash\n${attach('a')}\n\`\`\`\n\n\`\`\`json\n{}\n\`\`\`\n`;
  expect(await found({ 'a.md': markdown })).toEqual([`4 AZL4001 warning ${attach('a')}`]);
});

test.each([
  ['a script of ours', 'if (x) { az stack-hci-vm show -n a', ['1 AZL8001 error {']],
  ['somebody else’s script', 'if (x) { Get-Item azurestackhci', []],
])('what is never closed is reported in %s only', async (_, text, expected) => {
  expect((await ps1(text)).map((finding) => finding.replace(/\{.*/, '{'))).toEqual(expected);
});

test('steps of one job are one sequence; jobs are not', async () => {
  const job = (...runs: string[]) => `    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`;
  const one = `jobs:\n  a:\n${job(power('stop', 'a'), attach('a'))}`;
  const two = `jobs:\n  a:\n${job(power('stop', 'a'))}  b:\n${job(attach('a'))}`;
  expect(await found({ '.github/workflows/a.yml': one })).toEqual([]);
  expect((await found({ '.github/workflows/a.yml': two })).map((finding) => finding.split(' ')[1])).toEqual([
    'AZL4001',
  ]);
});

test('functions that call each other come to an end', async () => {
  const text = ['f() { g; g; }', 'g() { f; f; }', 'f', 'az stack-hci-vm nic add --vm-name a'].join('\n');
  const report = await lint({ files: [new SourceFile('a.sh', text)] });
  expect(report.findings.map(({ ruleId }) => ruleId).filter((id) => id !== 'AZL8008')).toEqual(['AZL3002']);
});

describe('what is added to a variable', () => {
  const named = (name: string, ...lines: string[]) => sh(...lines, power('stop', name), attach('ab'));
  const mayRun = async (...lines: string[]) => (await named('"$x"', ...lines)).length > 0;

  test.each([
    ['text to text', ['x=a', 'x+=b'], false],
    ['other text', ['x=a', 'x+=c'], true],
    ['text to nothing', ['x+=ab'], true],
    ['a list to a text', ['x=a', 'x+=(b)'], true],
    ['text to what is unknown', ['x=$(az account show)', 'x+=b'], true],
  ])('%s', async (_, lines, expected) => {
    expect(await mayRun(...lines)).toBe(expected);
  });
});

describe('parameters of a function', () => {
  const body = 'function Stop-It($Name, $Group) { az stack-hci-vm stop -g $Group --name $Name }';
  const stopped = async (call: string) => (await ps1(body, call, attach('a'))).length === 0;

  test.each([
    ['by place', 'Stop-It a rg', true],
    ['by name', 'Stop-It -Group rg -Name a', true],
    ['by name with a colon', 'Stop-It -Group:rg -Name:a', true],
    ['one by name, one by place', 'Stop-It -Group rg a', true],
    ['another one', 'Stop-It b rg', false],
    ['a name without a value', 'Stop-It rg -Name', false],
    ['too few', 'Stop-It', false],
    ['a switch that it does not have', 'Stop-It a rg -Force', true],
  ])('%s', async (_, call, expected) => {
    expect(await stopped(call)).toBe(expected);
  });
});
