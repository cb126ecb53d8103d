import { Field } from '../../model/field.ts';
import { membersOf } from '../../model/members.ts';
import type { Place } from '../../source/place.ts';
import type { Statement, Word, WordPart } from '../../source/script.ts';
import type { Span } from '../../source/source-file.ts';

/** Where a span of a script stands: in its own file, or in the YAML around it. */
export type PlaceOf = (span: Span) => Place;

/** A command as it runs: its name and arguments as far as they are known. */
export interface Invocation {
  /** A list or table that is passed as one argument is one field. */
  readonly words: readonly Field[];
  readonly at: Place;
}

/** What a script finds when it starts. */
export interface Surroundings {
  readonly placeOf: PlaceOf;
  readonly variables: ReadonlyMap<string, Field>;
  /** What is filled in before the shell sees the text: the mark U+E000 and its number, filled up with U+F8FF. */
  readonly expressions: readonly string[];
}

/** Functions may call each other, but nobody writes so many calls. */
const maximumInvocations = 5_000;
const maximumDepth = 10;

type FunctionStatement = Extract<Statement, { kind: 'function' }>;

/** A function, and the variables that there were when it was declared. */
interface Declared {
  readonly statement: FunctionStatement;
  readonly variables: ReadonlyMap<string, Field>;
  isCalled: boolean;
}

/**
 * Walks through a script in the order in which it runs and keeps the values of variables as far as they are known: a
 * literal until something else is assigned. What a loop, a condition or another script may have changed is unknown.
 */
export class ScriptRun {
  /** The commands in order; those of a function that nobody calls are a sequence of their own. */
  readonly sequences: Invocation[][] = [];
  #sequence: Invocation[] = [];
  #variables: Map<string, Field>;
  readonly #functions = new Map<string, Declared>();
  readonly #placeOf: PlaceOf;
  readonly #ignoresCase: boolean;
  readonly #name: string;
  readonly #expressions: readonly string[];
  #count = 0;
  #invocations = 0;
  #depth = 0;

  /** @param name tells the unknown values of this script from those of others */
  constructor(name: string, ignoresCase: boolean, { placeOf, variables, expressions }: Surroundings) {
    this.#name = name;
    this.#ignoresCase = ignoresCase;
    this.#placeOf = placeOf;
    this.#variables = new Map(variables);
    this.#expressions = expressions;
  }

  /** Whether the limit was hit. */
  get isIncomplete(): boolean {
    return this.#invocations > maximumInvocations;
  }

  run(statements: readonly Statement[]): void {
    this.#start();
    this.#runAll(statements);
    for (const declared of this.#functions.values()) {
      if (declared.isCalled) continue;
      this.#start();
      this.#variables = new Map(declared.variables);
      declared.isCalled = true;
      this.#forget(declared.statement.parameters);
      this.#runAll(declared.statement.body);
    }
  }

  #start(): void {
    this.#sequence = [];
    this.sequences.push(this.#sequence);
  }

