import { sourcePath } from './expectations.js';
import { isObject, withoutNulls } from './values.js';

/** @typedef {import('./engine.js').Deployed} Deployed */
/** @typedef {import('./engine.js').Resource} Resource */
/** @typedef {import('./expectations.js').View} View */

/**
 * A resource as it is listed.
 * @typedef {Record<string, unknown> & { type: string, name: unknown, id?: string | undefined, resources?: Listed[] }} Listed
 */

/**
 * The resources as they stand: what is deployed, in the order of the template.
 *
 * @param {Deployed} deployed
 * @returns {View}
 */
export const plainView = ({ resources, outputs, problems }) => ({
  outputs: outputsOf(outputs),
  resources: resources.filter(({ existing }) => !existing).map(listed),
  problems,
});

/**
 * The resources as PSRule lists them: first the deployment itself; what a resource depends on before it; after a nested
 * deployment its resources; resources of one id as one; children inside their parents.
 * Source: PSRule.Rules.Azure, RuleDataExportVisitor and ResourceDependencyGraph (read 2026-11-24).
 *
 * @param {Deployed} deployed
 * @param {string} name of the deployment
 * @returns {View}
 */
export function psruleView({ resources, outputs, problems }, name) {
  const root = { type: 'Microsoft.Resources/deployments', name, [sourcePath]: [] };
  const deployable = resources.filter(({ existing }) => !existing);
  const list = inDependencyOrder(deployable, undefined).map((resource) =>
    withWrittenChildren(
      resource,
      deployable.filter(({ holder }) => holder === resource),
    ),
  );
  return { outputs: outputsOf(outputs), resources: [root, ...merged(folded(list))], problems };
}

/** @param {Record<string, unknown>} outputs */
const outputsOf = (outputs) => Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { value }]));

/** @param {Resource} resource @returns {Listed} */
const listed = ({ type, name, id, path, body }) => ({
  .../** @type {Record<string, unknown>} */ (withoutNulls(body)),
  type,
  name,
  id,
  [sourcePath]: path,
});

const isDeployment = (/** @type {{ type: string }} */ { type }) => /^microsoft\.resources\/deployments$/i.test(type);

/**
 * @param {readonly Resource[]} all
 * @param {Resource | undefined} holder
 * @returns {Resource[]}
 */
function inDependencyOrder(all, holder) {
  const level = all.filter((resource) => resource.holder === holder);
  /** @type {Map<unknown, Resource[]>} */
  const named = new Map();
  for (const resource of level) {
    for (const key of new Set([resource.id, resource.name, resource.symbolicName, resource.loop].map(lower))) {
      if (key !== undefined) named.set(key, [...(named.get(key) ?? []), resource]);
    }
  }
  /** @type {Set<Resource>} */
  const visited = new Set();
  const visit = (/** @type {Resource} */ resource) => {
    if (visited.has(resource)) return [];
    visited.add(resource);
    const needed = dependencies(resource.body).flatMap((key) => named.get(lower(key)) ?? []);
    /** @type {Resource[]} */
    const before = needed.flatMap(visit);
    return [...before, resource, ...(isDeployment(resource) ? inDependencyOrder(all, resource) : [])];
  };
  return level.flatMap(visit);
}

const lower = (/** @type {unknown} */ value) => (typeof value === 'string' ? value.toLowerCase() : undefined);

/** @param {Record<string, unknown>} body */
const dependencies = ({ dependsOn }) => (Array.isArray(dependsOn) ? dependsOn : []);

/**
 * A resource with type and name as they are written, and the resources that are written inside it.
 *
 * @param {Resource} resource
 * @param {readonly Resource[]} children
 * @returns {Listed}
 */
function withWrittenChildren(resource, children) {
  const { resources: _, ...result } = asWritten(resource);
  if (resource.id !== undefined) result.scope = parentId(resource.id);
  if (children.length === 0 || isDeployment(resource)) return result;
  return { ...result, resources: children.map(asWritten) };
}

/** @param {Resource} resource @returns {Listed} */
const asWritten = (resource) => {
  const { type, name } = resource.body;
  return { ...listed(resource), type: typeof type === 'string' ? type : resource.type, name };
};

/**
 * Moves children and extensions into the resources they belong to, when those are listed.
 *
 * @param {readonly Listed[]} list
 */
function folded(list) {
  const kept = new Set(list);
  for (const resource of list) {
    const { id, type } = resource;
    // Nothing is moved outside of a subscription; databases stay listed, so that rules can look at each.
    if (!id?.startsWith('/subscriptions/') || /^microsoft\.sql\/servers\/databases$/i.test(type)) continue;
    if (dependencies(resource).length === 0 && type.split('/').length <= 2) continue;
    for (const holderId of ancestors(parentId(id))) {
      const holder = [...kept].find((other) => sameId(other.id, holderId));
      if (!holder) continue;
      holder.resources = [...(holder.resources ?? []), resource];
      kept.delete(resource);
    }
  }
  return [...kept];
}

const sameId = (/** @type {string | undefined} */ one, /** @type {string} */ other) => lower(one) === lower(other);

/**
 * What a resource belongs to: its parent, the resource it extends, or the scope it is deployed to.
 *
 * @param {string} id
 */
function parentId(id) {
  const at = id.toLowerCase().lastIndexOf('/providers/');
  const segments = id.slice(at + 1).split('/');
  return at < 0 || segments.length > 4 ? id.split('/').slice(0, -2).join('/') : id.slice(0, at);
}

/**
 * The ids of a resource and of those that it is a child of, the outermost first.
 *
 * @param {string} id
 * @returns {string[]}
 */
function ancestors(id) {
  const at = id.toLowerCase().lastIndexOf('/providers/');
  if (at < 0) return [];
  const parent = parentId(id);
  return parent.length > at ? [...ancestors(parent), id] : [id];
}

/**
 * Resources of one id, from several deployments, as one: the last one with the children of all. Storage accounts are
 * merged property by property.
 *
 * @param {readonly Listed[]} list
 * @returns {Listed[]}
 */
function merged(list) {
  /** @type {Map<unknown, Listed[]>} */
  const groups = new Map();
  for (const resource of list) {
    const key = lower(resource.id) ?? resource;
    groups.set(key, [...(groups.get(key) ?? []), resource]);
  }
  return list.flatMap((resource) => {
    const group = groups.get(lower(resource.id) ?? resource) ?? [];
    if (group.length === 1) return [withMergedChildren(resource)];
    const isMerging = /^microsoft\.storage\/storageaccounts$/i.test(resource.type);
    if (resource !== group.at(isMerging ? 0 : -1)) return [];
    const children = group.flatMap((one) => one.resources ?? []);
    const whole = isMerging
      ? /** @type {Listed} */ (group.reduce((all, one) => /** @type {Listed} */ (mergedValue(all, one))))
      : resource;
    return [withMergedChildren(children.length > 0 ? { ...whole, resources: children } : whole)];
  });
}

/** @param {Listed} resource @returns {Listed} */
const withMergedChildren = (resource) =>
  resource.resources ? { ...resource, resources: merged(resource.resources) } : resource;

/**
 * @param {unknown} one
 * @param {unknown} other
 * @returns {unknown}
 */
function mergedValue(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  if (!isObject(one) || !isObject(other)) return other;
  const result = { ...one };
  for (const [name, value] of Object.entries(other)) {
    result[name] = name in one ? mergedValue(one[name], value) : value;
  }
  return result;
}
