import { Field } from '../model/field.ts';
import type { Place } from '../source/place.ts';
import { evaluateValue } from './evaluate.ts';
import type { Part, Scope } from './scope.ts';
import { piecesOf } from './segments.ts';
import { groupTarget, scopeParts, type Target, targetOf } from './target.ts';
import type { Template } from './template.ts';

/** What a resource is made of. */
export interface ResourceOptions {
  readonly source: Part;
  /** What its expressions see: the template, and the index of its loop. */
  readonly scope: Scope;
  /** Where it is deployed to. */
  readonly target: Target;
  readonly symbolicName: string | undefined;
  /** Name of its copy loop, when it is one of several. */
  readonly loop: string | undefined;
  /** The resource that it is written inside of. */
  readonly parent: TemplateResource | undefined;
}

/** A resource that a template declares: one turn of its loop, evaluated as far as it is asked for. */
export class TemplateResource {
  readonly options: ResourceOptions;
  readonly body: Field;
  /** Full type, with the types of its parents; undefined when it has none that is known. */
  readonly type: string | undefined;
  /** Resources written inside it. */
  children: readonly TemplateResource[] = [];
  /** The template that it deploys, when it is a deployment whose template is known. */
  nested: Template | undefined;
  /** Properties that are being read by `reference()`. */
  readonly reading = new Set<string>();
  readonly #extension: ReturnType<typeof oldExtension>;
  #name: Field | undefined;
  #id: Field | undefined;

  constructor(options: ResourceOptions) {
    this.options = options;
    const { source, scope, parent } = options;
    this.body = evaluateValue(source.value, source.at, scope);
    const own = this.body.get('type').string;
    const whole = own === undefined || !parent || isWholeType(own) ? own : `${parent.type}/${own}`;
    const isOld = whole !== undefined && /\/providers\//i.test(whole);
    this.#extension = isOld ? oldExtension(whole, this.#ownName()) : undefined;
    this.type = this.#extension?.type ?? whole;
  }

  get at(): Place {
    return this.options.source.at;
  }

  get isDeployment(): boolean {
    return this.type?.toLowerCase() === 'microsoft.resources/deployments';
  }

  get isExisting(): boolean {
    return this.body.get('existing').boolean === true;
  }

  /**
   * The unknown condition that it is deployed under, its own or that of the deployment it belongs to; undefined when it
   * is deployed in any case. Resources whose condition is false are not declared at all.
   */
  get condition(): Field | undefined {
    return this.options.scope.condition;
  }

  /** Full name: one segment for each segment of the type. */
  get name(): Field {
    this.#name ??= this.#extension?.name ?? this.#ownName();
    return this.#name;
  }

  #ownName(): Field {
    const own = this.body.get('name');
    const { parent } = this.options;
    const type = this.body.get('type').string ?? '';
    if (!parent || own.state === 'absent' || isWholeType(type)) return own;
    return Field.text([parent.name, '/', own], own.at).as(own);
  }

  /** What an extension resource extends: an id, or a type and name in the scope of the deployment; absent for others. */
  get extended(): Field {
    return this.#extension?.scope ?? this.options.parent?.extended ?? this.body.get('scope');
  }

  /** Whether it stands for all turns of a loop whose count is unknown. */
  get isSample(): boolean {
    return this.options.loop !== undefined && this.options.scope.loops?.value.state === 'unknown';
  }

  /** The ARM id, as far as it is known. */
  get id(): Field {
    this.#id ??= this.#ownId();
    return this.#id;
  }

  #ownId(): Field {
    const { target: own } = this.options;
    // What is deployed elsewhere, or only referred to, may stand in another group.
    const target = this.isDeployment ? targetOf(this.body, own) : this.isExisting ? groupTarget(this.body, own) : own;
    const scope = this.isDeployment ? Field.absent(this.at) : this.extended;
    const segments = (this.type ?? '').split('/');
    const names = piecesOf(this.name) ?? [this.name];
    if (names.length !== segments.length - 1)
      return Field.unknown(
        `id(${this.type},${this.name.canonical()})`,
        this.name.reason ?? 'the name does not fit the type',
        this.name.at,
      );
    const prefix = scope.state === 'absent' ? scopeParts(target) : scopeOf(scope, target);
    if (this.type?.toLowerCase() === 'microsoft.resources/resourcegroups')
      return Field.text([...prefix, '/resourceGroups/', this.name], this.name.at);
    const path = segments
      .slice(1)
      .flatMap((segment, index): (string | Field)[] => ['/', segment, '/', names[index] ?? '']);
    return Field.text([...prefix, `/providers/${segments[0]}`, ...path], this.name.at);
  }
}

/** Whether resources of a type have a template in them whose expressions are its own. */
export const carriesTemplate = (type: string): boolean => /^microsoft\.resources\/deployment(s|stacks)$/i.test(type);

/** A type with its namespace; inside another resource, a type without one continues the other's. */
const isWholeType = (type: string): boolean => /^[^/.]*\.[^/]*\//.test(type);

/** A scope as the beginning of an id: `Microsoft.X/type/name` stands inside the scope of the deployment. */
function scopeOf(scope: Field, target: Target): readonly (string | Field)[] {
  if (scope.string === '/') return [];
  if (scope.prefix.startsWith('/') || scope.parts === undefined) return [scope];
  return [...scopeParts(target), '/providers/', scope];
}

/**
 * The old way to write an extension resource: type `Microsoft.X/vms/providers/locks`, name `vm/Microsoft.Y/lock`. It
 * is the lock `lock` of type `Microsoft.Y/locks` with the scope `Microsoft.X/vms/vm`.
 */
function oldExtension(type: string, name: Field): { type: string; scope: Field; name: Field } | undefined {
  const types = type.split('/');
  const at = types.findIndex((segment) => segment.toLowerCase() === 'providers');
  const names = at > 0 ? piecesOf(name) : undefined;
  const namespace = names?.[at - 1]?.string;
  if (!names || namespace === undefined || names.length !== types.length - 1) return undefined;
  const scope = names.slice(0, at - 1).flatMap((own, index) => ['/', types[index + 1] ?? '', '/', own]);
  return {
    type: [namespace, ...types.slice(at + 1)].join('/'),
    scope: Field.text([types[0] ?? '', ...scope], name.at, name.from),
    name: Field.text(
      names.slice(at).flatMap((own, index) => (index > 0 ? ['/', own] : [own])),
      name.at,
      name.from,
    ),
  };
}
