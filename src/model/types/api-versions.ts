/**
 * The api-versions of the VM types of Microsoft.AzureStackHCI, oldest first: the types of this line are published together.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), read 2026-11-22.
 */
const line = [
  '2021-07-01-preview',
  '2021-09-01-preview',
  '2022-12-15-preview',
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
] as const;

/** All api-versions from one on: those of a type that came with it and is published still. */
export const apiVersionsFrom = (first: (typeof line)[number]): readonly string[] => line.slice(line.indexOf(first));
