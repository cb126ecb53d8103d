const since2023 = [
  '2023-07-01-preview',
  '2023-09-01-preview',
  '2024-01-01',
  '2024-02-01-preview',
  '2024-05-01-preview',
  '2024-08-01-preview',
  '2024-10-01-preview',
  '2025-02-01-preview',
  '2025-04-01-preview',
  '2025-06-01-preview',
  '2025-09-01-preview',
  '2026-02-01-preview',
  '2026-04-01-preview',
];
const before2023 = ['2021-07-01-preview', '2021-09-01-preview', '2022-12-15-preview'];

/**
 * VM types that have no description yet, with their api-versions: enough to tell a misspelling from a type that exists.
 * A type that gets a description of its own leaves this table.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), read 2026-11-22.
 */
export const undescribedTypes: Readonly<Record<string, readonly string[]>> = {
  'Microsoft.AzureStackHCI/galleryImages': [...before2023, ...since2023],
  'Microsoft.AzureStackHCI/marketplaceGalleryImages': [...before2023.slice(1), ...since2023],
  'Microsoft.AzureStackHCI/natGateways': since2023.slice(-3),
  'Microsoft.AzureStackHCI/natGateways/inboundRules': since2023.slice(-1),
  'Microsoft.AzureStackHCI/snapshots': since2023.slice(-2),
  'Microsoft.AzureStackHCI/storageContainers': [...before2023.slice(1), ...since2023],
  'Microsoft.AzureStackHCI/virtualMachineInstances/attestationStatus': since2023.slice(3),
  'Microsoft.AzureStackHCI/virtualMachineInstances/hybridIdentityMetadata': since2023,
  /** The predecessor of virtualMachineInstances. */
  'Microsoft.AzureStackHCI/virtualMachines': before2023,
};
