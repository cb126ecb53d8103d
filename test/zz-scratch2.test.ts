import { test } from 'vitest';
import { lint, SourceFile } from '../src/index.ts';
const vm = (ids: string[]) => JSON.stringify({ $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#', contentVersion: '1.0.0.0', parameters: { vmName: { type: 'string' } }, resources: [{ type: 'Microsoft.AzureStackHCI/virtualMachineInstances', apiVersion: '2025-09-01-preview', name: 'default', scope: "[format('Microsoft.HybridCompute/machines/{0}', parameters('vmName'))]", properties: { networkProfile: { networkInterfaces: ids.map((id) => ({ id })) } } }] }, null, 1);
test('x', async () => {
  for (const ids of [["[resourceId('Microsoft.AzureStackHCI/networkInterfaces','a')]", "[resourceId('Microsoft.AzureStackHCI/networkInterfaces','b')]"], ["[resourceId('Microsoft.AzureStackHCI/networkInterfaces','a')]", "[resourceId('Microsoft.AzureStackHCI/networkInterfaces',parameters('vmName'))]"]]) {
    const r = await lint({ files: [new SourceFile('t.json', vm(ids))], base: [new SourceFile('t.json', vm(ids.slice(0, 1)))] });
    console.log(JSON.stringify(r.findings.map((f) => [f.ruleId, f.message])), JSON.stringify(r.pairings), JSON.stringify(r.coverage));
  }
});
