import type { Resource } from '../model/resource.ts';
import { apiVersionsOf, findType, nearestType } from '../model/types/index.ts';
import { isPeering } from '../model/virtual-network.ts';
import type { SourceFile } from '../source/source-file.ts';

/*
 * What is this linter's business, and what is not: most files of a repository are somebody else's, and are to be left
 * alone quietly and cheaply.
 */

/**
 * Bytes without which a file cannot declare anything we check: looked for before any parsing. What may stand in between is
 * bounded here and below: every text passes, and a word of it that is repeated a million times must not take for ever.
 */
const marker =
  /microsoft\.?\w{0,40}stack|azurestackhci|azurelocal|hybridcompute|hybridcontainerservice|networkfabric|logicalnetwork|networkinterface|virtualmachine|virtualharddisk|stack_hci|stack-hci-vm|azstackhcivm|templatelink/i;

/** Whether a file may hold something of ours. */
export const isRelevant = (file: SourceFile): boolean => marker.test(file.text);

/** Whether a script may deal with something of ours: what runs Terraform does not say what for. */
export const isRelevantScript = (file: SourceFile): boolean =>
  marker.test(file.text) || /\b(terraform|tofu)\b.{0,500}\bapply\b/.test(file.text) || isDeploying(file);

/** Whether a script may deploy a template: it says with which values, and to which resource group. */
export const isDeploying = (file: SourceFile): boolean =>
  /\bdeployment\s+(?:(?:group|sub)\s+)?create\b|\bNew-Az(?:ResourceGroup|Subscription)?Deployment\b/i.test(file.text);

/** Whether a text that is no YAML or JSON is so because a template language has yet to fill it in. */
export const isUnrendered = (file: SourceFile): boolean => /\{\{[^{}]*\}\}/.test(file.text);

/**
 * A type of the namespace, but not one of clusters; a network of the fabric; or a collection of a compact spec at the start
 * of a line.
 */
const declaration =
  /["']?type["']?\s*:\s*["']?microsoft\.(?:azurestackhci\/(?!clusters|edge)|managednetworkfabric\/(?:l3isolationdomains|accesscontrollists))|^(["']?)(logicalNetworks|virtualHardDisks)\1\s*:|^\s{0,4}"(logicalNetworks|virtualHardDisks)"\s*:/im;

/** Whether a file in which nothing of ours could be read was meant to declare it. */
export const isMeantForUs = (file: SourceFile): boolean => declaration.test(file.text);

/**
 * A described type, a VM type that is not, what looks like a misspelling of one, or a peering, which our virtual networks
 * can't have. The namespace has cluster types too.
 */
const isKnownType = (resource: Resource): boolean => {
  const { type } = resource;
  const isKnown = findType(type) !== undefined || apiVersionsOf(type) !== undefined || nearestType(type) !== undefined;
  return isKnown || isPeering(resource);
};

/** An Arc machine that is an Azure Local VM; a machine of another kind is a server somewhere else. */
const isLocalMachine = ({ body }: Resource): boolean => {
  const kind = body.get('kind');
  return kind.state === 'unknown' || kind.string?.toLowerCase() === 'hci';
};

/** An AKS cluster that says which logical network it is on. */
const isOnLogicalNetwork = ({ body }: Resource): boolean =>
  !body.get('properties.cloudProviderProfile.infraNetworkProfile.vnetSubnetIds').isMissing;

/** An edge of the fabric that says which access control lists it has. */
const hasAccessControlList = ({ body }: Resource): boolean =>
  !body.get('properties.ingressAclId').isMissing || !body.get('properties.egressAclId').isMissing;

/**
 * Types that are not of Azure Local alone, with what makes a resource of the type one of ours by itself. The others count
 * when they stand beside one that is.
 */
const shared = new Map<string, (resource: Resource) => boolean>([
  ['microsoft.extendedlocation/customlocations', () => false],
  ['microsoft.hybridcompute/machines', isLocalMachine],
  ['microsoft.hybridcompute/machines/extensions', () => false],
  ['microsoft.hybridcontainerservice/provisionedclusterinstances', isOnLogicalNetwork],
  ['microsoft.managednetworkfabric/networkfabrics/networktonetworkinterconnects', hasAccessControlList],
]);

const isOursByItself = (resource: Resource): boolean => shared.get(resource.type.toLowerCase())?.(resource) ?? true;

/**
 * The resources of one file that this linter speaks about. One that may be of Azure Local or not, such as an Arc machine
 * that does not say what it is, counts when it stands beside one that is.
 */
export function ours(resources: readonly Resource[]): readonly Resource[] {
  const candidates = resources.filter(isKnownType);
  return candidates.some(isOursByItself) ? candidates : [];
}
