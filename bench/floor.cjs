// What no linter can do without: start, walk, read, `JSON.parse`. `FLOOR=read` stops before parsing, `FLOOR=yaml` parses
// YAML, `FLOOR=marked` parses the files that have the namespace of Azure Local in them.
const fs = require('node:fs');
const { join } = require('node:path');

const { FLOOR: stage } = process.env;
const parse = stage === 'read' ? () => undefined : stage === 'yaml' ? (/** @type {string} */ text) => require('yaml').parse(text) : JSON.parse;

/** @param {string} folder */
function walk(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path);
    else if (stage === 'marked') {
      const bytes = fs.readFileSync(path);
      if (bytes.includes('AzureStackHCI')) parse(bytes.toString());
    } else parse(fs.readFileSync(path, 'utf8'));
  }
}
for (const folder of process.argv.slice(2)) walk(folder);
