import type { FindingFix, RegionEdit, Report } from '../engine/report.ts';
import { applyEdits } from '../source/edits.ts';
import type { SourceFile } from '../source/source-file.ts';

/** The lines that a fix takes away and puts in their place, as a patch has them; those of another file under its path. */
export function fixLines({ edits }: FindingFix, path: string, { sources }: Report): string[] {
  const byPath = new Map<string, RegionEdit[]>();
  for (const edit of edits) byPath.set(edit.region.path, [...(byPath.get(edit.region.path) ?? []), edit]);
  return [...byPath].flatMap(([name, own]) => {
    const file = sources.get(name);
    const lines = file ? neighbours(own).flatMap((some) => changedLines(file, some)) : [];
    return lines.length === 0 || name === path ? lines : [`@@ ${name} @@`, ...lines];
  });
}

/** Edits in order, those of the same or the next line together. */
function neighbours(edits: readonly RegionEdit[]): RegionEdit[][] {
  const groups: RegionEdit[][] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const last = groups.at(-1);
    if (last && edit.region.start.line - (last.at(-1)?.region.end.line ?? 0) <= 1) last.push(edit);
    else groups.push([edit]);
  }
  return groups;
}

function changedLines(file: SourceFile, edits: readonly RegionEdit[]): string[] {
  const starts = edits.map(({ region, span }) => span.start - region.start.column + 1);
  const start = Math.min(...starts);
  const end = Math.max(
    ...edits.map(({ region, span }) => lineEnd(file, region.end.line, span.end - region.end.column + 1)),
  );
  const moved = edits.map(({ span, text }) => ({ span: { start: span.start - start, end: span.end - start }, text }));
  const before = file.text.slice(start, end);
  const [old, now] = [before, applyEdits(before, moved)].map((text) => text.split(/\r\n|\r|\n/)) as [
    string[],
    string[],
  ];
  while (old.length > 0 && old[0] === now[0]) [old, now].map((lines) => lines.shift());
  while (old.length > 0 && old.at(-1) === now.at(-1)) [old, now].map((lines) => lines.pop());
  return [...old.map((line) => `- ${line}`), ...now.map((line) => `+ ${line}`)];
}

const lineEnd = (file: SourceFile, line: number, start: number): number => start + file.line(line).length;
