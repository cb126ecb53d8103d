import type { Region } from '../engine/report.ts';
import type { SourceFile } from '../source/source-file.ts';
import { displayWidth, graphemes, visible } from './terminal.ts';

interface FrameColors {
  readonly red: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** The first line of a region with its span underlined, and the line above it. Long lines are cut around the span. */
export function codeFrame(file: SourceFile, region: Region, width: number, colors: FrameColors): string[] {
  const { start, end } = region;
  const line = file.line(start.line);
  if (line.trim() === '' || isWholeFile(region)) return [];
  const gutter = String(start.line).length;
  const room = Math.max(10, width - `> ${start.line} | `.length - '……'.length);
  const span = { start: start.column - 1, end: end.line === start.line ? end.column - 1 : line.length };
  const from = firstColumn(line, span, room);
  const before = columns(line.slice(from, span.start)) + (from > 0 ? 1 : 0);
  const length = columns(line.slice(span.start, Math.min(span.end, span.start + room)));
  const underline = '^'.repeat(Math.max(1, Math.min(length, room - before)));
  const above = file.line(start.line - 1);
  return [
    ...(above.slice(from).trim() === ''
      ? []
      : [colors.dim(`  ${String(start.line - 1).padStart(gutter)} | ${cut(above, from, room)}`)]),
    `${colors.red('>')} ${start.line} | ${cut(line, from, room)}`,
    `  ${' '.repeat(gutter)} | ${' '.repeat(before)}${colors.red(underline)}`,
  ];
}

/** A finding about the file as a whole stands before its first character: there is nothing to show. */
const isWholeFile = ({ start, end }: Region): boolean =>
  start.line === 1 && start.column === 1 && end.line === 1 && end.column === 1;

/** Where to start a line so that its span is seen, with as much before it as fits in a third of the room. */
function firstColumn(line: string, span: { readonly start: number; readonly end: number }, room: number): number {
  if (span.end <= room && columns(line.slice(0, span.end)) <= room) return 0;
  let from = span.start;
  let used = 0;
  for (const grapheme of graphemes(line.slice(Math.max(0, from - room), from)).reverse()) {
    used += columns(grapheme);
    if (used > room / 3) break;
    from -= grapheme.length;
  }
  return from;
}

/** A row of a line from a column on, with dots where it is cut. A tab takes one column, so that the underline fits. */
function cut(line: string, from: number, room: number): string {
  let text = '';
  let used = 0;
  // Zero-width characters don't fill the room: the rest of a long line is not looked at.
  for (const grapheme of graphemes(line.slice(from, from + room * 4))) {
    used += columns(grapheme);
    if (used > room) break;
    text += grapheme;
  }
  const rest = line.length > from + text.length;
  return `${from > 0 ? '…' : ''}${shown(text)}${rest ? '…' : ''}`;
}

const shown = (text: string): string => visible(text).replaceAll('\t', ' ');

const columns = (text: string): number => displayWidth(shown(text));
