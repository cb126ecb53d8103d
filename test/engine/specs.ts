import { type Finding, SourceFile } from '../../src/index.ts';

/** Texts of specs for tests of the engine. */
export const file = (path: string, content: unknown): SourceFile =>
  new SourceFile(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));

/** A logical network as a resource document in YAML. */
export const network = (
  vlan: number | string,
  name = 'lnet-prod',
): string => `type: Microsoft.AzureStackHCI/logicalNetworks
apiVersion: 2025-09-01-preview
name: ${name}
resourceGroup: rg
location: eastus
properties:
  subnets:
    - name: default
      properties:
        ipAllocationMethod: Static
        addressPrefix: 10.1.2.0/24
        vlan: ${vlan}
`;

/** A template that deploys a logical network with some properties, with parameters for all that it refers to. */
export const template = (properties: object, parameters: Record<string, object> = {}, more: object = {}): object => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters,
  resources: [
    {
      type: 'Microsoft.AzureStackHCI/logicalNetworks',
      apiVersion: '2025-09-01-preview',
      name: 'lnet',
      location: 'eastus',
      properties,
      ...more,
    },
  ],
});

/** A parameter file. */
export const parameters = (values: Record<string, unknown>): object => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
  contentVersion: '1.0.0.0',
  parameters: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
});

/** A finding as `rule path:line`, with the deployments it was found in. */
export const shown = ({ ruleId, region, environments }: Finding): string =>
  `${ruleId} ${region.path}:${region.start.line}${environments.length > 0 ? ` in ${environments.join(', ')}` : ''}`;
