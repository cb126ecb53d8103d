import { Field } from '../model/field.ts';
import { nearest } from '../model/nearest.ts';
import { type Document, Place } from '../source/place.ts';
import { evaluateValue } from './evaluate.ts';
import { isObject, member } from './member.ts';
import { Named } from './named.ts';
import { isPlaceholder } from './placeholder.ts';
import type { Run } from './run.ts';
import { type Part, report, type Scope } from './scope.ts';
import { checkType } from './types.ts';

/** The value that is given for a parameter; undefined when none is. */
export type GivenParameter = (name: string) => Field | undefined;

/** Values given to a template, and the names under which they are given. */
export interface Given {
  readonly value: GivenParameter;
  /** Each name with its place, to tell those that the template does not have. */
  readonly names: readonly { readonly name: string; readonly at: Place }[];
}

export const nothingGiven: Given = { value: () => undefined, names: [] };

/**
 * The values of parameter files; a later file wins. Values are taken as they are written: no expression is evaluated
 * in them. A reference to a key vault, and an expression for an external input, are unknown values.
 * Source: "Create ARM parameter file" (read 2026-11-22).
 */
export function givenByFiles(documents: readonly Document[]): Given {
  const entries = new Map<string, { name: string; at: Place; entry: unknown }>();
  for (const document of documents) {
    const root = new Place(document);
    const envelope = member(document.value, 'parameters');
    const [all, at] = envelope ? [envelope.value, root.child(envelope.name)] : [document.value, root];
    if (!isObject(all)) continue;
    for (const [name, entry] of Object.entries(all)) {
      if (isObject(entry)) entries.set(name.toLowerCase(), { name, at: at.child(name), entry });
    }
  }
  return {
    value: (name) => {
      const found = entries.get(name.toLowerCase());
      return found && valueInFile(name, found.entry, found.at);
    },
    names: [...entries.values()].map(({ name, at }) => ({ name, at: at.parent?.key(name) ?? at })),
  };
}

function valueInFile(name: string, entry: unknown, at: Place): Field | undefined {
  const term = `parameters('${name.toLowerCase()}')`;
  if (member(entry, 'reference')) return Field.unknown(term, `parameter "${name}" comes from Key Vault`, at);
  if (member(entry, 'expression'))
    return Field.unknown(term, `parameter "${name}" is only known during deployment`, at);
  const value = member(entry, 'value');
  if (!value) return undefined;
  const place = at.child(value.name);
  if (typeof value.value === 'string' && isPlaceholder(value.value))
    return Field.unknown(term, `parameter "${name}" has a placeholder for a value`, place);
  return Field.of(value.value, place);
}

/** The values that a template gives to a deployment in it: evaluated where they are written. */
export function givenByTemplate(parameters: Part | undefined, scope: Scope): Given {
  if (!parameters || !isObject(parameters.value)) return nothingGiven;
  const { value: all, at } = parameters;
  const made = new Map<string, Field | undefined>();
  const evaluated = (wanted: string): Field | undefined => {
    const found = member(all, wanted);
    if (!found) return undefined;
    const place = at.child(found.name);
    const secret = member(found.value, 'reference');
    if (secret)
      return Field.unknown(
        `keyvault(${evaluateValue(secret.value, place.child(secret.name), scope).canonical()})`,
        `parameter "${wanted}" comes from Key Vault`,
        place,
      );
    const value = evaluateValue(found.value, place, { ...scope, isEager: true }).get('value');
    return value.state === 'absent' ? undefined : value;
  };
  return {
    value: (name) => {
      const key = name.toLowerCase();
      if (!made.has(key)) made.set(key, evaluated(name));
      return made.get(key);
    },
    names: Object.keys(all).map((name) => ({ name, at: at.key(name) })),
  };
}

/** The `parameters` section of a template, and what is needed to evaluate it. */
export interface Declarations {
  readonly section: Part;
  readonly definitions: Part;
  readonly isVersion2: boolean;
  readonly qualifier: string;
  /** Where linked templates are, when it is for finding them: the value of `_artifactsLocation` unless it is told. */
  readonly artifacts?: string;
}

/** The parameters of a template: given values, else defaults, else unknown. Secure values are never looked at. */
export function declaredParameters(
  { section, definitions, isVersion2, qualifier, artifacts }: Declarations,
  given: Given,
  scope: () => Scope,
): Named {
  const declared = Object.entries(isObject(section.value) ? section.value : {});
  const term = (name: string) => `${qualifier}parameters('${name.toLowerCase()}')`;
  return new Named(
    declared.map(([name, value]) => ({
      name,
      evaluate: () => {
        const field = resolved(name, value, section.at.child(name));
        return artifacts === undefined ? field : located(field, name);
      },
      circular: () => {
        const message = `parameter "${name}" takes its default from itself`;
        scope().run.report({ kind: 'template-error', at: section.at.key(name), message });
        return Field.unknown(term(name), message, section.at.key(name));
      },
    })),
  );

  function resolved(name: string, declaration: unknown, at: Place): Field {
    const value = given.value(name);
    // Null asks for the default.
    const isGiven = value !== undefined && value.value !== null;
    if (isGiven) {
      const problems = checkType(value, Field.of(declaration, at), Field.of(definitions.value, definitions.at), {
        languageVersion2: isVersion2,
        subject: `parameter "${name}"`,
      });
      for (const problem of problems) report(scope(), { kind: 'parameter-rejected', ...problem }, [value]);
    }
    if (isSecure(declaration, definitions.value)) return Field.unknown(term(name), `parameter "${name}" is secure`, at);
    if (isGiven) return value;
    const fallback = member(declaration, 'defaultValue');
    if (fallback) return evaluateValue(fallback.value, at.child(fallback.name), { ...scope(), isEager: true });
    if (member(declaration, 'nullable')?.value === true) return Field.scalar(null, at);
    return Field.unknown(term(name), `parameter "${name}" has no value`, at);
  }

  /**
   * The usual parameters for linked templates, as if these stood beside the template. What an address has as a token
   * doesn't matter for finding the file.
   */
  function located(field: Field, name: string): Field {
    if (/^_artifactsLocationSasToken$/i.test(name)) return Field.scalar('', field.at);
    const isLocation = /^_artifactsLocation$/i.test(name) && !field.prefix.startsWith('file:');
    return isLocation && !given.value(name) ? Field.scalar(artifacts ?? '', field.at) : field;
  }
}

/** Whether a declaration, or the type that it refers to, is secure. */
export function isSecure(declaration: unknown, definitions: unknown, depth = 0): boolean {
  const type = member(declaration, 'type')?.value;
  if (typeof type === 'string' && /^secure/i.test(type)) return true;
  const reference = member(declaration, '$ref')?.value;
  if (typeof reference !== 'string' || depth > 8) return false;
  const name = /^#\/definitions\/(.+)$/.exec(reference)?.[1];
  return name !== undefined && isSecure(member(definitions, name)?.value, definitions, depth + 1);
}

/** Values that are given for parameters that the template does not have: the platform refuses the deployment. */
export function reportStrangers(given: Given, section: Part, run: Run): void {
  const declared = isObject(section.value) ? Object.keys(section.value) : [];
  const known = new Set(declared.map((name) => name.toLowerCase()));
  for (const { name, at } of given.names) {
    if (known.has(name.toLowerCase())) continue;
    const meant = nearest(name, declared);
    const advice = meant === undefined ? 'Remove it, or declare it in the template' : `Did you mean "${meant}"?`;
    run.report({ kind: 'parameter-rejected', at, message: `the template has no parameter "${name}". ${advice}` });
  }
}
