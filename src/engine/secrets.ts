import type { LoadedFile } from '../inputs/index.ts';
import type { Field } from '../model/field.ts';
import { groupBy } from '../model/per-estate.ts';
import { secretFields } from '../model/types/index.ts';
import type { Place } from '../source/place.ts';
import { SourceFile } from '../source/source-file.ts';
import { inProse, replaceSecrets } from './secret-patterns.ts';

/** Gives what a report may show of a text, and of plain data with texts in it. */
export interface Shown {
  /** A file whose secrets are covered by asterisks of the same length: places stay where they are. */
  file(file: SourceFile): SourceFile;
  /** Plain data with three asterisks in place of every secret. Paths, ids of rules and edits keep their texts. */
  data<T>(value: T): T;
}

/**
 * What can be shown of files: without the values of secure parameters, those of properties that hold secrets, and what looks
 * like one (`secret-patterns.ts`). Reports show lines around a finding, and messages quote values.
 *
 * @param spoken the files that something is said of: only they are searched for what looks like a secret
 */
export function withoutSecrets(files: readonly LoadedFile[], spoken: Iterable<SourceFile> = []): Shown {
  const secrets = files.flatMap(secretsOf);
  const places = groupBy(secrets, ({ at }) => at.file);
  const values = new Set(secrets.flatMap(({ known }) => known));
  for (const file of new Set(spoken)) {
    replaceSecrets(file.text, (secret) => {
      values.add(secret);
      return secret;
    });
  }
  const wanted = anyOf(values);
  const inText = (text: string) => replaceSecrets(wanted ? text.replace(wanted, stars) : text, () => '***', inProse);
  const shown = new Map<SourceFile, SourceFile>();
  return {
    file(file) {
      let covered = shown.get(file);
      if (!covered) {
        const ofPlaces = cover(
          file.text,
          (places.get(file) ?? []).map(({ at }) => at),
        );
        const text = replaceSecrets(wanted ? ofPlaces.replace(wanted, asterisks) : ofPlaces, asterisks);
        covered = text === file.text ? file : new SourceFile(file.path, file.hasByteOrderMark ? `\uFEFF${text}` : text);
        shown.set(file, covered);
      }
      return covered;
    },
    data: (value) => mapTexts(value, inText) as typeof value,
  };
}

/** A shorter secret is a part of too many words: it is hidden where it stands by itself, in quotes. */
const shortest = 4;

/** Finds values in a text: as they are, and as functions of the template language and addresses write them. */
function anyOf(values: ReadonlySet<string>): RegExp | undefined {
  const spellings = [...values].flatMap((value) =>
    value.length < shortest ? (value === '' ? [] : [`"${value}"`]) : spellingsOf(value),
  );
  const escaped = [...new Set(spellings)]
    .sort((one, other) => other.length - one.length)
    .map((spelling) => spelling.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return escaped.length > 0 ? new RegExp(escaped.join('|'), 'gi') : undefined;
}

const stars = (found: string): string => (found.startsWith('"') && found.endsWith('"') ? '"***"' : '***');

function spellingsOf(value: string): string[] {
  const base64 = Buffer.from(value, 'utf8')
    .toString('base64')
    .replace(/={1,2}$/, '');
  const inJson = JSON.stringify(value).slice(1, -1);
  return [
    value,
    value.trim(),
    inJson,
    JSON.stringify(inJson).slice(1, -1),
    encodeURIComponent(wellFormed(value)),
    base64,
  ].filter(({ length }) => length >= shortest);
}

const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** Properties whose texts programs need as they are. */
const kept = new Set(['path', 'ruleId', 'ruleName', 'severity', 'fingerprint', 'helpUri', 'edits', 'outcome', 'state']);

function mapTexts(value: unknown, hide: (text: string) => string): unknown {
  if (typeof value === 'string') return hide(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, hide));
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, kept.has(name) ? item : mapTexts(item, hide)]),
  );
}

interface Secret {
  readonly at: Place;
  /** The values that nobody is to read. */
  readonly known: readonly string[];
}

/** A value that only refers to a secret is none itself: it is unknown. */
const secretsOf = ({ resources, deployed, secrets }: LoadedFile): Secret[] => [
  ...secrets.map((at) => ({ at, known: textsIn(valueAt(at)) })),
  ...[...resources, ...deployed].flatMap(({ type, apiVersion, body }) =>
    secretFields(type, apiVersion.string)
      .flatMap((path) => body.all(path))
      .flatMap(valuesIn)
      .filter(({ state }) => state === 'known')
      .map((field) => ({ at: field.at, known: isAddress(field) ? [] : textsIn(field.value) })),
  ),
];

/** Of the address of a disk or a proxy only parts are secret, which are known by how they are written. */
const isAddress = ({ string = '' }: Field): boolean => /^\w+:\/\/|^[a-z]:[\\/]|^\//i.test(string);

function valueAt({ document, path }: Place): unknown {
  let value = document.value;
  for (const step of path) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[step];
  return value;
}

/** Texts and numbers in plain data. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'bigint') return [String(value)];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

/** The single values in a value: all that is in an object of secrets is one. */
const valuesIn = (field: Field): readonly Field[] =>
  field.isObject
    ? field.names().flatMap((name) => valuesIn(field.memberNamed(name)))
    : field.isList
      ? field.items().flatMap(valuesIn)
      : [field];

const asterisks = (text: string): string => text.replace(/[^\s"']/g, '*');

function cover(text: string, places: readonly Place[]): string {
  const spans = places.map((place) => place.span()).sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    // A value that many resources share is there many times.
    if (end <= done) continue;
    const from = Math.max(start, done);
    parts.push(text.slice(done, from), asterisks(text.slice(from, end)));
    done = end;
  }
  return parts.join('') + text.slice(done);
}
