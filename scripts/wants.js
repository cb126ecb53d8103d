/**
 * Marks in fixtures: `# want [AZL1104] "part of the message"`. At the end of a line a mark speaks about that line;
 * alone on a line, about the next line that is not a mark itself. One mark may hold several wants.
 */
const mark = /(?:#|\/\/)\s*want((?:\s+\[AZL\d{4}\](?:\s+"[^"]*")?)+)\s*$/;

/**
 * What a fixture says must be found, line by line (lines from 1).
 *
 * @param {string} text
 * @returns {{ line: number, ruleId: string, text: string }[]}
 */
export function readWants(text) {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const found = mark.exec(line);
    if (!found) return [];
    let target = index;
    if (line.slice(0, found.index).trim() === '') while (mark.test(lines[target] ?? '')) target++;
    const wants = String(found[1]).matchAll(/\[(AZL\d{4})\](?:\s+"([^"]*)")?/g);
    return [...wants].map((want) => ({ line: target + 1, ruleId: String(want[1]), text: want[2] ?? '' }));
  });
}

/**
 * The text as a reader of the documentation should see it: without marks.
 *
 * @param {string} text
 */
export function withoutWants(text) {
  return text
    .split('\n')
    .filter((line) => !(mark.test(line) && line.replace(mark, '').trim() === ''))
    .map((line) => line.replace(mark, '').trimEnd())
    .join('\n');
}

/**
 * Compares both ways: every want must be met by one finding, every finding by one want. Empty when they agree.
 *
 * @param {{ line: number, ruleId: string, text: string }[]} wants
 * @param {readonly { ruleId: string, message: string, region: { start: { line: number, column: number } } }[]} findings
 * @param {string} path
 */
export function compareWants(wants, findings, path) {
  const open = [...findings];
  const complaints = [];
  for (const { line, ruleId, text } of wants) {
    const index = open.findIndex(
      (finding) => finding.ruleId === ruleId && finding.region.start.line === line && finding.message.includes(text),
    );
    if (index < 0)
      complaints.push(`${path}:${line} wants [${ruleId}] ${JSON.stringify(text)}, but nothing such was found`);
    else open.splice(index, 1);
  }
  for (const { region, ruleId, message } of open) {
    complaints.push(`${path}:${region.start.line}:${region.start.column} found [${ruleId}] unasked: ${message}`);
  }
  return complaints;
}
