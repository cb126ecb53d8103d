const highest = 65535;

/**
 * What is wrong with a port of a security rule, as the end of a sentence; undefined for a port, a range of ports and `*`.
 * Text with commas, brackets or other signs may be a list of several, and `*` is every port: they are left alone.
 */
export function portMistake(text: string): string | undefined {
  const written = text.trim();
  if (written === '' || /[^\w\s:.-]/.test(written)) return undefined;
  const [, start, end] = /^(\d+)(?:\s*-\s*(\d+))?$/.exec(written) ?? [];
  if (start === undefined) return 'is no port';
  const [first, last] = [Number(start), Number(end ?? start)];
  if (first > highest || last > highest) return `goes beyond ${highest}`;
  return first > last ? 'ends before it begins' : undefined;
}
