import type { Edit, TextEdit } from './edits.ts';
import type { SourceFile, Span } from './source-file.ts';

/** One step into a document: a property name or a list index. */
export type Step = string | number;

/** Which part of a property a place means: its value, or its name. */
export type Part = 'value' | 'key';

/**
 * A document that a reader made of a text: plain data, and the way back from a path to the text.
 * A text of several YAML documents gives several.
 */
export interface Document {
  readonly file: SourceFile;
  /** Plain data: objects, arrays, strings, numbers, booleans, null. */
  readonly value: unknown;
  /**
   * Where the value (or the name) at `path` stands. A path that does not exist gives its nearest existing parent.
   *
   * @param within a range of the string there, in its own characters: escapes count as the one they stand for
   */
  locate(path: readonly Step[], part: Part, within?: Span): Span;
  /**
   * The text edits that a change of this document takes; undefined when its text can't be changed without touching
   * anything else. A document whose text is not to be edited has no such method.
   */
  textEdits?(edit: Edit): readonly TextEdit[] | undefined;
}

/** Something that can't be read, in words a person understands. */
export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
  /** A limit of the reader was hit: nothing is wrong with the text, but the rest of it is not read. */
  readonly isLimit?: true;
}

/** What a reader made of a file. Readers never throw on bad input; they report it here and go on. */
export interface ReadResult {
  readonly documents: readonly Document[];
  readonly problems: readonly SyntaxProblem[];
}

/**
 * A document and a path into it. Cheap to make and carried by every value; it becomes a line and column
 * only when a finding is reported.
 */
export class Place {
  readonly document: Document;
  readonly parent: Place | undefined;
  readonly step: Step | undefined;
  readonly part: Part;
  /** A part of the string that stands here, in its own characters. */
  readonly range: Span | undefined;

  constructor(document: Document, parent?: Place, step?: Step, part: Part = 'value', range?: Span) {
    this.document = document;
    this.parent = parent;
    this.step = step;
    this.part = part;
    this.range = range;
  }

  /** The place of a property's value or a list item. */
  child(step: Step): Place {
    return new Place(this.document, this, step);
  }

  /** The place of a property's name: where to point when it is the property that is wrong, not its value. */
  key(name: string): Place {
    return new Place(this.document, this, name, 'key');
  }

  /** The place of a part of the string that stands here: an expression in it, say. */
  within(range: Span): Place {
    return new Place(this.document, this.parent, this.step, this.part, range);
  }

  get file(): SourceFile {
    return this.document.file;
  }

  get path(): Step[] {
    const steps: Step[] = [];
    for (let place: Place | undefined = this; place?.step !== undefined; place = place.parent) steps.push(place.step);
    return steps.reverse();
  }

  span(): Span {
    return this.document.locate(this.path, this.part, this.range);
  }

  /** Whether two places are the same place of the same file. */
  equals(other: Place): boolean {
    if (this === other) return true;
    if (this.document !== other.document || this.part !== other.part || this.step !== other.step) return false;
    if (this.range?.start !== other.range?.start || this.range?.end !== other.range?.end) return false;
    if (this.parent === undefined || other.parent === undefined) return this.parent === other.parent;
    return this.parent.equals(other.parent);
  }
}
