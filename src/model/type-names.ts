/*
 * The names of resource types that several rooms speak about, in the platform's spelling.
 */

export const machineType = 'Microsoft.HybridCompute/machines';
export const networkInterfaceType = 'Microsoft.AzureStackHCI/networkInterfaces';
export const publicAddressType = 'Microsoft.AzureStackHCI/publicIPAddresses';
export const subnetType = 'Microsoft.AzureStackHCI/virtualNetworks/subnets';
export const virtualNetworkType = 'Microsoft.AzureStackHCI/virtualNetworks';
