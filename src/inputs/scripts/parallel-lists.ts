import type { Field } from '../../model/field.ts';
import type { Group } from '../group.ts';
import type { Body } from './body.ts';
import type { Parsed } from './commands.ts';
import type { Gives } from './options.ts';

/** Options whose values belong together by their order: the second name, the second port. */
export interface ParallelLists {
  /** The list of ARM that has one item for each name. */
  readonly path: string;
  readonly names: string;
  /** What each further option gives to its item. */
  readonly options: Readonly<Record<string, (path: string) => Gives>>;
}

/** One item for each name, with what the other options say in its place. */
export function parallel({ path, names, options }: ParallelLists, command: Parsed, body: Body, group: Group): void {
  const given = command.options.get(names);
  if (!given || given.values.length === 0) return;
  // What stands for any number of values leaves nothing in its place, unless there is one of everything.
  const open = given.values.find(isOpen);
  const isOne = [names, ...Object.keys(options)].every((name) => (command.options.get(name)?.values.length ?? 0) < 2);
  if (open && !isOne) {
    body.set(path, open.knownAs());
    return;
  }
  for (const [index, name] of given.values.entries()) body.set(`${path}[#${index}].name`, name);
  for (const [option, gives] of Object.entries(options)) {
    const { values = [], ...written } = command.options.get(option) ?? {};
    const first = values.findIndex(isOpen);
    for (let index = 0; index < given.values.length; index++) {
      const value = first >= 0 && index >= first ? values[first] : values[index];
      // An empty text keeps the place of one that has no value.
      if (!value || value.string === '') continue;
      gives(`${path}[#${index}].properties`)({ name: option, at: value.at, ...written, values: [value] }, body, group);
    }
  }
}

/** Whether a value may stand for several. */
const isOpen = (field: Field): boolean => field.state === 'unknown' && !field.parts;
