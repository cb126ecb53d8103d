import { typeInWords } from '../model/describe.ts';
import type { Estate } from '../model/estate.ts';
import type { Field } from '../model/field.ts';
import { displayName, logicalIdentity } from '../model/identity.ts';
import { referencesOf } from '../model/reference-fields.ts';
import { find, isSameResource, parentOf, type Reference, referenceId } from '../model/references.ts';
import type { Resource } from '../model/resource.ts';
import type { Totals } from './audit.ts';
import { regionOf } from './findings.ts';
import { compareText } from './order.ts';
import type { Finding, Region } from './report.ts';

/** One resource of an estate, wherever it is told of. */
export interface AuditedResource {
  /** Its ARM id when that is known, or what tells it from the others: file, environment, resource group, type and name. */
  readonly key: string;
  /** ARM id, lower case, when all of it is known. */
  readonly id?: string;
  readonly type: string;
  /** The type in words: `logical network`. */
  readonly kind: string;
  readonly name: string;
  readonly resourceGroup?: string;
  /** Where it is declared; nowhere when only the live state has it. */
  readonly declarations: readonly { readonly region: Region; readonly environment: string }[];
  /** Whether the live state has it. */
  readonly isLive: boolean;
  /** Whether what is declared was compared with an older state of it. */
  readonly isCompared: boolean;
  readonly references: readonly AuditedReference[];
  readonly totals: Totals;
}

/** What a resource says of another: that it stands on it, has it, extends it. */
export interface AuditedReference {
  /** Where the id is in the resource, `[]` stepping into lists: `properties.subnet.id`. */
  readonly property: string;
  /**
   * `found`: it leads to a resource of the audit; `outside`: to one that is not in it; `unknown`: where to, only the
   * deployment knows.
   */
  readonly state: 'found' | 'outside' | 'unknown';
  /** Key of the resource that it leads to. */
  readonly to?: string;
  /** The id as it is written, as far as it is known. */
  readonly id?: string;
}

interface Told {
  readonly key: string;
  readonly resource: Resource;
}

/** The resources of an estate, each once, and which of them findings are about. */
export class Inventory {
  readonly #estate: Estate;
  readonly #keys = new Map<Resource, string>();
  readonly #byId = new Map<string, string>();
  readonly #byLabel = new Map<string, Told[]>();
  readonly #compared = new Set<Resource>();
  readonly #live = new Set<string>();

  constructor(estate: Estate) {
    this.#estate = estate;
    const older = new Map([...estate.changes, ...estate.moves].map(({ before, after }) => [after, before]));
    const declared = estate.resources.filter(({ origin }) => origin !== 'existing');
    for (const resource of declared) {
      const before = older.get(resource);
      if (before) this.#compared.add(resource);
      this.#add(resource, resource.id ?? before?.id ?? keyOf(resource));
      if (before?.origin === 'live') this.#keys.set(before, this.#keys.get(resource) as string);
    }
    for (const resource of estate.live) {
      const told = this.#byLabel.get(labelOf(resource.type, displayName(resource))) ?? [];
      const same = told.find((one) => isSameResource(one.resource, resource));
      const key = this.#keys.get(resource) ?? same?.key ?? resource.id ?? keyOf(resource);
      if (same) this.#keys.set(resource, key);
      else this.#add(resource, key);
      this.#live.add(key);
    }
  }

  #add(resource: Resource, key: string): void {
    this.#keys.set(resource, key);
    if (resource.id !== undefined) this.#byId.set(resource.id, key);
    const label = labelOf(resource.type, displayName(resource));
    this.#byLabel.set(label, [...(this.#byLabel.get(label) ?? []), { key, resource }]);
  }

  /** The resources that a finding is about: its own, and those of the same cause. */
  keysOf(finding: Finding): readonly string[] {
    return [...new Set([finding, ...finding.sameCause].flatMap((one) => this.#ownKeys(one)))];
  }

  #ownKeys({ resource, environments, region }: Finding): string[] {
    if (!resource) return [];
    const own = resource.id === undefined ? undefined : this.#byId.get(resource.id);
    if (own !== undefined) return [own];
    const all = this.#byLabel.get(labelOf(resource.type, resource.name)) ?? [];
    const meant = all.filter(
      (one) => environments.length === 0 || environments.includes(one.resource.deployment.environment || 'default'),
    );
    // A value may stand in a parameter file: then all that the template makes are meant.
    const here = meant.filter((one) => one.resource.deployment.path === region.path);
    return (here.length > 0 ? here : meant).map(({ key }) => key);
  }

  /** In order of key. */
  resources(totalsOf: (key: string) => Totals): AuditedResource[] {
    const told = new Map<string, Resource[]>();
    for (const [resource, key] of this.#keys) told.set(key, [...(told.get(key) ?? []), resource]);
    return [...told].sort(([a], [b]) => compareText(a, b)).map(([key, all]) => this.#resource(key, all, totalsOf(key)));
  }

  #resource(key: string, all: readonly Resource[], totals: Totals): AuditedResource {
    const declared = all.filter((one) => one.origin !== 'live' || !this.#estate.live.includes(one));
    const shown = declared.length > 0 ? declared : all;
    const [first] = shown as [Resource];
    const id = all.find((one) => one.id !== undefined)?.id;
    const resourceGroup = all.find((one) => one.resourceGroup.string !== undefined)?.resourceGroup.string;
    const references = shown.flatMap((one) => this.#references(one));
    return {
      key,
      ...(id === undefined ? {} : { id }),
      type: first.type,
      kind: typeInWords(first.type),
      name: displayName(first),
      ...(resourceGroup === undefined ? {} : { resourceGroup }),
      declarations: declared.map(({ at, deployment: { environment } }) => ({ region: regionOf(at), environment })),
      isLive: this.#live.has(key),
      isCompared: declared.some((one) => this.#compared.has(one)),
      references: [...new Map(references.map((one) => [JSON.stringify(one), one])).values()],
      totals,
    };
  }

  #references(from: Resource): AuditedReference[] {
    const scope = from.scope.isMissing ? [] : [{ path: 'scope', field: from.scope }];
    return [...scope, ...referencesOf(from)]
      .filter(({ field }) => !field.isMissing)
      .map(({ path, field }) => {
        const { state, resource } = this.#follow(field, from);
        const to = resource && this.#keys.get(resource);
        const id = inWords(field);
        return {
          property: path,
          state: state === 'absent' ? 'unknown' : state,
          ...(to === undefined ? {} : { to }),
          ...(id === undefined ? {} : { id }),
        };
      });
  }

  /** A subnet, or another part that stands in no list of its own, leads to what it is a part of. */
  #follow(field: Field, from: Resource): Reference {
    const id = referenceId(field);
    if (!id) return { state: 'unknown' };
    const own = find(id, from, this.#estate);
    const parent = parentOf(id);
    const whole = own.state === 'outside' && parent ? find(parent, from, this.#estate) : own;
    return whole.state === 'found' ? whole : own;
  }
}

const labelOf = (type: string, name: string): string => `${type.toLowerCase()} ${name.toLowerCase()}`;

const keyOf = (resource: Resource): string =>
  [
    resource.deployment.path,
    resource.deployment.environment,
    resource.resourceGroup.string ?? '',
    logicalIdentity(resource),
  ]
    .filter((part) => part !== '')
    .join(' ');

/** An id with `…` for what is unknown of it; undefined when nothing is known. */
function inWords({ string, parts }: Field): string | undefined {
  return string ?? parts?.map((part) => (typeof part === 'string' ? part : '…')).join('');
}
