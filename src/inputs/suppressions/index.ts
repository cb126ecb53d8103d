import type { Comment } from '../../source/comment.ts';
import type { SourceFile, Span } from '../../source/source-file.ts';
import { commentsOf } from '../comments.ts';
import { type Acceptance, type Directive, parseDirective } from './directive.ts';
import { inMetadata } from './metadata.ts';

/** What a suppression reaches in its file. */
export type Reach =
  /** From the first to the last of these lines, from 1. */
  | { readonly kind: 'line' | 'block'; readonly first: number; readonly last: number }
  | { readonly kind: 'file' }
  /** An object: the resource that it declares, or what stands in it. */
  | { readonly kind: 'object'; readonly span: Span };

/** A suppression as it is written in a spec. */
export interface WrittenSuppression extends Acceptance {
  readonly kind: 'comment' | 'metadata';
  readonly file: SourceFile;
  readonly span: Span;
  readonly reach: Reach;
}

/** A suppression that says nothing that can be followed. */
export interface MalformedSuppression {
  readonly file: SourceFile;
  readonly span: Span;
  readonly problem: string;
}

/** The suppressions in a file, in comments and in `metadata`. Most files have none, and are not read again. */
export async function suppressionsIn(
  file: SourceFile,
): Promise<readonly (WrittenSuppression | MalformedSuppression)[]> {
  const { text } = file;
  if (!text.includes('azlocal-lint')) return [];
  const comments = text.includes('azlocal-lint-') ? await commentsOf(file) : [];
  const metadata = /azlocal-lint["']?\s*:/.test(text) ? await inMetadata(file) : [];
  return [
    ...inComments(file, comments),
    ...metadata.map((entry) => {
      const span = entry.at.span();
      if ('problem' in entry) return { file, span, problem: entry.problem };
      const { at, holder, ...acceptance } = entry;
      const reach: Reach = holder.path.length === 0 ? { kind: 'file' } : { kind: 'object', span: holder.span() };
      return { ...acceptance, kind: 'metadata' as const, file, span, reach };
    }),
  ];
}

function inComments(file: SourceFile, comments: readonly Comment[]): (WrittenSuppression | MalformedSuppression)[] {
  const found: (WrittenSuppression | MalformedSuppression)[] = [];
  const open: { readonly span: Span; readonly directive: Acceptance }[] = [];
  const lineOf = (offset: number) => file.position(offset).line;
  const add = (span: Span, { rules, resources, reason, expires, ticket }: Acceptance, reach: Reach) =>
    found.push({
      kind: 'comment',
      file,
      span,
      reach,
      rules,
      resources,
      ...(reason === undefined ? {} : { reason }),
      ...(expires === undefined ? {} : { expires }),
      ...(ticket === undefined ? {} : { ticket }),
    });
  const isComment = linesOfComments(file, comments);
  for (const { span, text } of comments) {
    const directive: Directive | undefined = parseDirective(text);
    if (!directive) continue;
    const complain = (problem: string) => found.push({ file, span, problem });
    if ('problem' in directive) {
      complain(directive.problem);
      continue;
    }
    const { verb, rules } = directive;
    if (verb === 'enable') {
      const named = open.findLastIndex(({ directive }) => rules.length === 0 || isSame(directive.rules, rules));
      const [begun] = named < 0 ? [] : open.splice(named, 1);
      if (!begun) complain('No azlocal-lint-disable of these rules stands before this azlocal-lint-enable.');
      else
        add(begun.span, begun.directive, { kind: 'block', first: lineOf(begun.span.start), last: lineOf(span.start) });
      continue;
    }
    if (rules.length === 0) {
      complain(`Name the rules that are meant, such as azlocal-lint-${verb} AZL1104 -- reason.`);
      continue;
    }
    if (verb === 'disable') open.push({ span, directive });
    else if (verb === 'disable-file') add(span, directive, { kind: 'file' });
    else {
      let line = lineOf(verb === 'disable-line' ? span.start : Math.max(span.start, span.end - 1));
      if (verb === 'disable-next-line')
        do line++;
        while (isComment(line));
      add(span, directive, { kind: 'line', first: line, last: line });
    }
  }
  for (const { span } of open) {
    const problem =
      'No azlocal-lint-enable ends this azlocal-lint-disable. For one line write azlocal-lint-disable-next-line, for the file azlocal-lint-disable-file.';
    found.push({ file, span, problem });
  }
  return found;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join();

/** Whether a line holds nothing but comments, or nothing at all: what a comment says of the next line is not about it. */
function linesOfComments(file: SourceFile, comments: readonly Comment[]): (line: number) => boolean {
  const spans = comments.filter(({ text }) => text !== '');
  const alone = new Set<number>();
  for (const { span } of spans) {
    const { line, column } = file.position(span.start);
    const before = file.line(line).slice(0, column - 1);
    const end = file.position(span.end);
    const after = file.line(end.line).slice(end.column - 1);
    if (before.trim() !== '' || after.trim() !== '') continue;
    for (let covered = line; covered <= end.line; covered++) alone.add(covered);
  }
  const last = file.position(file.text.length).line;
  return (line) => line < last && (alone.has(line) || file.line(line).trim() === '');
}
