import type { Region } from '../engine/report.ts';

/** Text from a spec, with everything that a terminal or a CI system would act on made visible. */
export function visible(text: string): string {
  let result = '';
  for (const character of text.replace(/\r\n|\r|\n/g, '\u23ce')) {
    const code = character.codePointAt(0) as number;
    if (!isControl(code)) result += character;
    else result += code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  }
  return result;
}

/** C0 (but for the tab), C1, line separators, and the marks that turn the direction of text. */
const isControl = (code: number): boolean =>
  (code < 32 && code !== 9) ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0x2028 && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069);

interface FrameColors {
  readonly red: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** The line of a region with its span underlined, and one line of context above. Long lines are cut around the span. */
export function codeFrame(text: string, region: Region, width: number, colors: FrameColors): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  const number = region.start.line;
  const line = lines[number - 1];
  if (line === undefined || line.trim() === '') return [];
  const gutter = String(number).length;
  const room = width - gutter - 9;
  const end = region.end.line === number ? region.end.column : line.length + 1;
  const start = Math.max(0, Math.min(region.start.column - 1, region.start.column - 1 - Math.floor(room / 3)));
  const from = end - 1 <= room ? 0 : start;
  const cut = (row: string) => {
    const part = row.slice(from, from + room);
    return `${from > 0 && row.length > 0 ? '…' : ''}${visible(part.replaceAll('\t', ' '))}${row.length > from + room ? '…' : ''}`;
  };
  const offset = region.start.column - 1 - from + (from > 0 ? 1 : 0);
  const length = Math.max(1, Math.min(end - region.start.column, room - offset));
  const above = lines[number - 2];
  return [
    ...(above === undefined || above.trim() === ''
      ? []
      : [colors.dim(`  ${String(number - 1).padStart(gutter)} | ${cut(above)}`)]),
    `${colors.red('>')} ${number} | ${cut(line)}`,
    `  ${' '.repeat(gutter)} | ${' '.repeat(Math.max(0, offset))}${colors.red('^'.repeat(length))}`,
  ];
}
