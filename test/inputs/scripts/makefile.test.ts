import { expect, test } from 'vitest';
import { SourceFile } from '../../../src/index.ts';
import { lint } from '../../support/seed.ts';

const makefile = `VM := app-01
# az stack-hci-vm network lnet update --name lnet --vlan 6

network: ## az stack-hci-vm network lnet update --name lnet --vlan 7
\t@az stack-hci-vm network lnet update \\
\t  --name lnet --resource-group rg --vlan 8

nic:
\taz stack-hci-vm nic add --vm-name $(VM) --resource-group rg --nics backup
`;

test.each(['Makefile', 'ci/GNUmakefile', 'deploy.mk'])(
  'recipes of %s are commands, and nothing else of it is',
  async (path) => {
    const { findings } = await lint({ files: [new SourceFile(path, makefile)] });
    expect(findings.map(({ ruleId, region }) => `${ruleId} ${region.start.line}:${region.start.column}`)).toEqual([
      'AZL1104 6:36',
      'AZL3002 9:2',
    ]);
  },
);
