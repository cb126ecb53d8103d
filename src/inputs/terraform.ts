import type { Operation } from '../model/operation.ts';
import { readHcl } from '../source/hcl.ts';
import { readJson } from '../source/json.ts';
import { type Document, Place, type SyntaxProblem } from '../source/place.ts';
import type { SourceFile, Span } from '../source/source-file.ts';

/**
 * Types of the azurerm provider that are VM resources. Those for the cluster itself (`…_cluster`,
 * `…_deployment_setting`, `…_extension`) are not: the limitation is about VMs.
 * Source: provider documentation of hashicorp/azurerm 4.x, read 2026-11-22.
 */
const azurermType =
  /^azurerm_stack_hci_(logical_network|network_interface|virtual_hard_disk|marketplace_gallery_image|gallery_image|storage_path|virtual_machine\w*|windows_virtual_machine|linux_virtual_machine|network_security_group)$/;

/** VM types of the resource provider; the other types of its namespace belong to clusters. */
const vmType =
  /^microsoft\.azurestackhci\/(virtualmachineinstances|virtualmachines|logicalnetworks|networkinterfaces|virtualharddisks|galleryimages|marketplacegalleryimages|storagecontainers|networksecuritygroups|virtualnetworks|natgateways|loadbalancers|publicipaddresses|snapshots)(\/|@|$)/i;

/** The Azure Verified Modules for them, from the registry or from their repositories. */
const vmModule =
  /\bavm-res-azurestackhci-(virtualmachineinstance|logicalnetwork|networkinterface|virtualharddisk|marketplacegalleryimage|galleryimage|storagecontainer)\b/i;

const azapi = /^azapi_(resource|update_resource|resource_action|data_plane_resource)$/;

/** Words without which a file can't declare any of them. */
const marker = /stack_hci|azurestackhci/i;

/** Whether a text that could not be read as a whole names a VM resource as the type of a block. */
export const namesVmResource = (text: string): boolean =>
  /"azurerm_stack_hci_/.test(text) ||
  [...text.matchAll(/"(microsoft\.azurestackhci\/[^"]*)"/gi)].some((found) => vmType.test(found[1] as string));

/** The blocks of a Terraform file that declare Azure Local VM resources. */
export async function readTerraform(
  file: SourceFile,
): Promise<{ operations: Operation[]; problems: readonly SyntaxProblem[] }> {
  if (!marker.test(file.text)) return { operations: [], problems: [] };
  return file.path.toLowerCase().endsWith('.json') ? fromJson(file) : fromHcl(file);
}

async function fromHcl(file: SourceFile): ReturnType<typeof readTerraform> {
  const { blocks, ...rest } = await readHcl(file);
  const operations = blocks.flatMap((block): Operation[] => {
    const [type, name] = block.labels;
    const declared = declaredType(block.type, type, (attribute) => block.attribute(attribute));
    if (declared === undefined) return [];
    const subject = [
      block.type,
      ...[type, name].filter((label) => label !== undefined).map((label) => `"${label}"`),
    ].join(' ');
    return [{ kind: 'terraform', subject, type: declared, at: placeOf(file, block.header) }];
  });
  return { operations, ...rest };
}

/** JSON syntax: `{ "resource": { "type": { "name": { … } } }, "module": { "name": { … } } }`, objects or lists of them. */
function fromJson(file: SourceFile): { operations: Operation[]; problems: readonly SyntaxProblem[] } {
  const { documents, problems } = readJson(file);
  const operations: Operation[] = [];
  for (const document of documents) {
    for (const [types, typesAt] of objects(document.value, new Place(document), 'resource')) {
      for (const type of Object.keys(types)) {
        for (const [names, namesAt] of objects(types, typesAt, type)) {
          for (const [name, body] of Object.entries(names)) {
            push('resource', [type, name], body, namesAt.key(name));
          }
        }
      }
    }
    for (const [modules, at] of objects(document.value, new Place(document), 'module')) {
      for (const [name, body] of Object.entries(modules)) push('module', [name], body, at.key(name));
    }
  }
  function push(block: string, labels: readonly string[], body: unknown, at: Place): void {
    const own = (Array.isArray(body) ? body[0] : body) as Record<string, unknown> | null | undefined;
    const text = (attribute: string) => {
      const value = own?.[attribute];
      return typeof value === 'string' ? value : undefined;
    };
    const type = declaredType(block, labels[0], text);
    if (type === undefined) return;
    operations.push({
      kind: 'terraform',
      subject: [block, ...labels.map((label) => `"${label}"`)].join(' '),
      type,
      at,
    });
  }
  return { operations, problems };
}

function objects(value: unknown, at: Place, name: string): [Record<string, unknown>, Place][] {
  if (value === null || typeof value !== 'object') return [];
  const found = (value as Record<string, unknown>)[name];
  const list: [unknown, Place][] = Array.isArray(found)
    ? found.map((item, index) => [item, at.child(name).child(index)])
    : [[found, at.child(name)]];
  return list.filter(
    (entry): entry is [Record<string, unknown>, Place] => entry[0] !== null && typeof entry[0] === 'object',
  );
}

/** What a block declares, when it is an Azure Local VM resource. Data, import and moved blocks declare nothing. */
function declaredType(
  block: string,
  label: string | undefined,
  attribute: (name: string) => string | undefined,
): string | undefined {
  if (block === 'module') return vmModule.exec(attribute('source') ?? '')?.[0];
  if (block !== 'resource' || label === undefined) return undefined;
  if (azurermType.test(label)) return label;
  const type = azapi.test(label) ? attribute('type') : undefined;
  return type !== undefined && vmType.test(type) ? type.split('@')[0] : undefined;
}

/** A place that is a span: HCL blocks have no path into a tree of values. */
function placeOf(file: SourceFile, span: Span): Place {
  const document: Document = { file, value: undefined, locate: () => span };
  return new Place(document);
}
