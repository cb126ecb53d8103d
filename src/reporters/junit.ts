import type { Finding, Report } from '../engine/report.ts';
import type { Reporter } from './reporter.ts';
import { inert, visible } from './terminal.ts';

/**
 * JUnit's XML as build servers read it: a suite for each checked file, a failed case for each finding, a passed one for a file
 * without any. Notes don't fail: they are the output of their suite. There is no standard; the schema that is kept to is
 * that of the Jenkins xUnit plugin.
 */
export const junit: Reporter = (report) => {
  const suites = suitesOf(report);
  const sum = (count: (suite: Suite) => number) => suites.reduce((total, suite) => total + count(suite), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="azlocal-lint" tests="${sum(testsOf)}" failures="${sum(failuresOf)}" errors="${sum(({ errors }) => errors.length)}">`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    '',
  ].join('\n');
};

interface Suite {
  readonly path: string;
  readonly failed: readonly Finding[];
  readonly notes: readonly Finding[];
  /** What kept it from being checked. */
  readonly errors: readonly string[];
}

function suitesOf({ files, findings, failures }: Report): Suite[] {
  const paths = new Set([
    ...files.filter(({ outcome }) => outcome !== 'skipped').map(({ path }) => path),
    ...findings.map(({ region }) => region.path),
    ...failures.map(({ path = '.' }) => path),
  ]);
  return [...paths].sort().map((path) => {
    const own = findings.filter(({ region }) => region.path === path);
    return {
      path,
      failed: own.filter(({ severity }) => severity !== 'note'),
      notes: own.filter(({ severity }) => severity === 'note'),
      errors: failures.filter((failure) => (failure.path ?? '.') === path).map(({ message }) => message),
    };
  });
}

const failuresOf = ({ failed }: Suite): number => failed.length;
const testsOf = ({ failed, errors }: Suite): number => Math.max(1, failed.length + errors.length);

function suiteLines(suite: Suite): string[] {
  const { path, failed, notes, errors } = suite;
  const classname = attribute(path);
  const passed = failed.length + errors.length === 0;
  return [
    `  <testsuite name="${classname}" tests="${testsOf(suite)}" failures="${failed.length}" errors="${errors.length}">`,
    ...(passed ? [`    <testcase name="no findings" classname="${classname}"/>`] : []),
    ...failed.flatMap((finding) => [
      `    <testcase name="${attribute(`${finding.ruleId} ${finding.ruleName} (${position(finding)})`)}" classname="${classname}">`,
      `      <failure type="${finding.severity}" message="${attribute(finding.message)}">${content(`${path}:${position(finding)}\n${finding.helpUri}`)}</failure>`,
      '    </testcase>',
    ]),
    ...errors.flatMap((message) => [
      `    <testcase name="not checked" classname="${classname}">`,
      `      <error message="${attribute(message)}"/>`,
      '    </testcase>',
    ]),
    ...(notes.length > 0
      ? [
          `    <system-out>${notes.map((note) => content(`${path}:${position(note)} ${note.ruleId}: ${note.message}`)).join('\n')}</system-out>`,
        ]
      : []),
    '  </testsuite>',
  ];
}

const position = ({ region: { start } }: Finding): string => `${start.line}:${start.column}`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text in XML 1.0: what it can't hold is made visible, lone surrogates among them. */
const content = (text: string): string =>
  text
    .split('\n')
    .map((line) => inert(visible(Buffer.from(line, 'utf8').toString('utf8'))).replace(/[\uFFFE\uFFFF]/g, '?'))
    .join('\n')
    .replace(/[&<>"]/g, (character) => escapes[character] as string);

const attribute = (text: string): string => content(text.replaceAll('\n', ' '));