  #runAll(statements: readonly Statement[]): void {
    for (const statement of statements) this.#runOne(statement);
  }

  #runOne(statement: Statement): void {
    if (this.isIncomplete) return;
    switch (statement.kind) {
      case 'command':
        this.#command(statement.words, this.#placeOf(statement.span));
        return;
      case 'assignment':
        this.#assign(statement.name, statement.value, statement.isAppend ?? false);
        return;
      case 'function': {
        const variables = new Map(this.#variables);
        this.#functions.set(this.#key(statement.name), { statement, variables, isCalled: false });
        return;
      }
      case 'include':
        this.#forget([...this.#variables.keys()]);
        return;
      case 'block': {
        const before = new Map(this.#variables);
        const assigned = assignedIn(statement.body);
        // A second time round, variables have what the first time left.
        this.#forgetAll(assigned);
        this.#runAll(statement.body);
        this.#join(before, assigned);
      }
    }
  }

  #key(name: string): string {
    return this.#ignoresCase ? name.toLowerCase() : name;
  }

  #command(written: readonly Word[], at: Place): void {
    const words = written.flatMap((word) => this.#expand(word));
    const name = words[0]?.string;
    const declared = name === undefined ? undefined : this.#functions.get(this.#key(name));
    if (declared && this.#depth < maximumDepth) this.#call(declared, words.slice(1));
    else {
      this.#invocations++;
      this.#sequence.push({ words, at });
    }
  }

  #call(declared: Declared, given: readonly Field[]): void {
    const before = new Map(this.#variables);
    declared.isCalled = true;
    this.#invocations++;
    this.#depth++;
    this.#bind(declared.statement.parameters, given);
    this.#runAll(declared.statement.body);
    this.#depth--;
    this.#join(before, assignedIn(declared.statement.body));
  }

  /** Arguments by name and position for PowerShell, by number for other shells. */
  #bind(parameters: readonly string[], given: readonly Field[]): void {
    for (const name of ['0', ...[...this.#variables.keys()].filter((name) => /^\d+$/.test(name))])
      this.#variables.delete(name);
    const [first] = given;
    const at = first?.at ?? this.#placeOf({ start: 0, end: 0 });
    const rest: Field[] = [];
    const free = new Set(parameters);
    for (let index = 0; index < given.length; index++) {
      const field = given[index] as Field;
      const named = /^-(\w+)(?::(.*))?$/s.exec(field.string ?? '');
      const name = named?.[1]?.toLowerCase();
      if (name !== undefined && free.delete(name)) {
        const value = named?.[2] === undefined ? given[++index] : Field.scalar(named[2], field.at);
        this.#variables.set(name, value ?? this.#fresh(name, at));
      } else rest.push(field);
    }
    const left: Field[] = [];
    for (const field of rest) {
      const [next] = free;
      if (next === undefined || field.string?.startsWith('-')) left.push(field);
      else {
        this.#variables.set(next, field);
        free.delete(next);
      }
    }
    for (const name of free) this.#variables.set(name, this.#fresh(name, at));
    if (parameters.length > 0) this.#variables.set('args', Field.list(left, at));
    else {
      for (const [index, field] of given.entries()) this.#variables.set(String(index + 1), field);
      this.#variables.set('@', Field.list(given, at)).set('args', Field.list(given, at));
    }
  }

  #assign(name: string, value: Word | undefined, isAppend: boolean): void {
    if (value === undefined) {
      const old = this.#variables.get(name);
      if (isAppend && old) this.#variables.set(name, this.#fresh(name, old.at, knownItems(old)));
      else this.#forget([name]);
      return;
    }
    const is = this.#valueOf(value);
    const was = this.#variables.get(name);
    if (!isAppend) this.#variables.set(name, is.state === 'unknown' && !is.parts ? this.#made(name, is) : is);
    else if (was?.isList || (is.isList && was === undefined)) {
      const added = is.isList ? is.items() : [is];
      this.#variables.set(name, Field.list([...(was?.items() ?? []), ...added], was?.at ?? is.at));
    } else if (was?.state === 'unknown' && is.isList) {
      this.#variables.set(name, this.#fresh(name, was.at, knownItems(was)));
    } else if (was?.string !== undefined && !is.isList && !is.isObject) {
      this.#variables.set(name, Field.text([was.string, is], is.at));
    } else this.#forget([name]);
  }

  /** An unknown value that a variable has from now on: the same in every use until the next assignment. */
  #made(name: string, { term = '', at }: Field): Field {
    return Field.unknown(`${this.#mark(name)} ${term}`, notKnown, at);
  }

  #fresh(name: string, at: Place, items: readonly Field[] = []): Field {
    return Field.unknown(this.#mark(name), notKnown, at, [], items.length > 0 ? { items } : {});
  }

  #mark(name: string): string {
    return `$${name}#${this.#name}#${++this.#count}`;
  }

  #forget(names: Iterable<string>): void {
    for (const name of names) this.#variables.set(name, this.#fresh(name, this.#placeOfVariable(name)));
  }

  /** Forgets what may have been assigned. A list that is only added to keeps what it has. */
  #forgetAll(assigned: ReadonlyMap<string, Assigned>): void {
    for (const [name, how] of assigned) {
      const was = this.#variables.get(name);
      const items = how === 'added to' && was ? knownItems(was) : [];
      this.#variables.set(name, this.#fresh(name, this.#placeOfVariable(name), items));
    }
  }

  #placeOfVariable(name: string): Place {
    return this.#variables.get(name)?.at ?? this.#placeOf({ start: 0, end: 0 });
  }

  /** What was assigned in something that may not have run, or in a function, which may have variables of its own. */
  #join(before: ReadonlyMap<string, Field>, assigned: ReadonlyMap<string, Assigned>): void {
    this.#variables = new Map(before);
    this.#forgetAll(assigned);
  }

  /** A word as the arguments that it stands for. */
  #expand(word: Word): readonly Field[] {
    const [part, ...others] = word.parts;
    if (part === undefined || others.length > 0) return [this.#valueOf(word)];
    const at = this.#placeOf(word.span);
    if (part.kind === 'all') return this.#all(part.name, at);
    const value = this.#valueOf(word);
    if (part.kind === 'variable' && part.isSplit && /\s/.test(value.string ?? '')) {
      const pieces = (value.string ?? '').split(/\s+/).filter((piece) => piece !== '');
      return pieces.map((piece) => Field.scalar(piece, value.at).through(at));
    }
    return [value];
  }

  #all(name: string, at: Place): readonly Field[] {
    const value = this.#variables.get(name);
    if (value === undefined) return [this.#unset(name, at)];
    if (value.isObject) {
      return value.names().flatMap((key) => [Field.scalar(`-${key}`, value.get(key).at), value.memberNamed(key)]);
    }
    return value.isList || value.state === 'unknown' ? value.items() : [value];
  }

  #unset(name: string, at: Place): Field {
    return Field.unknown(`$${name}#${this.#name}`, notKnown, at);
  }

  #valueOf(word: Word): Field {
    const at = this.#placeOf(word.span);
    const [part, ...others] = word.parts;
    if (part === undefined) return Field.scalar('', at);
    const values = word.parts.map((one) => this.#part(one, at));
    if (others.length === 0) {
      const [value] = values as [Field];
      return part.kind === 'variable' ? value.through(at) : value;
    }
    const from = values.filter((value) => value.at !== at).map((value) => value.at);
    const pieces = values.map((value): string | Field =>
      value.isList || value.isObject ? Field.unknown(value.canonical(), notKnown, at) : (value.string ?? value),
    );
    return Field.text(pieces, at, from);
  }

  /** Text in which something else fills in values before the script runs: equal expressions are equal values. */
  #filledIn(text: string, at: Place): Field {
    const pieces = text
      .split(mark)
      .filter((piece) => piece !== '')
      .map((piece): string | Field => {
        const written = mark.test(piece) ? this.#expressions[piece.charCodeAt(0) - 0xe000] : undefined;
        return written === undefined ? piece : Field.unknown(written.replace(/\s/g, ''), notKnown, at);
      });
    const [only = ''] = pieces;
    return pieces.length === 1 && typeof only !== 'string' ? only : Field.text(pieces, at);
  }

  #part(part: WordPart, at: Place): Field {
    switch (part.kind) {
      case 'text':
        return this.#expressions.length === 0 ? Field.scalar(part.text, at) : this.#filledIn(part.text, at);
      case 'variable':
        return this.#variables.get(part.name) ?? this.#unset(part.name, at);
      case 'all':
        return Field.list(this.#all(part.name, at), at);
      case 'list':
        return Field.list(
          part.items.flatMap((item) => this.#expand(item)),
          at,
        );
      case 'table':
        return Field.object(
          membersOf(
            part.entries.map(([name, word]) => {
              const value = this.#valueOf(word);
              return [name, () => value] as const;
            }),
          ),
          at,
        );
      case 'unknown':
        // Run twice, it may give two values.
        return Field.unknown(`${this.#mark('')} ${part.text}`, notKnown, at);
    }
  }
}

const mark = /([\ue000-\uefff]\uf8ff*)/;
const notKnown = 'a value of a script that is only known when it runs';

/** The items that a list is known to have; the last one of an unknown list stands for what may follow. */
const knownItems = (list: Field): readonly Field[] => (list.isList ? list.items() : list.items().slice(0, -1));

type Assigned = 'assigned' | 'added to';

/** The variables that statements give a value to. */
function assignedIn(statements: readonly Statement[], found = new Map<string, Assigned>()): Map<string, Assigned> {
  for (const statement of statements) {
    if (statement.kind === 'block') assignedIn(statement.body, found);
    if (statement.kind !== 'assignment') continue;
    const { name, isAppend } = statement;
    found.set(name, isAppend && found.get(name) !== 'assigned' ? 'added to' : 'assigned');
  }
  return found;
}
