import { Field, membersOf } from '../model/field.ts';
import type { Place } from '../source/place.ts';
import { copiedProperty } from './copy.ts';
import { declare } from './declare.ts';
import { evaluateValue } from './evaluate.ts';
import { isObject, member } from './member.ts';
import { declaredParameters, type Given, isSecure, reportStrangers } from './parameters.ts';
import { reference, references, resourceInfo } from './reference.ts';
import type { TemplateResource } from './resource.ts';
import type { Run } from './run.ts';
import type { Definitions, Part, Scope } from './scope.ts';
import type { Target } from './target.ts';
import { userFunctions } from './user-functions.ts';

/** What a template is evaluated with. */
export interface TemplateOptions {
  readonly given: Given;
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
  /** Reads a linked template by its path in the repository; undefined when it can't be had. */
  readonly link: Link;
  /**
   * Whether `deployment().properties.templateLink` tells the template's own place, as it does when the template is
   * deployed from there: for finding linked templates only, since nobody knows from where it will be deployed.
   */
  readonly isLinking?: boolean;
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
  #outputs: Field | undefined;
  #linking: Template | undefined;

  constructor(source: Part, options: TemplateOptions) {
    this.source = source;
    this.options = options;
    const version = member(source.value, 'languageVersion')?.value;
    this.isVersion2 = typeof version === 'string' && !/^1\./.test(version);
    this.scope = options.outer ?? {
      definitions: this.#definitions(),
      run: options.run,
      condition: options.condition,
    };
  }

  /** The same template as if it were deployed from where it stands: for finding the templates that it links to. */
  get linking(): Template {
    this.#linking ??= new Template(this.source, { ...this.options, isLinking: true });
    return this.#linking;
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

  /** Name → `{ type, value }` of each output whose condition does not rule it out. */
  outputs(): Field {
    this.#outputs ??= this.#evaluatedOutputs();
    return this.#outputs;
  }

  #definitions(): Definitions {
    const { given, run, target } = this.options;
    const declarations = {
      section: this.section('parameters'),
      definitions: this.section('definitions'),
      isVersion2: this.isVersion2,
    };
    const scope = () => this.scope;
    const functions = userFunctions(this.section('functions'));
    const variables = this.section('variables');
    reportStrangers(given, declarations, run);
    return {
      parameter: declaredParameters(declarations, given, scope),
      variable: declaredVariables(variables, scope),
      userFunction: (name) => functions.get(name.toLowerCase())?.body,
      names: (kind) => {
        if (kind === 'function') return [...functions.values()].map(({ name }) => name);
        if (kind === 'variable') return variableNames(variables.value);
        return isObject(declarations.section.value) ? Object.keys(declarations.section.value) : [];
      },
      reference: (resource, full) => reference(this, resource, full),
      references: (loop, full) => references(this, loop, full),
      resourceInfo: (symbol) => resourceInfo(this, symbol),
      deployment: () => this.#deployment(),
      target,
    };
  }

  #deployment(): Field {
    const { name, target, isLinking } = this.options;
    const { at } = this.source;
    const unknown = (path: string) => Field.unknown(`deployment().${path}`, 'it is only known during deployment', at);
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

  #evaluatedOutputs(): Field {
    const { value, at } = this.section('outputs');
    const declared = Object.entries(isObject(value) ? value : {}).filter(([name, declaration]) => {
      const condition = member(declaration, 'condition');
      return (
        !condition || evaluateValue(condition.value, at.child(name).child(condition.name), this.scope).boolean !== false
      );
    });
    const open = new Set<string>();
    const output = (name: string, declaration: unknown): Field => {
      const place = at.child(name);
      if (open.has(name)) {
        const message = `output "${name}" takes its value from itself`;
        this.options.run.report({ kind: 'template-error', at: at.key(name), message });
        return Field.unknown(`outputs('${name.toLowerCase()}')`, message, place);
      }
      open.add(name);
      const type = Field.of(member(declaration, 'type')?.value, place.child('type'));
      const field = Field.record({ type, value: this.#output(name, declaration, place) }, place);
      open.delete(name);
      return field;
    };
    return Field.object(membersOf(declared.map(([name, declaration]) => [name, () => output(name, declaration)])), at);
  }

  #output(name: string, declaration: unknown, at: Place): Field {
    const definitions = this.section('definitions').value;
    if (isSecure(declaration, definitions))
      return Field.unknown(`outputs('${name.toLowerCase()}')`, `output "${name}" is secure`, at);
    const scope = { ...this.scope, isEager: true };
    const copy = member(declaration, 'copy');
    if (copy && isObject(copy.value))
      return copiedProperty({ name: '', ...copy.value }, at.child(copy.name), scope, evaluateValue);
    const value = member(declaration, 'value');
    return value ? evaluateValue(value.value, at.child(value.name), scope) : Field.scalar(null, at);
  }
}

const openLocation = ({ context }: Target, unknown: Field): Field =>
  context.location === undefined ? unknown : Field.scalar(context.location, unknown.at);

/** Resources in a list, or by symbolic name in an object. */
function entries(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return [...value.entries()];
  return isObject(value) ? Object.entries(value) : [];
}

/** The loops of a `variables` section: each makes a variable. */
const copiesOf = (value: unknown): readonly unknown[] => {
  const copy = member(value, 'copy')?.value;
  return Array.isArray(copy) ? copy : [];
};

const variableNames = (value: unknown): string[] => [
  ...(isObject(value) ? Object.keys(value) : []),
  ...copiesOf(value).map((copy) => String(member(copy, 'name')?.value)),
];

/** Variables, each evaluated once and only when asked for; `copy` among them makes lists. */
function declaredVariables({ value, at }: Part, scope: () => Scope): (name: string) => Field | undefined {
  const made = new Map<string, Field>();
  const open = new Set<string>();
  const copy = member(value, 'copy');
  const copies = copiesOf(value);
  return (name) => {
    const key = name.toLowerCase();
    const known = made.get(key);
    if (known) return known;
    const found = member(value, name);
    const loop = copies.findIndex((one) => String(member(one, 'name')?.value).toLowerCase() === key);
    if (!found && loop < 0) return undefined;
    const place = found ? at.child(found.name) : at.child(copy?.name ?? 'copy').child(loop);
    if (open.has(key)) {
      const message = `variable "${name}" takes its value from itself`;
      scope().run.report({ kind: 'template-error', at: found ? at.key(found.name) : place, message });
      return Field.unknown(`variables('${key}')`, message, place);
    }
    open.add(key);
    const whole = { ...scope(), isEager: true };
    const field = found
      ? evaluateValue(found.value, place, whole)
      : copiedProperty(copies[loop], place, whole, evaluateValue);
    open.delete(key);
    made.set(key, field);
    return field;
  };
}
