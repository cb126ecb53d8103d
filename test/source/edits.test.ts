import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, type Edit, type NewValue, textEdits } from '../../src/source/edits.ts';
import { readJson } from '../../src/source/json.ts';
import { type Document, Place, type Step } from '../../src/source/place.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { readYaml } from '../../src/source/yaml.ts';

type Kind = 'json' | 'yaml';

const readers = { json: readJson, yaml: readYaml };

const read = (kind: Kind, text: string) => readers[kind](new SourceFile(`a.${kind}`, text));

const placeOf = (document: Document, path: readonly Step[]): Place =>
  path.reduce((place, step) => place.child(step), new Place(document));

const keyOf = (document: Document, path: readonly Step[]): Place =>
  placeOf(document, path.slice(0, -1)).key(String(path.at(-1)));

/** The text with an edit made; undefined when it can't be. */
function edited(kind: Kind, text: string, toEdit: (document: Document) => Edit): string | undefined {
  const [document] = read(kind, text).documents;
  const edits = document && textEdits(toEdit(document));
  return edits && applyEdits(text, edits);
}

const replace =
  (path: readonly Step[], value: NewValue) =>
  (document: Document): Edit => ({ kind: 'replace', at: placeOf(document, path), value });
const rename =
  (path: readonly Step[], name: string) =>
  (document: Document): Edit => ({ kind: 'rename', at: keyOf(document, path), name });
const remove =
  (path: readonly Step[]) =>
  (document: Document): Edit => ({ kind: 'remove', at: keyOf(document, path) });
const add =
  (path: readonly Step[], name: string, value: NewValue | Record<string, NewValue>) =>
  (document: Document): Edit => ({ kind: 'add', at: placeOf(document, path), name, value });

describe('JSON', () => {
  test.each([
    ['a value', '{ "a": "x" /* why */, "b": 1 }', replace(['a'], 'y'), '{ "a": "y" /* why */, "b": 1 }'],
    ['a value in single quotes', "{ 'a': 'x' }", replace(['a'], 'y'), "{ 'a': 'y' }"],
    ['a value that needs an escape', "{ 'a': 'x' }", replace(['a'], "y'z"), `{ 'a': "y'z" }`],
    ['text that becomes a number', '{ "a": "1" }', replace(['a'], 1), '{ "a": 1 }'],
    ['a value of a list', '[1, 2, // two\n3]', replace([1], 5), '[1, 5, // two\n3]'],
    ['a name', '{ "a": 1, "b": 2 }', rename(['b'], 'c'), '{ "a": 1, "c": 2 }'],
    ['the first of a line', '{ "a": 1, "b": 2 }', remove(['a']), '{ "b": 2 }'],
    ['the last of a line', '{ "a": 1, "b": 2 }', remove(['b']), '{ "a": 1 }'],
    ['the last with a comment before it', '{ "a": 1, /* two */ "b": 2 }', remove(['b']), '{ "a": 1 /* two */  }'],
    ['the only one', '{ "a": { "b": 2 } }', remove(['a', 'b']), '{ "a": {  } }'],
    [
      'a line with its comment',
      '{\r\n  // one\r\n  "a": 1, // why\r\n  "b": 2\r\n}\r\n',
      remove(['a']),
      '{\r\n  // one\r\n  "b": 2\r\n}\r\n',
    ],
    [
      'the last line with the comma before it',
      '{\n  "a": 1, // why\n  "b": {\n    "c": 2\n  }\n}\n',
      remove(['b']),
      '{\n  "a": 1 // why\n}\n',
    ],
    ['a last line with a comma of its own', '{\n  "a": 1,\n  "b": 2,\n}', remove(['b']), '{\n  "a": 1,\n}'],
    ['one more in a line', '{ "a": 1 }', add([], 'b', true), '{ "a": 1, "b": true }'],
    ['one more in a line with a last comma', '{ "a": 1, }', add([], 'b', true), '{ "a": 1, "b": true }'],
    ['one more in lines', '{\r\n\t"a": 1\r\n}', add([], 'b', 'x'), '{\r\n\t"a": 1,\r\n\t"b": "x"\r\n}'],
    ['one more behind a comment', '{\n  "a": 1 // one\n}', add([], 'b', 'x'), '{\n  "a": 1, // one\n  "b": "x"\n}'],
    ['one more behind a comma', '{\n  "a": 1, // one\n}', add([], 'b', 'x'), '{\n  "a": 1, // one\n  "b": "x",\n}'],
    ['one more before a bracket', '{\n  "a": 1}', add([], 'b', 'x'), '{\n  "a": 1,\n  "b": "x"}'],
    ['the first of all', '{"a": {}}', add(['a'], 'b', { c: 'x' }), '{"a": { "b": { "c": "x" } }}'],
    ['the first of all beside a comment', '{ /* none yet */ }', add([], 'b', 'x'), undefined],
    ['a value that is none', '{ "a": {} }', replace(['a'], 'x'), undefined],
  ])('%s', (_, text, edit, wanted) => {
    expect(edited('json', text, edit)).toBe(wanted);
  });
});

