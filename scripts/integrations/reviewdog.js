/**
 * Has reviewdog read our rdjson and SARIF, and checks rdjson against the schema that comes with it. Needs Go, and a minute or
 * two to build reviewdog the first time; not a part of the gate. Run `npm run compile` first.
 */
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { check, goTool, must, root, temporaryFolder } from './tools.js';

const tool = 'github.com/reviewdog/reviewdog';
const { program, sources } = goTool('reviewdog', tool, `${tool}/cmd/reviewdog`, 'v0.21.0');
const folder = temporaryFolder('reviewdog');

try {
  const report = (/** @type {string} */ format) => join(folder, `report.${format}`);
  must(process.execPath, [
    ...[join(root, 'dist/cli.cjs'), '--base', 'fixtures/contoso/before', 'fixtures/contoso/now', '--fail-on', 'none'],
    ...['rdjson', 'sarif'].flatMap((format) => ['--format', `${format}:${report(format)}`]),
  ]);
  /** @type {{ diagnostics: { severity: string }[] }} */
  const rdjson = JSON.parse(readFileSync(report('rdjson'), 'utf8'));

  await check('rdjson is as its schema says, which refuses an unknown severity', () => {
    // Of draft 04, and with nothing that is other in draft 07.
    const { $schema, ...schema } = JSON.parse(
      readFileSync(join(sources, 'proto/rdf/jsonschema/DiagnosticResult.json'), 'utf8'),
    );
    assert.match($schema, /draft-04/);
    const validate = (/** @type {unknown} */ report) => new Ajv({ strict: false }).validate(schema, report);
    assert.ok(validate(rdjson));
    const [first] = rdjson.diagnostics;
    assert.ok(!validate({ ...rdjson, diagnostics: [{ ...first, severity: 'FATAL' }] }));
  });

  for (const format of ['rdjson', 'sarif']) {
    await check(`reviewdog shows each finding of ${format}, and fails for an error`, () => {
      const options = [`-f=${format}`, '-reporter=local', '-filter-mode=nofilter', '-diff=true'];
      const script = '"$0" "$@" < "$REPORT"';
      const env = { REPORT: report(format) };
      const shown = must('bash', ['-c', script, program, ...options], { env })
        .trim()
        .split('\n');
      assert.equal(shown.length, rdjson.diagnostics.length);
      assert.throws(
        () => must('bash', ['-c', script, program, ...options, '-fail-level=error'], { env }),
        /ended with 1/,
      );
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
