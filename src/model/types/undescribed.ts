/**
 * Types that have no description, with their api-versions: enough to tell a misspelling from a type that exists.
 * A type that gets a description of its own leaves this table.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), read 2026-11-22.
 */
export const undescribedTypes: Readonly<Record<string, readonly string[]>> = {
  /** The predecessor of virtualMachineInstances. */
  'Microsoft.AzureStackHCI/virtualMachines': ['2021-07-01-preview', '2021-09-01-preview', '2022-12-15-preview'],
  /** The edge of a fabric, of which only the access control lists matter here. */
  'Microsoft.ManagedNetworkFabric/networkFabrics/networkToNetworkInterconnects': [
    '2023-02-01-preview',
    '2023-06-15',
    '2024-02-15-preview',
    '2024-06-15-preview',
    '2025-07-15',
  ],
};

/** Types so near in name to a described one that they would be taken for a misspelling of it. */
export const namesakes: readonly string[] = ['Microsoft.ManagedNetworkFabric/l2IsolationDomains'];
