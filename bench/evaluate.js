// The floor of evaluation: what our own interpreter of templates takes, without a rule, a shape or a report. It makes every
// resource, evaluates every value, and forgets the template before the next one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deploy } from '../build/arm/index.js';
import { readJson } from '../build/source/json.js';
import { SourceFile } from '../build/source/source-file.js';

const [, , folder = '.'] = process.argv;
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  const [document] = readJson(new SourceFile(path, readFileSync(path, 'utf8'))).documents;
  if (document) deploy(document).problems(true);
}
