import { describe, expect, test, vi } from 'vitest';
import { compareWants, fixtures, readWants, toInput } from './support/fixtures.ts';
import { rules } from '../src/rules/index.ts';
const { lint } = await import('../src/engine/lint.ts');
describe.each(rules.map((r) => r.name).filter((n) => n !== 'terraform'))('%s', (folder) => {
  test.each(fixtures([folder]))('$name', async (fixture) => {
    const { input, options } = toInput(fixture);
    const report = await lint(input, options);
    if (process.env.SHOW) for (const f of report.findings) console.log(fixture.name, f.severity, f.confidence, `${f.region.start.line}:${f.region.start.column}`, f.message, f.related.map(r=>`${r.region.path.split('/').pop()}:${r.region.start.line} ${r.message}`).join(' | '), f.environments.join());
    const complaints = input.files.flatMap((file) =>
      compareWants(readWants(file.text), report.findings.filter((f) => f.region.path === file.path), file.path));
    expect(complaints).toEqual([]);
    expect(report.failures).toEqual([]);
    expect(report.findings.filter((f)=>!input.files.some(x=>x.path===f.region.path))).toEqual([]);
  });
});
