import { visible } from './terminal.ts';

/** A user's text as a code span, whatever backticks are in it. */
export function code(text: string): string {
  const shown = visible(text);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const room = longest > 0 || shown === '' ? ' ' : '';
  return `${fence}${room}${shown}${room}${fence}`;
}

/** A text with users' values in it as plain text: nothing in it is markup, an address or a mention. */
export const plain = (text: string): string =>
  visible(text)
    .replace(/[\\`*_{}[\]<>()#+!|~&@$]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:');

/** A table; a bar in a cell would end it, in a code span too. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Lines of a spec as a block of code, whatever backticks are in them. */
export function codeBlock(lines: readonly string[], language: 'text' | 'diff' = 'text'): string {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/** An address in a link: nothing in it ends the link. */
export const address = (uri: string): string =>
  uri.replace(/[()\s<>]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
