/** A position in a text, as people and SARIF count: line and column from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Half-open range of UTF-16 code units in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One text to check. `path` is relative to the root of the run, with `/` separators. */
export class SourceFile {
  readonly path: string;
  /** The text without byte order mark, so that columns of the first line count from its first visible character. */
  readonly text: string;
  /** Whether the file starts with a byte order mark. */
  readonly hasByteOrderMark: boolean;
  #lineStarts: number[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.hasByteOrderMark = text.charCodeAt(0) === 0xfeff;
    this.text = this.hasByteOrderMark ? text.slice(1) : text;
  }

  /** Position of an offset; offsets outside the text are moved to its nearest end. */
  position(offset: number): Position {
    const starts = this.lineStarts();
    const wanted = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: wanted - (starts[low] as number) + 1 };
  }

  /** The text of a line (from 1) without its line ending; empty beyond the last line. */
  line(number: number): string {
    const starts = this.lineStarts();
    const start = starts[number - 1];
    if (start === undefined) return '';
    return this.text.slice(start, starts[number] ?? this.text.length).replace(/[\r\n]+$/, '');
  }

  private lineStarts(): number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (let index = 0; index < this.text.length; index++) {
      const code = this.text.charCodeAt(index);
      if (code === 13 && this.text.charCodeAt(index + 1) !== 10) starts.push(index + 1);
      else if (code === 10) starts.push(index + 1);
    }
    this.#lineStarts = starts;
    return starts;
  }
}
