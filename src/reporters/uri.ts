/**
 * A path as a URI: percent-encoded, and never taken for a scheme. What is not below the root of the repository and
 * has no relative path (another drive, say) becomes a `file:` address.
 */
export function uriOf(path: string): string {
  const encoded = encodeURI(wellFormed(path)).replace(/[?#]/g, encodeURIComponent);
  if (/^([a-z]:)?\//i.test(path)) return `file://${path.startsWith('/') ? '' : '/'}${encoded}`;
  return /^[^/]*:/.test(encoded) ? `./${encoded}` : encoded;
}

/** Whether a path leads out of the folder that it is relative to. */
export const isOutside = (path: string): boolean => /^(\.\.(\/|$)|\/|[a-z]:\/)/i.test(path);

/** Half a surrogate pair can't be encoded; the replacement character stands for it. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
