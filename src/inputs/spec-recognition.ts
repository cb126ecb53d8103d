import { nearest } from '../model/nearest.ts';
import { specSchema } from './spec-schema.ts';

const vocabulary = Object.keys(specSchema.properties);
const lower = (word: string): string => word.toLowerCase();
const wordsOf = (definition: unknown) => Object.keys((definition as { properties: object }).properties);

/** The words of an entry, by collection: `virtualMachines` is a list of the definition `virtualMachine`. */
const entryVocabulary = new Map(
  Object.entries(specSchema.definitions).map(([name, definition]) => [`${name}s`, wordsOf(definition)]),
);

/** Words that say nothing about whose file it is: the name, and the settings that entries inherit. */
const common = new Set(['name', ...vocabulary.map(lower)]);

/** Words that only Azure Local has: with one of them a file is ours, however odd the rest of it looks. */
const ownWords = ['logicalNetworks', 'virtualHardDisks', 'customLocation'];

/**
 * Whether a value is a compact spec: it has our `$schema`, or its words are ours. At the top every word must be one of
 * ours or nearly one, so that a misspelt word is reported instead of making the whole file no spec. Other tools have a
 * `virtualMachines:` too, though: unless a word is ours alone, at least half of those in the entries must be ours.
 */
export function isCompactSpec(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (typeof value.$schema === 'string' && /(^|\/)spec\.schema\.json$/.test(value.$schema)) return true;
  const parts = Object.entries(value)
    .filter(([name]) => !name.startsWith('x-'))
    .map(([name, content]) => ({ meant: nearest(name, vocabulary), content }));
  const meant = parts.map((part) => part.meant ?? '');
  if (meant.includes('') || !meant.some((name) => entryVocabulary.has(name))) return false;
  if (meant.some((name) => ownWords.includes(name))) return true;
  const isOurs = parts.flatMap(({ meant = '', content }) =>
    tellingWords(content).map((word) => isNearly(word, entryVocabulary.get(meant) ?? [])),
  );
  return isOurs.filter(Boolean).length * 2 >= isOurs.length;
}

/** The telling words of the entries of a collection, also of one that is no list as it should be. */
function tellingWords(content: unknown): string[] {
  const items = Array.isArray(content) ? content : isRecord(content) ? entriesOfMap(content) : [];
  return items
    .filter(isRecord)
    .flatMap((item) => Object.keys(item))
    .filter((word) => !common.has(lower(word)));
}

/** One letter may be wrong, two in a longer word. Short words of other tools are too near to ours for more. */
const isNearly = (word: string, words: readonly string[]): boolean =>
  nearest(word, words, word.length > 7 ? 2 : 1) !== undefined;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** An object in place of a list is one entry, or entries by name. */
const entriesOfMap = (map: Record<string, unknown>): unknown[] => {
  const values = Object.values(map);
  return values.every(isRecord) ? values : [map];
};
