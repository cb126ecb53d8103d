import { posix } from 'node:path';
import { Field } from '../model/field.ts';
import type { Place } from '../source/place.ts';
import { declare } from './declare.ts';
import { isObject, member } from './member.ts';
import { declaredOutputs } from './outputs.ts';
import { declaredParameters, type Given, isSecure, reportStrangers } from './parameters.ts';
import { ResourceIndex, reference, references, resourceInfo } from './reference.ts';
import type { TemplateResource } from './resource.ts';
import type { Run } from './run.ts';
import type { Definitions, Part, Scope } from './scope.ts';
import type { Target } from './target.ts';
import { userFunctions } from './user-functions.ts';
import { declaredVariables } from './variables.ts';

/** What a template is evaluated with. */
export interface TemplateOptions {
  readonly given: Given;
  /** The same values as if the template around were deployed from where it stands; by default the same. */
  readonly givenWhenLinking?: () => Given;
  readonly target: Target;
  readonly run: Run;
  /** Name of the deployment, for `deployment()`. */
  readonly name: Field;
  /** What the expressions of a nested template see when they belong to the template around it. */
  readonly outer?: Scope;
  /** The unknown condition under which it is deployed. */
  readonly condition?: Field | undefined;
  /** How many deployments it is nested in. */
  readonly depth: number;
  /** Tells terms of this deployment from those of others: the names of the deployments it is nested in. */
  readonly qualifier: string;
  /** Reads a linked template by its path in the repository; undefined when it can't be had. */
  readonly link: Link;
}

/** Reads a linked template by its path in the repository. */
export type Link = (path: string) => Part | undefined;

/**
 * One template with the values of its parameters: its parameters, variables, functions, resources and outputs, each
 * evaluated when it is first asked for.
 */
export class Template {
  readonly source: Part;
  readonly options: TemplateOptions;
  readonly scope: Scope;
  readonly isVersion2: boolean;
  #resources: readonly TemplateResource[] | undefined;
  #isListing = false;
  #index: ResourceIndex | undefined;
  #outputs: Field | undefined;

  constructor(source: Part, options: TemplateOptions) {
    this.source = source;
    this.options = options;
    const version = member(source.value, 'languageVersion')?.value;
    this.isVersion2 = typeof version === 'string' && !/^1\./.test(version);
    this.scope = options.outer ?? {
      definitions: this.#definitions(options.given),
      run: options.run,
      condition: options.condition,
    };
  }

  /** A section of the template, by name in any case. */
  section(name: string): Part {
    const found = member(this.source.value, name);
    return { value: found?.value, at: this.source.at.child(found?.name ?? name) };
  }

  /**
   * The resources that it declares, loops expanded, those left out whose condition is false; resources of nested
   * deployments belong to the resources that deploy them. Empty while it is being listed: the name of a resource
   * can't depend on the list.
   */
  resources(): readonly TemplateResource[] {
    if (this.#resources) return this.#resources;
    if (this.#isListing) return [];
    this.#isListing = true;
    const { value, at } = this.section('resources');
    const listed = entries(value).flatMap(([step, resource]) =>
      declare({ value: resource, at: at.child(step) }, this, typeof step === 'string' ? step : undefined),
    );
    this.#isListing = false;
    this.#resources = listed;
    return listed;
  }

  /** Where values of secure parameters are written: given ones and defaults. Nobody is to see them. */
  secrets(): readonly Place[] {
    if (this.options.outer) return [];
    const { value, at } = this.section('parameters');
    const definitions = this.section('definitions').value;
    return Object.entries(isObject(value) ? value : {}).flatMap(([name, declaration]) => {
      if (!isSecure(declaration, definitions)) return [];
      const given = this.options.given.value(name);
      const fallback = member(declaration, 'defaultValue');
      return [
        ...(given?.state === 'known' ? [given.at] : []),
        ...(fallback ? [at.child(name).child(fallback.name)] : []),
      ];
    });
  }

  #resourceIndex(): ResourceIndex {
    if (this.#isListing) return new ResourceIndex([]);
    this.#index ??= new ResourceIndex(this.resources());
    return this.#index;
  }

  /** Name → `{ type, value }` of each output whose condition does not rule it out. */
  outputs(): Field {
    this.#outputs ??= declaredOutputs(this.section('outputs'), {
      definitions: this.section('definitions'),
      qualifier: this.options.qualifier,
      scope: this.scope,
    });
    return this.#outputs;
  }

  #definitions(given: Given, isLinking = false): Definitions {
    const { run, target, qualifier } = this.options;
    const parameters = this.section('parameters');
    const functions = userFunctions(this.section('functions'));
    let definitions: Definitions;
    let linking: Definitions | undefined;
    const scope = (): Scope => ({ ...this.scope, definitions });
    if (!isLinking) reportStrangers(given, parameters, run);
    const declarations = {
      section: parameters,
      definitions: this.section('definitions'),
      isVersion2: this.isVersion2,
      qualifier,
      ...(isLinking ? { artifacts: `file:///${posix.dirname(this.source.at.file.path)}/` } : {}),
    };
    definitions = {
      parameters: declaredParameters(declarations, given, scope),
      variables: declaredVariables(this.section('variables'), scope),
      userFunction: (name) => functions.get(name.toLowerCase())?.body,
      userFunctionNames: [...functions.values()].map(({ name }) => name),
      reference: (resource, full) => reference(this.#resourceIndex(), resource, full),
      references: (loop, full) => references(this.#resourceIndex(), loop, full),
      resourceInfo: (symbol) => resourceInfo(this.#resourceIndex(), symbol),
      deployment: () => this.#deployment(isLinking),
      target,
      linking: () => {
        if (isLinking) return definitions;
        linking ??= this.#definitions(this.options.givenWhenLinking?.() ?? given, true);
        return linking;
      },
    };
    return definitions;
  }

  /** @param isLinking whether the deployment knows where its template stands, as when it is deployed from there */
  #deployment(isLinking: boolean): Field {
    const { name, target, qualifier } = this.options;
    const { at } = this.source;
    const unknown = (path: string) =>
      Field.unknown(`${qualifier}deployment().${path}`, 'it is only known during deployment', at);
    const uri = isLinking ? Field.scalar(`file:///${at.file.path}`, at) : unknown('properties.templatelink.uri');
    const members: Record<string, Field | undefined> = {
      name,
      location: target.kind === 'resourceGroup' ? undefined : openLocation(target, unknown('location')),
      properties: Field.record(
        {
          template: Field.of(this.source.value, at),
          templateLink: Field.record({ uri, id: unknown('properties.templatelink.id') }, at),
          templateHash: unknown('properties.templatehash'),
          parameters: unknown('properties.parameters'),
          mode: unknown('properties.mode'),
          provisioningState: unknown('properties.provisioningstate'),
        },
        at,
      ),
    };
    return Field.record(members, at);
  }
}

const openLocation = ({ context }: Target, unknown: Field): Field =>
  context.location === undefined ? unknown : Field.scalar(context.location, unknown.at);

/** Resources in a list, or by symbolic name in an object. */
function entries(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return [...value.entries()];
  return isObject(value) ? Object.entries(value) : [];
}