describe('YAML', () => {
  test.each([
    ['a value', 'a: x  # why\nb: 1\n', replace(['a'], 'y'), 'a: y  # why\nb: 1\n'],
    ['a value in its quotes', `a: 'x'\nb: "x"\n`, replace(['b'], 'y'), `a: 'x'\nb: "y"\n`],
    ['a value in single quotes', `a: 'x'\n`, replace(['a'], "it's"), `a: 'it''s'\n`],
    ['text that would be read as something else', 'a: x\n', replace(['a'], 'true'), 'a: "true"\n'],
    ['text that would be a comment', 'a: x\n', replace(['a'], 'b #c'), 'a: "b #c"\n'],
    ['text that becomes a number', 'a: "1"\n', replace(['a'], 1), 'a: 1\n'],
    ['a value that is left empty', 'a:\nb: 1\n', replace(['a'], 'x'), undefined],
    ['a value in a block', 'a: |\n  x\n', replace(['a'], 'y'), undefined],
    ['a value that an alias repeats', 'a: &one x\nb: *one\n', replace(['a'], 'y'), undefined],
    ['the alias of a value', 'a: &one x\nb: *one\n', replace(['b'], 'y'), undefined],
    ['a value in what an alias repeats', 'a: &one { c: x }\nb: *one\n', replace(['a', 'c'], 'y'), undefined],
    ['a value that is merged', 'a: &one { c: x }\nb:\n  <<: *one\n  d: 1\n', replace(['b', 'c'], 'y'), undefined],
    [
      'a value beside one that is merged',
      'a: &one { c: 1 }\nb:\n  <<: *one\n  d: 1\n',
      replace(['b', 'd'], 2),
      'a: &one { c: 1 }\nb:\n  <<: *one\n  d: 2\n',
    ],
    ['a name that is merged', 'a: &one { c: x }\nb:\n  <<: *one\n  d: 1\n', rename(['b', 'c'], 'y'), undefined],
    ['a name in what an alias repeats', 'a: &one { c: x }\nb: *one\n', rename(['a', 'c'], 'y'), undefined],
    ['one more behind a name without a value', 'a: { b: 1, c }\n', add(['a'], 'd', 'x'), 'a: { b: 1, c, d: x }\n'],
    ['one more behind an empty value', 'a: { c: }\n', add(['a'], 'd', 'x'), undefined],
    ['the first of all beside a comment', 'a: { # none\n }\n', add(['a'], 'd', 'x'), undefined],
    ['what is left empty, in a flow map', 'a: { b: 1, c: , d: 2 }\n', remove(['a', 'c']), 'a: { b: 1, d: 2 }\n'],
    ['the last, left empty, in a flow map', 'a: { b: , c: }\n', remove(['a', 'c']), undefined],
    ['the last behind one that is left empty', 'a: { b: , c: 1 }\n', remove(['a', 'c']), undefined],
    ['the last, without a value', 'a: { b, c }\n', remove(['a', 'c']), 'a: { b }\n'],
    ['a line that is left empty', 'a: 1\nb:\nc: 2\n', remove(['b']), 'a: 1\nc: 2\n'],
    [
      'what stands before something else in a line',
      'a: &x { b: 1 }\nc: [{ d: 1 }, 2]\n',
      remove(['c', 0, 'd']),
      undefined,
    ],
    ['an item that is none', 'a: 1\n', replace(['a', 0], 'x'), undefined],
    ['a name', 'a: 1 # one\n"b": 2\n', rename(['b'], 'c'), 'a: 1 # one\n"c": 2\n'],
    ['lines', 'a:\r\n  # two\r\n  b: 1 # why\r\n  c: 2\r\n', remove(['a', 'b']), 'a:\r\n  # two\r\n  c: 2\r\n'],
    ['what has lines below it', 'a: 1\nb:\n  c: 2\n\n# next\nd: 3\n', remove(['b']), 'a: 1\n\n# next\nd: 3\n'],
    ['the first of a list item', '- a: 1\n  b: 2\n', remove([0, 'a']), '- b: 2\n'],
    ['the first of a list item, with a comment behind', '- a: 1\n  # two\n  b: 2\n', remove([0, 'a']), undefined],
    ['the last of a list item', '- a: 1\n  b: 2', remove([0, 'b']), '- a: 1\n'],
    ['the only one', 'a:\n  b: 1\n', remove(['a', 'b']), undefined],
    ['an anchor', 'a: &one 1\nb: *one\n', remove(['a']), undefined],
    ['a part of a flow map', 'a: { b: 1, c: 2, d: 3 }\n', remove(['a', 'b']), 'a: { c: 2, d: 3 }\n'],
    ['the last part of a flow map', 'a: { b: 1, c: 2 }\n', remove(['a', 'c']), 'a: { b: 1 }\n'],
    ['one more', 'a: 1 # one\nb:\n  c: 2\n', add([], 'd', 'x'), 'a: 1 # one\nd: x\nb:\n  c: 2\n'],
    ['one more without a line to follow', 'b:\n  c: 2\n', add([], 'd', 'x'), 'd: x\nb:\n  c: 2\n'],
    ['one more before what a comment speaks of', '# all of it\nb:\n  c: 2\n', add([], 'd', 'x'), undefined],
    ['one more in a list item', '- a: 1\r\n- b: 2\r\n', add([0], 'd', 'x'), '- a: 1\r\n  d: x\r\n- b: 2\r\n'],
    ['one more at the end', 'a: 1', add([], 'd', { e: 'x' }), 'a: 1\nd: { e: x }'],
    ['one more in a flow map', '{"a": 1}', add([], 'd', 'x'), '{"a": 1, "d": "x"}'],
    ['one more in a flow map over lines', '{\n  "a": 1\n}', add([], 'd', 'x'), '{\n  "a": 1,\n  "d": "x"\n}'],
    ['the first of all', 'a: {}\n', add(['a'], 'd', 'x'), 'a: { d: x }\n'],
  ])('%s', (_, text, edit, wanted) => {
    expect(edited('yaml', text, edit)).toBe(wanted);
  });

  test('the second of several documents', () => {
    const text = 'a: 1\n---\na: 2 # two\n';
    const [, second] = read('yaml', text).documents;
    const edits = textEdits(replace(['a'], 3)(second as Document));
    expect(applyEdits(text, edits ?? [])).toBe('a: 1\n---\na: 3 # two\n');
  });
});

