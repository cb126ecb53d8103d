import { type CalendarTime, calendarTime, type Moment } from './calendar.ts';
import { bounded, shown, ValueError } from './value-error.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The patterns that a single letter stands for, invariant culture. */
const standard: Readonly<Record<string, string>> = {
  d: 'MM/dd/yyyy',
  D: 'dddd, dd MMMM yyyy',
  f: 'dddd, dd MMMM yyyy HH:mm',
  F: 'dddd, dd MMMM yyyy HH:mm:ss',
  g: 'MM/dd/yyyy HH:mm',
  G: 'MM/dd/yyyy HH:mm:ss',
  m: 'MMMM dd',
  M: 'MMMM dd',
  o: "yyyy-MM-dd'T'HH:mm:ss.fffffffK",
  O: "yyyy-MM-dd'T'HH:mm:ss.fffffffK",
  r: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  R: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  s: "yyyy-MM-dd'T'HH:mm:ss",
  t: 'HH:mm',
  T: 'HH:mm:ss',
  u: "yyyy-MM-dd HH:mm:ss'Z'",
  U: 'dddd, dd MMMM yyyy HH:mm:ss',
  y: 'yyyy MMMM',
  Y: 'yyyy MMMM',
};

/**
 * A moment of UTC in one of .NET's date formats, invariant culture: a letter (`u`), or a pattern (`yyyy-MM-dd`).
 * `utcNow('d')` prints 03/05/2019 on its page, so a format that is given is read in the invariant culture.
 * @see https://learn.microsoft.com/dotnet/standard/base-types/standard-date-and-time-format-strings
 * @see https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings
 */
export function formatMoment(moment: Moment, format: string): string {
  bounded(format);
  if (format.length !== 1) return formatPattern(calendarTime(moment), format);
  const pattern = standard[format];
  if (pattern === undefined) throw new ValueError(`${shown(format)} is not a date format`);
  return formatPattern(calendarTime(moment), pattern);
}

function formatPattern(time: CalendarTime, pattern: string): string {
  let result = '';
  for (let at = 0; at < pattern.length; ) {
    const character = pattern.charAt(at);
    const next = pattern[at + 1];
    if (character === '"' || character === "'") {
      const end = pattern.indexOf(character, at + 1);
      if (end < 0) throw new ValueError(`the date format ${shown(pattern)} has a quote that is never closed`);
      result += pattern.slice(at + 1, end);
      at = end + 1;
    } else if (character === '\\' || character === '%') {
      // A percent sign makes a pattern of a single letter.
      if (next === undefined || (character === '%' && next === '%')) {
        throw new ValueError(`the date format ${shown(pattern)} has nothing after a "${character}"`);
      }
      result += character === '\\' ? next : formatPattern(time, next);
      at += 2;
    } else {
      let end = at + 1;
      while (pattern[end] === character) end++;
      const text = specified(time, character, end - at, pattern);
      // `F` leaves out a fraction of zero, and the point before it.
      if (character === 'F' && text === '' && result.endsWith('.')) result = result.slice(0, -1);
      result += text ?? pattern.slice(at, end);
      at = end;
    }
  }
  return bounded(result);
}

/** What a letter of a pattern, written `count` times, stands for; undefined for a letter that is text. */
function specified(time: CalendarTime, letter: string, count: number, pattern: string): string | undefined {
  const number = (value: number, most = 2) => String(value).padStart(Math.min(count, most), '0');
  const hour12 = time.hour % 12 === 0 ? 12 : time.hour % 12;
  switch (letter) {
    case 'y':
      return count <= 2 ? number(time.year % 100) : number(time.year, count);
    case 'M':
      return count <= 2 ? number(time.month) : named(months[time.month - 1], count);
    case 'd':
      return count <= 2 ? number(time.day) : named(weekdays[time.weekday], count);
    case 'H':
      return number(time.hour);
    case 'h':
      return number(hour12);
    case 'm':
      return number(time.minute);
    case 's':
      return number(time.second);
    case 'f':
    case 'F': {
      if (count > 7)
        throw new ValueError(`the date format ${shown(pattern)} has more than seven places after the second`);
      const places = String(time.ticks).padStart(7, '0').slice(0, count);
      return letter === 'F' ? places.replace(/(?<!0)0+$/, '') : places;
    }
    case 't':
      return (time.hour < 12 ? 'AM' : 'PM').slice(0, count);
    case 'g':
      return 'A.D.';
    case 'z':
      return ['+0', '+00', '+00:00'][Math.min(count, 3) - 1];
    case 'K':
      return 'Z'.repeat(count);
    default:
      return undefined;
  }
}

const named = (name = '', count: number): string => (count === 3 ? name.slice(0, 3) : name);
