import type { Document } from '../source/place.ts';

/*
 * Answers that come in pages: Resource Graph says how many resources there are in all (`total_records` by the Azure CLI,
 * `totalRecords` over REST), a REST list where it goes on (`nextLink`).
 */

/** Under these names answers keep their list: REST has `value`, Resource Graph has `data`. */
const lists = ['value', 'data'];

/** An answer that says that there is nothing. */
export const isEmptyAnswer = ({ value }: Document): boolean =>
  Array.isArray(value) ? value.length === 0 : lists.some((name) => listOf(value, name)?.length === 0);

/** Answers with pages that are missing, and what is missing, in words. */
export function incompleteAnswers(documents: readonly Document[]): ReadonlyMap<Document, string> {
  const missing = new Map<Document, string>();
  const byTotal = new Map<number, Document[]>();
  for (const document of documents) {
    const total = member(document.value, 'total_records') ?? member(document.value, 'totalRecords');
    if (typeof total === 'number') byTotal.set(total, [...(byTotal.get(total) ?? []), document]);
  }
  for (const [total, pages] of byTotal) {
    const count = pages.reduce((sum, page) => sum + countOf(page.value), 0);
    if (count >= total) continue;
    for (const page of pages)
      missing.set(
        page,
        `the answer has ${count} of ${total} resources: ask for the other pages with --skip-token, and give each file with --live`,
      );
  }
  const restLists = documents.filter(({ value }) => listOf(value, 'value') !== undefined);
  if (restLists.every(({ value }) => typeof member(value, 'nextLink') === 'string'))
    for (const page of restLists)
      missing.set(page, 'the list goes on at its nextLink: ask for that too, and give each file with --live');
  return missing;
}

const member = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

function listOf(value: unknown, name: string): readonly unknown[] | undefined {
  const list = member(value, name);
  return Array.isArray(list) ? list : undefined;
}

/** Resources in an answer of Resource Graph, which may be a table. */
const countOf = (value: unknown): number =>
  (listOf(value, 'data') ?? listOf(member(value, 'data'), 'rows'))?.length ?? 0;
