import { Field } from '../../model/field.ts';
import { maximumText } from '../scope.ts';
import { type ArmFunction, eager, origins } from './define.ts';

const text = (field: Field | undefined): string | undefined =>
  field?.value === undefined || field.value === null
    ? undefined
    : typeof field.value === 'boolean'
      ? field.value
        ? 'True'
        : 'False'
      : String(field.value);

const fn = (name: string, compute: Parameters<typeof eager>[2]): ArmFunction => eager('string', name, compute);

/** Text functions. */
export const stringFunctions: readonly ArmFunction[] = [
  fn('concat', (args, { at }) => {
    if (args.some((argument) => argument.isList)) {
      return args.every((argument) => argument.isList)
        ? Field.list(
            args.flatMap((argument) => argument.items()),
            at,
            origins(args, at),
          )
        : undefined;
    }
    const parts = args.map(text);
    return parts.includes(undefined) ? undefined : bounded(parts.join(''));
  }),
  fn('format', ([pattern, ...args]) => {
    if (pattern?.string === undefined) return undefined;
    let failed = false;
    const result = pattern.string.replace(
      /\{\{|\}\}|\{(\d+)(?:,(-?\d{1,4}))?(?::([^}]*))?\}/g,
      (all, index, width, form) => {
        if (all === '{{' || all === '}}') return all[0] as string;
        const value = formatted(args[Number(index)], form);
        if (value === undefined) failed = true;
        const wanted = Number(width ?? 0);
        return wanted < 0 ? (value ?? '').padEnd(-wanted) : (value ?? '').padStart(wanted);
      },
    );
    return failed ? undefined : bounded(result);
  }),
  fn('toLower', ([value]) => value?.string?.toLowerCase()),
  fn('toUpper', ([value]) => value?.string?.toUpperCase()),
  fn('trim', ([value]) => value?.string?.trim()),
  fn('replace', ([value, from, to]) =>
    value?.string === undefined || !from?.string
      ? undefined
      : bounded(value.string.split(from.string).join(text(to) ?? '')),
  ),
  fn('substring', ([value, start, length]) => {
    const from = start?.number ?? 0;
    const whole = value?.string;
    if (whole === undefined || from < 0 || from > whole.length) return undefined;
    const to = length?.number === undefined ? whole.length : from + length.number;
    return to > whole.length ? undefined : whole.slice(from, to);
  }),
  fn('split', ([value, separator], { at }) => {
    const separators = separator?.isList
      ? separator.items().map((item) => item.string ?? '')
      : [separator?.string ?? ''];
    if (value?.string === undefined || separators.includes('')) return undefined;
    let parts = [value.string];
    for (const one of separators) parts = parts.flatMap((part) => part.split(one));
    return Field.list(
      parts.map((part) => Field.scalar(part, at)),
      at,
    );
  }),
  fn('join', ([list, separator]) => {
    const parts = list?.items().map(text) ?? [];
    return parts.includes(undefined) ? undefined : bounded(parts.join(separator?.string ?? ''));
  }),
  fn('startsWith', ([value, start]) => bothTexts(value, start, (a, b) => a.startsWith(b))),
  fn('endsWith', ([value, end]) => bothTexts(value, end, (a, b) => a.endsWith(b))),
  fn('indexOf', ([value, part]) =>
    value?.isList ? indexIn(value, part) : bothTexts(value, part, (a, b) => a.indexOf(b)),
  ),
  fn('lastIndexOf', ([value, part]) => bothTexts(value, part, (a, b) => a.lastIndexOf(b))),
  fn('padLeft', ([value, width, filler]) => {
    const wanted = width?.number ?? 0;
    return wanted > maximumText ? undefined : text(value)?.padStart(wanted, filler?.string ?? ' ');
  }),
  fn('string', ([value]) => (value?.isList || value?.isObject ? JSON.stringify(value.plain()) : text(value))),
  fn('base64', ([value]) =>
    value?.string === undefined ? undefined : Buffer.from(value.string, 'utf8').toString('base64'),
  ),
  fn('base64ToString', ([value]) =>
    value?.string === undefined ? undefined : Buffer.from(value.string, 'base64').toString('utf8'),
  ),
  fn('uriComponent', ([value]) => (value?.string === undefined ? undefined : encodeURIComponent(value.string))),
  fn('json', ([value], { at }) => {
    try {
      return value?.string === undefined ? undefined : Field.of(JSON.parse(value.string), at);
    } catch {
      return undefined;
    }
  }),
];

const bothTexts = <T>(
  a: Field | undefined,
  b: Field | undefined,
  compare: (a: string, b: string) => T,
): T | undefined =>
  a?.string === undefined || b?.string === undefined
    ? undefined
    : compare(a.string.toLowerCase(), b.string.toLowerCase());

const indexIn = (list: Field, item: Field | undefined): number =>
  list.items().findIndex((candidate) => candidate.canonical() === item?.canonical());

const bounded = (result: string): string | undefined => (result.length > maximumText ? undefined : result);

/** .NET's `D4` and `N0` styles for numbers; others are not evaluated. */
function formatted(value: Field | undefined, form: string | undefined): string | undefined {
  if (form === undefined || form === '') return text(value);
  const digits = /^[dD](\d{1,2})$/.exec(form)?.[1];
  const number = value?.number;
  if (digits === undefined || number === undefined) return undefined;
  return `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(Number(digits), '0')}`;
}
