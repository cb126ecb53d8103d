import type { BaselineEntry } from '../engine/baseline.ts';
import { readJson } from '../source/json.ts';
import { Place } from '../source/place.ts';
import type { SourceFile } from '../source/source-file.ts';
import { baselineSchema } from './baseline-schema.ts';
import { type Complaint, inOrder, shapeComplaints } from './complaints.ts';

const schemaVersion = '1';

/** A baseline read, or the complaints: each names file, line and column, what is wrong and what to do. */
export type BaselineResult =
  | { readonly entries: readonly BaselineEntry[] }
  | { readonly complaints: readonly string[] };

/** Reads and checks a baseline. */
export async function readBaseline(file: SourceFile): Promise<BaselineResult> {
  const quick = entriesIn(file.text);
  if (quick) return { entries: quick };
  const { documents, problems } = readJson(file);
  const complaints: Complaint[] = problems.map(({ span, message }) => ({ start: span.start, message }));
  const root = documents[0] && new Place(documents[0]);
  if (!root && complaints.length === 0) complaints.push({ start: 0, message: 'the baseline is empty.' });
  if (root && complaints.length === 0) {
    complaints.push(...(await shapeComplaints(root, baselineSchema, 'the baseline')));
    // A comment was in it, say.
    if (complaints.length === 0) return { entries: (root.document.value as { findings: BaselineEntry[] }).findings };
  }
  return { complaints: inOrder(complaints, file) };
}

/** The entries of a baseline that is as it was written: loading a validator takes longer than a hook may. */
function entriesIn(text: string): readonly BaselineEntry[] | undefined {
  try {
    const { schemaVersion: version, findings } = JSON.parse(text) as { schemaVersion: unknown; findings: unknown };
    return version === schemaVersion && Array.isArray(findings) && findings.every(isEntry) ? findings : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is BaselineEntry {
  const {
    fingerprint,
    ruleId,
    message,
    resource = '',
    environment = '',
    paths,
    comparedWith = [],
  } = (value ?? {}) as Partial<BaselineEntry>;
  const areTexts = (...all: unknown[]) => all.every((one) => typeof one === 'string');
  const isList = (list: unknown) => Array.isArray(list) && areTexts(...list);
  return (
    areTexts(fingerprint, ruleId, message, resource, environment) &&
    /^[0-9a-f]{32}(-\d+)?$/.test(String(fingerprint)) &&
    isList(paths) &&
    paths?.length !== 0 &&
    isList(comparedWith)
  );
}

/** A baseline as text: one property a line, so that a difference shows what was accepted and what was fixed. */
export const writeBaseline = (findings: readonly BaselineEntry[]): string =>
  `${JSON.stringify({ schemaVersion, findings }, null, 2)}\n`;