type Data = string | number | boolean | Data[] | { [name: string]: Data };

const name = fc.constantFrom('a', 'b', 'c', 'long-name', 'x y', '#1', 'true');
const scalar = fc.oneof(
  fc.constantFrom('x', 'it’s', '# no', '[x]', '1', 'null', "a'b", 'a"b\\', ''),
  fc.nat(99),
  fc.boolean(),
);
const { data } = fc.letrec<{ data: Data }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(name, tie('data'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

/** Prints data as people might: in one line or in many, with comments where they may stand. */
class Printer {
  readonly kind: Kind;
  readonly #choices: readonly number[];
  readonly #lineBreak: string;
  #next = 0;

  constructor(kind: Kind, choices: readonly number[]) {
    this.kind = kind;
    this.#choices = choices;
    this.#lineBreak = this.#chosen(2) === 0 ? '\n' : '\r\n';
  }

  #chosen(from: number): number {
    return (this.#choices[this.#next++ % this.#choices.length] ?? 0) % from;
  }

  #comment(): string {
    return this.#chosen(3) > 0 ? '' : this.kind === 'json' ? ` // about ${this.#next}` : ` # about ${this.#next}`;
  }

  print(value: Data): string {
    return this.kind === 'json' ? this.#flow(value, '') : this.#block(value, '').replace(/^[\r\n]+/, '');
  }

  /** JSON over lines or in one. */
  #flow(value: Data, indent: string): string {
    if (typeof value !== 'object') return JSON.stringify(value);
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    const items = Array.isArray(value)
      ? value.map((item) => this.#flow(item, `${indent}  `))
      : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${this.#flow(item, `${indent}  `)}`);
    if (items.length === 0) return `${open}${close}`;
    if (this.kind === 'yaml' || (items.some((item) => item.includes('\n')) === false && this.#chosen(3) === 0))
      return `${open} ${items.join(', ')} ${close}`;
    const last = this.#chosen(4) === 0 ? ',' : '';
    const lines = items.map(
      (item, index) => `${indent}  ${item}${index < items.length - 1 ? ',' : last}${this.#comment()}`,
    );
    return [open, ...lines, `${indent}${close}`].join(this.#lineBreak);
  }

  /** YAML in blocks; a list or map in one line now and then. */
  #block(value: Data, indent: string): string {
    const isEmpty = typeof value === 'object' && Object.keys(value).length === 0;
    if (typeof value !== 'object' || isEmpty || this.#chosen(5) === 0)
      return ` ${this.#flow(value, '')}${this.#comment()}`;
    const lines = Array.isArray(value)
      ? value.map((item) => `${indent}-${this.#block(item, `${indent}  `)}`)
      : Object.entries(value).map(
          ([key, item]) => `${indent}${JSON.stringify(key)}:${this.#block(item, `${indent}  `)}`,
        );
    return `${this.#comment()}${this.#lineBreak}${lines.join(this.#lineBreak)}`;
  }
}

/** Every path in data. */
const pathsIn = (value: Data, path: readonly Step[] = []): (readonly Step[])[] => [
  path,
  ...(Array.isArray(value)
    ? value.flatMap((item, index) => pathsIn(item, [...path, index]))
    : typeof value === 'object'
      ? Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]))
      : []),
];

const at = (value: Data, path: readonly Step[]): Data =>
  path.reduce<Data>((one, step) => (one as Record<Step, Data>)[step] as Data, value);

/** The data with an edit made on it, to compare with. */
function inData(value: Data, { kind, ...edit }: Edit): Data {
  const copy = structuredClone(value);
  const { path } = edit.at;
  const last = path.at(-1) as Step;
  const holder = at(copy, path.slice(0, -1)) as Record<Step, Data>;
  const own = at(copy, path) as Record<string, Data>;
  if (kind === 'replace' && 'value' in edit) {
    if (path.length === 0) return edit.value as Data;
    holder[last] = edit.value as Data;
  }
  if (kind === 'add' && 'value' in edit && 'name' in edit) own[edit.name] = edit.value as Data;
  if (kind === 'remove' || kind === 'rename') delete holder[last];
  if (kind === 'rename' && 'name' in edit) holder[edit.name] = own;
  return copy;
}

const commentsIn = (text: string): string[] => text.match(/(\/\/|#) about \d+/g) ?? [];

/** Whether a text is JSON without what only some readers take, such as a comma at the end. */
function isStrict(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('any edit of any text', () => {
  test.each<Kind>(['json', 'yaml'])('%s: says what was wanted, and keeps the rest', (kind) => {
    let made = 0;
    const choices = fc.array(fc.nat(59), { minLength: 1, maxLength: 40 });
    const value = fc.oneof(scalar, fc.dictionary(name, scalar, { maxKeys: 2, noNullPrototype: true }));
    fc.assert(
      fc.property(data, choices, fc.nat(), fc.nat(3), value, (content, chosen, where, what, wanted) => {
        const text = new Printer(kind, chosen).print(content);
        const { documents, problems } = read(kind, text);
        const [document] = documents;
        expect([problems, document?.value ?? content]).toEqual([[], content]);
        const paths = pathsIn(content);
        const path = paths[where % paths.length] as readonly Step[];
        const isMember = typeof path.at(-1) === 'string';
        const simple = typeof wanted === 'object' ? 'y' : wanted;
        const edit = [
          replace(path, simple),
          isMember ? rename(path, 'new') : replace(path, simple),
          isMember ? remove(path) : replace(path, simple),
          add(path, 'new', wanted),
        ][what]?.(document as Document) as Edit;
        const edits = document && textEdits(edit);
        if (!edits) return;
        made++;
        const result = applyEdits(text, edits);
        const again = read(kind, result);
        expect([again.problems, again.documents[0]?.value ?? null]).toEqual([[], inData(content, edit)]);
        if (kind === 'json' && isStrict(text)) expect(isStrict(result)).toBe(true);
        // What is taken out goes with its own comments, and nothing else does.
        const kept = new Set<string>(commentsIn(result));
        const lost = [...commentsIn(text)].filter((comment) => !kept.has(comment));
        if (edit.kind !== 'remove') expect(lost).toEqual([]);
        expect(result.includes('\r\n')).toBe(text.includes('\r\n') && result.includes('\n'));
      }),
      { numRuns: 2000 },
    );
    expect(made).toBeGreaterThan(500);
  });
});
