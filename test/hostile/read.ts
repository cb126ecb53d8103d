import { type Report, SourceFile } from '../../src/index.ts';
import { lint } from '../support/seed.ts';

/** Checks one text as a file of its own. */
export const read = (path: string, text: string): Promise<Report> => lint({ files: [new SourceFile(path, text)] });

/** Rules and failures of a report, each once, in order: `AZL8008`, `not checked`. */
export function said({ findings, failures }: Report): string[] {
  return [...new Set([...findings.map(({ ruleId }) => ruleId), ...failures.map(() => 'not checked')])].sort();
}

/** The type that makes a JSON or YAML document one of ours. */
export const ourType = 'Microsoft.AzureStackHCI/logicalNetworks';

/** A template with one logical network and some further sections. */
export const templateWith = (sections: object, network: object = {}): string =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: [
      {
        type: ourType,
        apiVersion: '2025-09-01-preview',
        name: 'lnet',
        location: 'eastus',
        extendedLocation: {
          type: 'CustomLocation',
          name: "[resourceId('Microsoft.ExtendedLocation/customLocations', 'a')]",
        },
        properties: { subnets: [] },
        ...network,
      },
    ],
    ...sections,
  });
