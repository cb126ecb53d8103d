/**
 * A file of the bundle loads another one, or a module of Node, when something of it is used: what a run does not come to
 * is not read. Nothing here does anything when it is loaded, so that the order does not matter.
 */

/** What stands in a variable for a file: it is loaded when `it` is asked for, and from then on a property like any other. */
const lazy = `const lazy = (load) => ({
  get it() {
    const it = load();
    Object.defineProperty(this, 'it', { value: it });
    return it;
  },
});`;

/** As the bundler writes a file that is asked for, and what it makes of a package in CommonJS; each has a name of its own. */
const declaration = /^(const|let|var) ([\w$]+) = (require\("[^"]+"\)|(?<=^var import_[\w$]+ = ).+);$/gm;

/** A name by itself: not in the middle of a word, nor a property of something; what is spread has dots before it, too. */
const alone = (/** @type {string} */ name) => `(?<![\\w$])(?<!(?<!\\.\\.)\\.)${name.replaceAll('$', '\\$')}(?![\\w$])`;

/** @param {string} code of a file of the bundle, before it is made small */
function withLazyRequires(code) {
  const names = [...code.matchAll(declaration)]
    .map(([, , name = '']) => name)
    // What is used as a whole, or set again, stays as it is.
    .filter((name) => [...code.matchAll(new RegExp(`${alone(name)}(?!\\.)`, 'g'))].length === 1);
  if (names.length === 0) return code;
  const changed = code
    .replace(declaration, (line, kind, name, call) =>
      names.includes(name) ? `${kind} ${name} = lazy(() => ${call});` : line,
    )
    .replace(new RegExp(`(${names.map(alone).join('|')})\\.`, 'g'), '$1.it.');
  return changed.replace(/^(?:#!.*\n)?/, (first) => `${first}${lazy}\n`);
}

/** @type {import('rolldown').Plugin} */
export const lazyRequires = {
  name: 'lazy-requires',
  renderChunk: (code) => withLazyRequires(code),
};
