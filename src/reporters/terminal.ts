/** Text from a spec, with everything that a terminal or a CI system would act on made visible. */
export function visible(text: string): string {
  let result = '';
  for (const character of text.replace(/\r\n|\r|\n/g, '\u23ce')) {
    const code = character.codePointAt(0) as number;
    result += isControl(code) ? escaped(code) : character;
  }
  // Azure Pipelines and GitHub Actions obey `##vso[…]` and `##[…]` wherever they stand in a line.
  return result.replace(/#(?=#(vso)?\[)/gi, escaped(35));
}

/** Rows of a text: GitHub Actions obeys one that begins with `::word`, so that its first colon is made visible. */
export const inert = (text: string): string =>
  text.replace(/^([^\S\r\n\u2028\u2029]*):(?=:[a-z])/gim, `$1${escaped(58)}`);

const escaped = (code: number): string =>
  code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;

/** C0 (but for the tab), C1, line separators, and the marks that turn the direction of text. */
const isControl = (code: number): boolean =>
  (code < 32 && code !== 9) ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0x2028 && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069);

/** Letters of which each is a character by itself, one column wide. */
const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

let segmenter: Intl.Segmenter | undefined;

/** A text as the characters that people see: letters with their accents, whole emoji. */
export function graphemes(text: string): string[] {
  if (isAscii(text)) return text.split('');
  // To make one takes as long as to check a file, and most texts are ASCII.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** How many columns of a terminal a text without control characters takes. */
export function displayWidth(text: string): number {
  if (isAscii(text)) return text.length;
  return graphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

/** East Asian letters and emoji take two columns. */
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f/u;

function graphemeWidth(grapheme: string): number {
  if (wide.test(grapheme)) return 2;
  return /^[\p{Mark}\p{Format}]+$/u.test(grapheme) ? 0 : 1;
}

/** Words in rows of at most `width` columns; a longer word stands alone. */
export function wrapped(message: string, width: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of message.split(' ')) {
    // GitHub Actions obeys a row that starts with two colons, and an IPv6 address may.
    const fits = displayWidth(row) + 1 + displayWidth(word) <= width || word.startsWith('::');
    if (row !== '' && !fits) {
      rows.push(row);
      row = word;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  return [...rows, row];
}

/** Rows of cells, each two columns in, with their cells under each other. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const shown = rows.map((row) => row.map(visible));
  const widths = (shown[0] ?? []).map((_, column) => Math.max(...shown.map((row) => displayWidth(row[column] ?? ''))));
  return shown.map((row) =>
    `  ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell))).join('  ')}`.trimEnd(),
  );
}
