import type { LoadedFile } from '../inputs/index.ts';
import type { Field } from '../model/field.ts';
import { groupBy } from '../model/per-estate.ts';
import { secretFields } from '../model/types/index.ts';
import type { Place } from '../source/place.ts';
import { SourceFile } from '../source/source-file.ts';

/** Gives the text of a file as a report may show it. */
export type Shown = (file: SourceFile) => SourceFile;

/**
 * Files without their secrets: values of secure parameters, and values of properties that hold secrets, are covered by
 * asterisks of the same length. Reports show lines around a finding, and a secret may stand there.
 */
export function withoutSecrets(files: readonly LoadedFile[]): Shown {
  const secrets = groupBy(files.flatMap(secretsOf), (place) => place.file);
  const shown = new Map<SourceFile, SourceFile>();
  return (file) => {
    let covered = shown.get(file);
    if (!covered) {
      const places = secrets.get(file);
      covered = places ? new SourceFile(file.path, cover(file.text, places)) : file;
      shown.set(file, covered);
    }
    return covered;
  };
}

/** A value that only refers to a secret is none itself: it is unknown. */
const secretsOf = ({ resources, secrets }: LoadedFile): Place[] => [
  ...secrets,
  ...resources.flatMap(({ type, apiVersion, body }) =>
    secretFields(type, apiVersion.string)
      .flatMap((path) => body.all(path))
      .flatMap(valuesIn)
      .filter(({ state }) => state === 'known')
      .map(({ at }) => at),
  ),
];

/** The single values in a value: all that is in an object of secrets is one. */
const valuesIn = (field: Field): readonly Field[] =>
  field.isObject
    ? field.names().flatMap((name) => valuesIn(field.memberNamed(name)))
    : field.isList
      ? field.items().flatMap(valuesIn)
      : [field];

function cover(text: string, places: readonly Place[]): string {
  const spans = places.map((place) => place.span()).sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    // A value that many resources share is there many times.
    if (end <= done) continue;
    const from = Math.max(start, done);
    parts.push(text.slice(done, from), text.slice(from, end).replace(/[^\s"']/g, '*'));
    done = end;
  }
  return parts.join('') + text.slice(done);
}
