import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../../src/index.ts';
import { lint } from '../../support/seed.ts';

const attach = 'az stack-hci-vm disk attach -g rg --vm-name a --disks d';

/** Whether a command is found in a step, which is a line of YAML. */
async function isRead(path: string, text: string): Promise<boolean> {
  const report = await lint({ files: [new SourceFile(path, text)] }, { severities: { 'nothing-checked': 'off' } });
  return report.findings.some(({ ruleId }) => ruleId === 'AZL4001');
}

describe('a step of Azure Pipelines', () => {
  const windows = 'pool: { vmImage: windows-latest }\n';
  test.each([
    ['bash', `- bash: ${attach}`, true],
    ['pwsh', `- pwsh: ${attach}`, true],
    ['powershell', `- powershell: ${attach}`, true],
    ['script', `- script: ${attach}`, true],
    ['Bash@3', `- { task: Bash@3, inputs: { targetType: inline, script: ${attach} } }`, true],
    ['PowerShell@2', `- { task: PowerShell@2, inputs: { script: ${attach} } }`, true],
    ['CmdLine@2', `- { task: CmdLine@2, inputs: { script: ${attach} } }`, true],
    ['AzureCLI@2', `- { task: AzureCLI@2, inputs: { scriptType: bash, inlineScript: ${attach} } }`, true],
    ['AzureCLI@2 for cmd.exe', `- { task: AzureCLI@2, inputs: { scriptType: batch, inlineScript: ${attach} } }`, false],
    ['AzureCLI@2 of no type', `- { task: AzureCLI@2, inputs: { inlineScript: ${attach} } }`, false],
    ['AzurePowerShell@5', `- { task: AzurePowerShell@5, inputs: { Inline: ${attach} } }`, true],
    ['a task that runs nothing', `- { task: CopyFiles@2, inputs: { script: ${attach} } }`, false],
    ['what stands under a condition', `- \${{ if eq(1, 1) }}:\n    - bash: ${attach}`, true],
  ])('%s', async (_, step, expected) => {
    expect(await isRead('azure-pipelines.yml', `steps:\n${step}\n`)).toBe(expected);
  });

  test.each([
    [
      'a condition in conditions',
      30,
      (step: string) => `{ "\${{ if eq(1, 1) }}": [${step}] }`,
      (step: string) => `steps: [${step}]`,
    ],
    ['a template in templates', 28, (job: string) => `{ a: ${job} }`, (job: string) => `jobs: ${job}`],
  ])('%s, at most %i deep', async (_, most, around, whole) => {
    const nested = (depth: number) => {
      let inner = whole('').startsWith('jobs') ? `{ steps: [{ bash: "${attach}" }] }` : `{ bash: "${attach}" }`;
      for (let level = 0; level < depth; level++) inner = around(inner);
      return isRead('azure-pipelines.yml', `${whole(inner)}\n`);
    };
    expect(await nested(most)).toBe(true);
    expect(await nested(most + 5)).toBe(false);
  });

  test.each([
    ['script', `- script: ${attach}`, false],
    ['CmdLine@2', `- { task: CmdLine@2, inputs: { script: ${attach} } }`, false],
    ['bash', `- bash: ${attach}`, true],
  ])('%s on Windows', async (_, step, expected) => {
    expect(await isRead('azure-pipelines.yml', `${windows}steps:\n${step}\n`)).toBe(expected);
  });
});

describe('a step of a GitHub workflow', () => {
  const job = (system: string, step: string) =>
    `on: push\njobs:\n  a:\n    runs-on: ${system}\n    steps:\n      ${step}\n`;
  test.each([
    ['run on Linux', 'ubuntu-latest', `- run: ${attach}`, true],
    ['run on Windows, where it is PowerShell', 'windows-latest', `- run: ${attach}`, true],
    ['run in another shell', 'ubuntu-latest', `- { shell: python, run: ${attach} }`, false],
    ['azure/cli', 'ubuntu-latest', `- { uses: azure/cli@v2, with: { inlineScript: ${attach} } }`, true],
    ['azure/powershell', 'ubuntu-latest', `- { uses: azure/powershell@v2, with: { inlineScript: ${attach} } }`, true],
    ['an action that runs nothing', 'ubuntu-latest', `- { uses: a/b@v1, with: { inlineScript: ${attach} } }`, false],
  ])('%s', async (_, system, step, expected) => {
    expect(await isRead('.github/workflows/a.yml', job(system, step))).toBe(expected);
  });
});
