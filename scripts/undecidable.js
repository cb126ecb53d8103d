/** @typedef {{ statement: string, page: import('../build/model/documentation.js').Page, heading: string, reason: string }} Undecidable */

/**
 * What the documentation says and no spec, change or command can show, each with the reason. Statements in our own words;
 * pages as `documented()` takes them.
 *
 * @type {readonly Undecidable[]}
 */
export const undecidable = [
  {
    statement: 'All subscriptions of one deployment belong to one Microsoft Entra tenant.',
    page: 'assign-vm-rbac-roles',
    heading: 'About built-in RBAC roles',
    reason: 'a spec does not tell which tenant a subscription is in',
  },
  {
    statement: 'The blob that an image is made from must be a page blob.',
    page: 'virtual-machine-image-storage-account',
    heading: 'Prerequisites',
    reason: 'the address of a blob does not tell its kind',
  },
  {
    statement: 'An image with Windows must have the VirtIO drivers.',
    page: 'vm-management-prerequisites',
    heading: 'Azure Local VM image requirements',
    reason: 'what is in an image stands in no spec',
  },
  {
    statement: 'An image with Linux must start with a serial console.',
    page: 'vm-management-prerequisites',
    heading: 'Azure Local VM image requirements',
    reason: 'what is in an image stands in no spec',
  },
  {
    statement: 'An image must be generalized before it is uploaded: by sysprep, or by cleaning up a Linux machine.',
    page: 'virtual-machine-image-storage-account',
    heading: 'Prerequisites',
    reason: 'what is in an image stands in no spec',
  },
  {
    statement: 'VMs that use SR-IOV stay where they are when others are moved in an upgrade; they are restarted.',
    page: 'whats-new',
    heading: 'Features and improvements in 1.3',
    reason: 'no property of a VM tells that it uses SR-IOV',
  },
  {
    statement: 'The serial console works for Windows Server and Linux, not for Windows clients.',
    page: 'serial-console',
    heading: 'Connect to a VM serial console using Azure CLI on multi-rack deployments of Azure Local',
    reason: 'no property tells a Windows client from a Windows Server',
  },
  {
    statement: 'All machines of a deployment must have GPUs of one make and model.',
    page: 'gpu-preparation',
    heading: 'Host requirements',
    reason: 'specs of VMs and networks do not describe the hardware of hosts',
  },
  {
    statement: 'A VM with strict placement is not created when its zone is full.',
    page: 'create-arc-virtual-machines',
    heading: 'Create a Windows VM',
    reason: 'the platform alone knows how full a zone is',
  },
  {
    statement: 'A NAT gateway must exist before a load balancer on the same virtual network is created.',
    page: 'nat-gateway-overview',
    heading: 'NAT gateway configurations',
    reason:
      'that there is one is checked; the order may come from an earlier deployment or a script, so that a missing dependsOn proves nothing',
  },
  {
    statement: 'A load balancer is created in the managed resource group of the custom location.',
    page: 'create-load-balancer-logical-network',
    heading: 'Required parameters',
    reason: 'no spec tells which group is the managed one, and other pages allow any group',
  },
  {
    statement: 'VMs on a virtual network are created by the command line or a template, not in the portal.',
    page: 'create-arc-virtual-machines',
    heading: 'Create Azure Local VMs',
    reason: 'what is checked here is a command or a template, which is what the page asks for',
  },
  {
    statement: 'A network security group stands in the resource group of the Azure Local instance.',
    page: 'create-network-security-groups',
    heading: 'Create a network security group (NSG)',
    reason: 'no spec tells the resource group of the instance',
  },
];
