import type { ErrorObject } from 'ajv';
import { notADay } from '../model/calendar-day.ts';
import { conforms } from '../model/conforms.ts';
import { nearest } from '../model/nearest.ts';
import type { Place, Step } from '../source/place.ts';
import type { SourceFile } from '../source/source-file.ts';

/** Something that is wrong at a place of a file. */
export interface Complaint {
  readonly start: number;
  readonly message: string;
}

/** Complaints as people read them: file (as it is shown), line, column, and what is wrong. */
export const inOrder = (complaints: readonly Complaint[], file: SourceFile, shownAs = file.path): string[] =>
  complaints
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, message }) => {
      const { line, column } = file.position(start);
      return `${shownAs}:${line}:${column}: ${message}`;
    });

/**
 * What a JSON Schema has to say of a document.
 *
 * @param subject what the document is, in words
 */
export async function shapeComplaints(root: Place, schema: object, subject: string): Promise<Complaint[]> {
  if (conforms(root.document.value, schema)) return [];
  const { default: ajv } = await import('ajv');
  const validate = new ajv.Ajv({ allErrors: true, strict: true, verbose: true }).compile(schema);
  validate(root.document.value);
  // What one of several ways lacks is no complaint when another is taken; when none is, one complaint is enough.
  const errors = (validate.errors ?? []).filter(({ schemaPath }) => !schemaPath.includes('/anyOf/'));
  return errors.map((error) => {
    const path = error.instancePath.split('/').slice(1).map(step);
    const at = path.reduce<Place>((place, name) => place.child(name), root);
    const key = error.keyword === 'additionalProperties' ? at.key(String(error.params.additionalProperty)) : at;
    return { start: key.span().start, message: inWords(error, path, subject) };
  });
}

const step = (segment: string): Step =>
  /^\d+$/.test(segment) ? Number(segment) : segment.replaceAll('~1', '/').replaceAll('~0', '~');

const typesInWords: Record<string, string> = {
  object: 'a mapping (lines of "key: value")',
  array: 'a list (lines of "- value", or [a, b])',
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
};

function inWords(
  { keyword, params, message, data, parentSchema }: ErrorObject,
  path: readonly Step[],
  subject: string,
): string {
  const name = path.length === 0 ? subject : `"${path.join('.')}"`;
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const known = Object.keys(parentSchema?.properties ?? {}).filter((other) => other !== '$schema');
      const meant = nearest(key, known);
      const place = path.length > 0 ? ` in ${name}` : '';
      return `unknown key "${key}"${place}. ${meant === undefined ? `Known keys: ${known.join(', ')}.` : `Did you mean "${meant}"?`}`;
    }
    case 'enum': {
      const allowed = params.allowedValues as readonly string[];
      if (typeof data === 'number' && allowed.includes(String(data))) return `${name} must be in quotes: "${data}".`;
      const meant = typeof data === 'string' ? nearest(data, allowed) : undefined;
      return `${name} must be one of ${allowed.join(', ')}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`;
    }
    case 'const':
      return `${name} must be ${JSON.stringify(params.allowedValue)}.`;
    case 'required':
      return `${name} needs "${params.missingProperty}".`;
    case 'type':
      return `${name} must be ${typesInWords[String(params.type)] ?? params.type}${data === null ? ', but is empty. Remove the key, or give it a value' : ''}.`;
    case 'anyOf':
      return `${name} needs "resource", "paths" or both: what it accepts must be somewhere.`;
    case 'pattern':
      return path.at(-1) === 'expires' ? notADay(String(data)) : `${name} is no fingerprint.`;
    case 'minItems':
    case 'minLength':
      return `${name} is empty.`;
    case 'minimum':
      return `${name} must be ${params.limit} or more.`;
    default:
      return `${name} ${message}.`;
  }
}
