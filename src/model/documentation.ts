import type { Release } from './release.ts';

/** One documented limitation of the platform: the witness that every rule needs. */
export interface Limitation {
  /** The limitation in our own words. */
  readonly statement: string;
  /** Address of the page that says so. */
  readonly page: string;
  /** Heading on that page. */
  readonly heading: string;
  /** Day on which the page was read, `YYYY-MM-DD`. */
  readonly readOn: string;
  /** Date that the copy of the page bears that was read, `YYYY-MM-DD`; absent for the linter's own rules. */
  readonly dated?: string;
  /** From which release on another page relaxes it, and what that page says. */
  readonly relaxed?: { readonly from: Release; readonly note: string };
}

/**
 * The pages of the documentation of Azure Local for multi-rack deployments that rules rest on, by the last part of their address, with
 * the date that the copy bears that was read. All were read on the same day.
 */
const pages = {
  'access-control-lists': '2025-12-01',
  'assign-vm-rbac-roles': '2025-11-17',
  'azure-arc-vm-management-overview': '2025-11-17',
  'configure-layer-3-isolation-domain': '2026-01-30',
  'connect-arc-vm-using-ssh': '2026-02-18',
  'create-arc-virtual-machines': '2026-02-17',
  'create-internal-load-balancer-virtual-networks': '2025-11-25',
  'create-load-balancer-logical-network': '2025-11-25',
  'create-logical-networks': '2026-06-23',
  'create-nat-gateway': '2025-12-08',
  'create-network-interfaces': '2026-01-16',
  'create-network-security-groups': '2026-02-18',
  'create-public-ip': '2025-11-18',
  'create-public-load-balancer-virtual-networks': '2025-11-25',
  'create-virtual-networks': '2025-11-17',
  'disk-snapshot': '2026-03-11',
  'gpu-manage-via-device': '2026-06-12',
  'gpu-preparation': '2026-06-12',
  'load-balancer-overview': '2025-11-25',
  'manage-arc-virtual-machine-resources': '2026-01-16',
  'manage-arc-virtual-machines': '2025-11-18',
  'manage-data-disks': '2026-04-15',
  'manage-logical-networks': '2026-04-15',
  'manage-network-security-groups': '2026-04-15',
  'nat-gateway-overview': '2025-11-25',
  overview: '2025-11-18',
  'serial-console': '2026-03-12',
  'troubleshoot-arc-enabled-vms': '2026-04-15',
  'virtual-machine-image-storage-account': '2026-01-16',
  'virtual-machine-manage-extension': '2025-11-17',
  'virtual-machine-manage-image': '2026-04-15',
  'virtual-machine-operations': '2026-04-15',
  'vm-management-prerequisites': '2026-02-05',
  'whats-new': '2026-08-20',
} as const;

/** A page of the multi-rack documentation, by the last part of its address without `multi-rack-`. */
export type Page = keyof typeof pages;

/** A limitation as a page of the multi-rack documentation states it, `statement` being its words in ours. */
export const documented = (page: Page, heading: string, statement: string, relaxed: Relaxed = {}): Limitation => ({
  statement,
  page: `https://learn.microsoft.com/azure/azure-local/multi-rack/multi-rack-${page}`,
  heading,
  readOn: '2026-11-22',
  dated: pages[page],
  ...relaxed,
});

type Relaxed = Pick<Limitation, 'relaxed'>;

/** The release from which another page relaxes a limitation, and what that page says. */
export const since = (from: Release, note: string): Relaxed => ({ relaxed: { from, note } });

/** A limitation of the list on the overview page, which the first twelve rules enforce. */
export const listed = (statement: string, relaxed: Relaxed = {}): Limitation =>
  documented('azure-arc-vm-management-overview', 'Limitations of Azure Local VM management', statement, relaxed);

/**
 * What Azure Resource Manager does with a resource that exists already: why a template that is deployed again can do harm.
 * The page as read bears no date.
 */
export const redeployed: Limitation = {
  statement:
    'A resource that is deployed again gets all its properties from the template; what the template leaves out is not kept.',
  page: 'https://learn.microsoft.com/azure/azure-resource-manager/templates/deployment-modes',
  heading: 'Incremental mode',
  readOn: '2026-11-24',
};

/** What users reported of Azure Local, which no page of its documentation speaks of. */
export const reported = (page: string, heading: string, dated: string, statement: string): Limitation => ({
  statement,
  page,
  heading,
  readOn: '2026-11-24',
  dated,
});
