import type { Release } from './release.ts';

/** A limitation of the overview page, `statement` being its words in ours. Page and heading as read on that day. */
const documented = (statement: string) => ({
  statement,
  page: 'https://learn.microsoft.com/azure/azure-local/multi-rack/multi-rack-azure-arc-vm-management-overview',
  heading: 'Limitations of Azure Local VM management',
  readOn: '2026-11-22',
});

const since = (from: Release, note: string) => ({ relaxed: { from, note } });

/** The fabric documentation has IPv6 networks, which is why it is about these types only; NSG pages are silent. */
export const ipv4Only = documented(
  'Azure Local VMs and their networks work with IPv4 addresses only; an IPv6 address or prefix is not supported.',
);

const fixed = (what: string) =>
  documented(`${what} of a logical network is set when the network is created and can't be changed afterwards.`);

export const gatewayIsFixed = {
  ...fixed('The default gateway'),
  ...since(
    '1.4',
    "the platform adds a default route to existing networks, so one that the base lacks is no change (what's new, 2026-08-20).",
  ),
};

export const ipPoolsAreFixed = documented(
  "The IP pools of a logical network are set when the network is created and can't be changed afterwards.",
);

export const addressSpaceIsFixed = fixed('The IP address space');

export const vlanIsFixed = fixed('The VLAN id');

export const fabricNetworkIsFixed = fixed('The fabric network, which carries the Layer 3 connectivity,');

export const guestManagementAtCreation = {
  ...documented("Guest management of a VM is enabled when the VM is created; it can't be enabled later."),
  ...since(
    '1.4',
    "an existing VM can be enrolled later if its configuration agent was installed at creation (what's new, 2026-08-20). A VM that certainly has none is still an error.",
  ),
};

export const networkInterfacesAtCreation = {
  ...documented(
    'The network interfaces of a VM are given when it is created; none can be added or removed afterwards.',
  ),
  ...since(
    '1.5',
    "secondary network interfaces may be added to an existing VM, stopped or running (what's new, 2026-08-20).",
  ),
};

export const sizeOfRunningVirtualMachine = documented(
  "The processors and memory of a VM can't be changed while it runs; it has to be stopped first.",
);

export const dataDisksOfRunningVirtualMachine = documented(
  "Data disks can't be attached to a running VM or detached from it; it has to be stopped first.",
);

export const noResourceGroupMove = documented(
  "A VM and the resources that belong to it, such as network interfaces and disks, can't be moved to another resource group.",
);

export const noTerraform = documented(
  'Terraform is not a supported way to deploy Azure Local VMs or the resources that belong to them.',
);
