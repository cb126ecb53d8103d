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

/**
 * Whether a value is certainly as its schema wants it. Nearly every value is, so that the validator, which takes longer to
 * load and to compile than all else of a small run, is only asked what is wrong with one that is not. A keyword that is
 * not known here makes the answer no: then the validator is asked, too.
 */
export const conforms = (value: unknown, schema: object): boolean => fits(value, schema, schema);

function fits(value: unknown, schema: Keywords, root: Keywords): boolean {
  for (const keyword in schema) if (!holds(keyword, value, schema, root)) return false;
  return true;
}

function holds(keyword: string, value: unknown, schema: Keywords, root: Keywords): boolean {
  switch (keyword) {
    case '$ref': {
      const target = root.definitions?.[(schema.$ref as string).replace('#/definitions/', '')];
      return target !== undefined && fits(value, target, root);
    }
    case 'type':
      return [schema.type].flat().some((type) => isOf(type as string, value));
    case 'format':
      return schema.format === 'int64' || (schema.format === 'int32' && value === Number(value) >> 0);
    case 'enum':
      return schema.enum?.includes(value) === true;
    case 'minLength':
      return schema.minLength === 1 && value !== '';
    case 'pattern':
      return typeof value !== 'string' || new RegExp(schema.pattern as string, 'u').test(value);
    case 'minItems':
      return !Array.isArray(value) || value.length >= (schema.minItems as number);
    case 'minimum':
      return typeof value !== 'number' || value >= (schema.minimum as number);
    case 'anyOf':
      return schema.anyOf?.some((one) => fits(value, one, root)) === true;
    case 'items':
      return !Array.isArray(value) || value.every((item) => fits(item, schema.items as Keywords, root));
    case 'required':
      return !isObject(value) || (schema.required as string[]).every((name) => value[name] !== undefined);
    case 'properties':
    case 'patternProperties':
    case 'additionalProperties':
      return !isObject(value) || Object.entries(value).every(([name, part]) => propertyFits(name, part, schema, root));
    default:
      return keyword.startsWith('x-') || silent.has(keyword);
  }
}

function propertyFits(name: string, value: unknown, schema: Keywords, root: Keywords): boolean {
  const { properties = {}, patternProperties = {}, additionalProperties = true } = schema;
  const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
  const patterns = Object.entries(patternProperties).filter(([pattern]) => new RegExp(pattern, 'u').test(name));
  const wanted = [...(own ? [own] : []), ...patterns.map(([, pattern]) => pattern)];
  if (wanted.length > 0) return wanted.every((one) => fits(value, one, root));
  return typeof additionalProperties === 'boolean' ? additionalProperties : fits(value, additionalProperties, root);
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
