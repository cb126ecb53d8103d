/** The part of JSON Schema that our schemas are written in. */
interface Keywords {
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Keywords>>;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly anyOf?: readonly Keywords[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Keywords;
  readonly properties?: Readonly<Record<string, Keywords>>;
  readonly patternProperties?: Readonly<Record<string, Keywords>>;
  readonly additionalProperties?: boolean | Keywords;
  readonly required?: readonly string[];
}

/** Keywords that judge nothing, besides those of our own that begin with `x-`. */
const silent = new Set('$schema title description examples default readOnly definitions'.split(' '));

/** Whether a value is as one part of a schema wants it. */
type Check = (value: unknown) => boolean;

/**
 * Whether a value is certainly as its schema wants it. Nearly every value is, so that the validator, which takes longer to
 * load and to compile than all else of a small run, is only asked what is wrong with one that is not. A keyword that is
 * not known here makes the answer no: then the validator is asked, too.
 */
export const conforms = (value: unknown, schema: object): boolean => checkOf(schema, schema)(value);

/** A schema is taken apart once, and then asked about thousands of values. */
const made = new WeakMap<Keywords, Check>();

function checkOf(schema: Keywords, root: Keywords): Check {
  const known = made.get(schema);
  if (known) return known;
  const checks: Check[] = [];
  const check = (value: unknown) => {
    for (const one of checks) if (!one(value)) return false;
    return true;
  };
  // Before its parts are looked at: one of them may be the schema itself.
  made.set(schema, check);
  if ('properties' in schema || 'patternProperties' in schema || 'additionalProperties' in schema)
    checks.push(members(schema, root));
  for (const keyword in schema) checks.push(...checksFor(keyword, schema, root));
  return check;
}

/** The checks that a keyword asks for: none for one that judges nothing. */
function checksFor(keyword: string, schema: Keywords, root: Keywords): Check[] {
  switch (keyword) {
    case '$ref': {
      const target = root.definitions?.[(schema.$ref as string).replace('#/definitions/', '')];
      return [target ? checkOf(target, root) : () => false];
    }
    case 'type': {
      const types = [schema.type].flat() as readonly string[];
      return [(value) => types.some((type) => isOf(type, value))];
    }
    case 'format':
      if (schema.format === 'int64') return [];
      return [(value) => schema.format === 'int32' && value === Number(value) >> 0];
    case 'enum':
      return [(value) => schema.enum?.includes(value) === true];
    case 'pattern': {
      const pattern = new RegExp(schema.pattern as string, 'u');
      return [(value) => typeof value !== 'string' || pattern.test(value)];
    }
    case 'minLength':
      return [(value) => schema.minLength === 1 && value !== ''];
    case 'minimum':
      return [(value) => typeof value !== 'number' || value >= (schema.minimum as number)];
    case 'minItems':
      return [(value) => !Array.isArray(value) || value.length >= (schema.minItems as number)];
    case 'anyOf': {
      const choices = schema.anyOf?.map((one) => checkOf(one, root));
      return [(value) => choices?.some((fits) => fits(value)) === true];
    }
    case 'items': {
      const fits = checkOf(schema.items as Keywords, root);
      return [(value) => !Array.isArray(value) || value.every(fits)];
    }
    case 'required':
      return [(value) => !isObject(value) || (schema.required as string[]).every((name) => value[name] !== undefined)];
    case 'properties':
    case 'patternProperties':
    case 'additionalProperties':
      return [];
    default:
      return keyword.startsWith('x-') || silent.has(keyword) ? [] : [() => false];
  }
}

/** The three keywords about properties, which are one: each property is judged by those that speak of it. */
function members(schema: Keywords, root: Keywords): Check {
  const { properties = {}, patternProperties = {}, additionalProperties = true } = schema;
  const named = new Map(Object.entries(properties).map(([name, part]) => [name, checkOf(part, root)]));
  const patterns = Object.entries(patternProperties).map(
    ([pattern, part]) => [new RegExp(pattern, 'u'), checkOf(part, root)] as const,
  );
  const other =
    typeof additionalProperties === 'boolean' ? () => additionalProperties : checkOf(additionalProperties, root);
  const fits = (name: string, value: unknown) => {
    const own = named.get(name);
    const wanted = patterns.filter(([pattern]) => pattern.test(name));
    if (!own && wanted.length === 0) return other(value);
    return own?.(value) !== false && wanted.every(([, check]) => check(value));
  };
  return (value) => !isObject(value) || Object.keys(value).every((name) => fits(name, value[name]));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    default:
      return typeof value === type && (type !== 'number' || Number.isFinite(value));
  }
}
