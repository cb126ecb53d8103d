import { projectUrl } from '../engine/own-rules.ts';
import type { Finding, Region, Report } from '../engine/report.ts';
import { jsonText } from './json-text.ts';
import type { Reporter } from './reporter.ts';
import { visible } from './terminal.ts';

const severities = { error: 'ERROR', warning: 'WARNING', note: 'INFO' } as const;

/** Reviewdog's diagnostic format. Its columns count bytes of UTF-8, from 1. */
export const rdjson: Reporter = (report) => {
  const { findings, failures } = report;
  const diagnostics = [
    ...findings.map((finding) => ({
      message: visible(finding.message),
      location: { path: finding.region.path, range: rangeIn(finding.region, report) },
      severity: severities[finding.severity],
      code: { value: finding.ruleId, ...(/^https?:/.test(finding.helpUri) ? { url: finding.helpUri } : {}) },
      ...suggestions(finding, report),
      ...(finding.related.length > 0
        ? {
            related_locations: finding.related
              .filter(({ inBase }) => !inBase)
              .map(({ message, region }) => ({
                message: visible(message),
                location: { path: region.path, range: rangeIn(region, report) },
              })),
          }
        : {}),
    })),
    ...failures.map(({ path = '.', message }) => ({
      message: `Not checked: ${visible(message)}`,
      location: { path },
      severity: 'ERROR',
    })),
  ];
  return jsonText({ source: { name: 'azlocal-lint', url: projectUrl }, diagnostics });
};

/** Each suggestion is taken by itself: a fix of several edits, or of another file, can't be told. */
function suggestions({ fix, region }: Finding, report: Report) {
  const [edit, ...others] = fix?.edits ?? [];
  if (!edit || others.length > 0 || edit.region.path !== region.path) return {};
  return { suggestions: [{ range: rangeIn(edit.region, report), text: edit.text }] };
}

function rangeIn({ path, start, end }: Region, { sources }: Report) {
  const file = sources.get(path);
  const inBytes = ({ line, column }: Region['start']) => ({
    line,
    column: file ? Buffer.byteLength(file.line(line).slice(0, column - 1)) + 1 : column,
  });
  return { start: inBytes(start), end: inBytes(end) };
}
