import type { Result } from 'sarif';

/** The one order of results: address, line, column, rule, message. */
export function inOrder(a: Result, b: Result): number {
  const [one, other] = [keyOf(a), keyOf(b)];
  return (
    compare(one.uri, other.uri) ||
    one.line - other.line ||
    one.column - other.column ||
    compare(one.rule, other.rule) ||
    compare(one.text, other.text)
  );
}

function keyOf({ locations, ruleId = '', message }: Result) {
  const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
  const { startLine: line = 0, startColumn: column = 0 } = region ?? {};
  return { uri: artifactLocation?.uri ?? '', line, column, rule: ruleId, text: String(message.text) };
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
