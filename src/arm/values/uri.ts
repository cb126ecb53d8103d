import { isObject, type PlainValue, toText } from './json.ts';
import { base64, base64ToString } from './text.ts';
import { bounded, shown, UncertainError, ValueError } from './value-error.ts';

/**
 * A URI from a base and what is relative to it (RFC 3986, section 5): the last segment of the base is replaced, unless
 * it ends with a slash.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#uri (read 2026-11-22)
 */
export function uri(base: string, relative: string): string {
  read('uri', base);
  return bounded(read('uri', relative, base).href);
}

function read(name: string, text: string, base?: string): URL {
  bounded(text);
  try {
    return new URL(text, base);
  } catch {
    throw new ValueError(`${name}() takes an absolute URI such as https://contoso.com/path, not ${shown(text)}`);
  }
}

/**
 * Text with everything but letters, digits and `-_.~` percent-encoded.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#uricomponent (read 2026-11-22)
 */
export function uriComponent(text: string): string {
  // Half a surrogate pair is no character; .NET writes the replacement character.
  const encoded = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
  return bounded(encoded.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`));
}

/**
 * Text with its percent-encoding undone; what is not an encoding of UTF-8 stays.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#uricomponenttostring (read 2026-11-22)
 */
export const uriComponentToString = (text: string): string =>
  text.replace(encodedCharacter, (character) => decodeURIComponent(character));

/** The percent-encoded UTF-8 of one character (RFC 3629, section 4). */
const next = '%[89ab][0-9a-f]';
const encodedCharacter = new RegExp(
  [
    '%[0-7][0-9a-f]',
    `%(?:c[2-9a-f]|d[0-9a-f])${next}`,
    `%e0%[ab][0-9a-f]${next}`,
    `%e[1-9a-cef]${next}${next}`,
    `%ed%[89][0-9a-f]${next}`,
    `%f0%[9ab][0-9a-f]${next}${next}`,
    `%f[1-3]${next}${next}${next}`,
    `%f4%8[0-9a-f]${next}${next}`,
  ].join('|'),
  'gi',
);

/**
 * The parts of a URI. Those that it has not are absent: a port that its scheme implies, a path of `/` alone. The query
 * keeps its `?`. No page describes it; it is known from Bicep's table of functions.
 */
export function parseUri(text: string): { readonly [name: string]: string | number } {
  const { protocol, hostname, port, pathname, search } = read('parseUri', text);
  return {
    scheme: protocol.slice(0, -1),
    host: hostname,
    ...(port !== '' && { port: Number(port) }),
    ...(pathname !== '' && pathname !== '/' && { path: pathname }),
    ...(search !== '' && { query: search }),
  };
}

/**
 * A URI of its parts, as `parseUri()` gives them. No page describes it; it is known from Bicep's table of functions.
 */
export function buildUri(parts: PlainValue): string {
  if (!isObject(parts)) throw new ValueError('buildUri() takes an object with scheme and host');
  const part = (name: string): string => {
    const key = Object.keys(parts).find((candidate) => candidate.toLowerCase() === name);
    return key === undefined ? '' : toText(parts[key] ?? null);
  };
  const [scheme, host, port] = [part('scheme'), part('host'), part('port')];
  if (scheme === '' || host === '') throw new ValueError('buildUri() takes an object with scheme and host');
  const authority = `${scheme}://${host}${port && `:${port}`}`;
  // What the host or the port smuggles in would become another part.
  if (!/^[a-z][a-z0-9+.-]*:\/\/(?:\[[0-9a-f:.]+\]|[^\s/?#@\\:[\]]+)(?::\d{1,5})?$/i.test(authority)) {
    throw new UncertainError(`what buildUri() makes of ${shown(authority)} is not documented`);
  }
  const result = read('buildUri', authority);
  result.pathname = part('path');
  result.search = part('query');
  return bounded(result.href);
}

/**
 * A text as a data URI. (The page shows `charset=utf8`; the engine writes `utf-8`.)
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#datauri (read 2026-11-22)
 */
export const dataUri = (text: string): string => bounded(`data:text/plain;charset=utf-8;base64,${base64(text)}`);

/**
 * The text inside a data URI.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#datauritostring (read 2026-11-22)
 */
export function dataUriToString(text: string): string {
  const comma = text.indexOf(',');
  if (!/^data:/i.test(text) || comma < 0) {
    throw new ValueError(`dataUriToString() takes a data URI such as data:;base64,SGVsbG8=, not ${shown(text)}`);
  }
  const [, ...settings] = text.slice('data:'.length, comma).toLowerCase().split(';');
  const charset = settings.find((setting) => setting.startsWith('charset='))?.slice('charset='.length) ?? 'utf-8';
  if (!/^(utf-?8|us-ascii)$/.test(charset)) {
    throw new UncertainError(`dataUriToString() can't read the character set ${shown(charset)}`);
  }
  const data = text.slice(comma + 1);
  return settings.includes('base64') ? base64ToString(data) : uriComponentToString(data);
}
