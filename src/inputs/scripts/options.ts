import { Field } from '../../model/field.ts';
import { jsonArgument } from '../../model/json-argument.ts';
import type { Option } from '../../model/operation.ts';
import type { Group } from '../group.ts';
import type { Body } from './body.ts';
import { entryOf } from './table.ts';

/** What an option gives to the resource that a command creates. */
export type Gives = (option: Option, body: Body, group: Group) => void;

/** The first value of an option. An option without a value is a switch. */
const first = ({ values, at }: Option): Field => values[0] ?? Field.scalar(true, at);

/** A value that an option implies, which stands where the option's own does. */
export const implied = (scalar: string | boolean, at: Field['at']): Field => Field.scalar(scalar, at);

/** One value at a path of ARM. */
export const value =
  (path: string): Gives =>
  (option, body) =>
    body.set(path, first(option));

/** A list of values, written as several words or with commas. */
export const list =
  (path: string): Gives =>
  ({ values }, body) => {
    if (values.length > 0) body.set(path, listOf(values));
  };

/** A name or ARM id as an object that refers to a resource: `{ id }`, `{ resourceId }`. */
export const reference =
  (path: string, property: string, type: string): Gives =>
  (option, body, group) => {
    const id = group.reference(type, first(option));
    body.set(path, Field.record({ [property]: id }, id.at));
  };

/** A list of names or ARM ids as such objects. */
export const references =
  (path: string, property: string, type: string): Gives =>
  ({ values }, body, group) => {
    if (values.length === 0) return;
    const written = listOf(values);
    const items = written.items().map((item) => Field.record({ [property]: group.reference(type, item) }, item.at));
    body.set(path, written.isList ? Field.list(items, written.at) : written.knownAs({ items: items.slice(0, -1) }));
  };

/** `memory-mb=8192 processors=4`: values with names of their own. */
export const assignments =
  (paths: Readonly<Record<string, Gives>>): Gives =>
  ({ values }, body, group) => {
    for (const field of values) {
      const { name, value: given } = assignment(field);
      // An argument as a whole is unknown.
      entryOf(paths, name.toLowerCase().replaceAll('_', '-'))?.({ name, at: field.at, values: [given] }, body, group);
    }
  };

/** What an option only the deployment can resolve gives: the content of a file. */
export const content =
  (path: string): Gives =>
  (option, body) => {
    const file = first(option);
    body.set(path, Field.unknown(`content(${file.canonical()})`, 'the content of a file', file.at));
  };

/** JSON with a list of objects. Each becomes an item of the list at the path, made by `toItem` when ARM has another form. */
export const jsonList =
  (path: string, toItem: (item: Field, group: Group) => Field = (item) => item): Gives =>
  (option, body, group) => {
    const written = jsonArgument(first(option));
    body.set(path, written.isList ? Field.list([], written.at) : written);
    if (!written.isList) return;
    for (const [index, item] of written.items().entries()) body.set(`${path}[#${index}]`, toItem(item, group));
  };

/** JSON with an object, as it is. */
export const json =
  (path: string): Gives =>
  (option, body) =>
    body.set(path, jsonArgument(first(option)));

/** An object or a list in JSON or in the shorthand of the command line, for the commands that take it. */
export const shorthand =
  (path: string): Gives =>
  (option, body) =>
    body.set(path, jsonArgument(first(option), true));

/** `key=value` words. */
export function tagsOf({ values, at }: Option): Field {
  const [only] = values;
  if (values.length === 1 && only?.isObject) return only;
  const entries = values.map(assignment).filter(({ name }) => name !== '');
  if (entries.length < values.filter(({ string }) => string !== '').length) {
    return Field.unknown(values.map((field) => field.canonical()).join(), 'tags that are not written out', at);
  }
  return Field.record(Object.fromEntries(entries.map((entry) => [entry.name, entry.value])), only?.at ?? at);
}

/** Values as a list: unknown with what is known of it when one of them may stand for any number. */
export function listOf(values: readonly Field[]): Field {
  const items = values.flatMap(splitAtCommas);
  const [{ at }] = items as [Field];
  const open = items.filter((item) => item.state === 'unknown' && !item.parts);
  const [cause] = open;
  if (!cause) return Field.list(items, at);
  const known = items.filter((item) => !open.includes(item));
  const term = items.map((item) => item.canonical()).join();
  return Field.unknown(term, cause, at, [], { items: known });
}

const splitAtCommas = (field: Field): Field[] =>
  (field.string?.includes(',') ? field.string.split(',') : [undefined]).map((piece) =>
    piece === undefined ? field : Field.scalar(piece.trim(), field.at).as(field),
  );

/** `memory-mb=8192`: its name and what is behind the equals sign. */
export function assignment(field: Field): { readonly name: string; readonly value: Field } {
  const [, name = ''] = /^([\w.-]+)=/.exec(field.prefix) ?? [];
  if (name === '') return { name, value: field };
  const [start, ...others] = field.parts ?? [];
  const rest = typeof start === 'string' ? start.slice(name.length + 1) : '';
  return { name, value: Field.text([rest, ...others], field.at, field.from).as(field) };
}
