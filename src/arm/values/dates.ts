import { type Moment, momentOf, secondsOf, ticksPerSecond } from './calendar.ts';
import { formatMoment } from './format-date.ts';
import { type Int, integer } from './numbers.ts';
import { trim } from './text.ts';
import { shown, UncertainError, ValueError } from './value-error.ts';

/** The format of `utcNow()` without one. */
export const utcNowFormat = 'yyyyMMddTHHmmssZ';

/**
 * A date and time plus a duration. Without a format it keeps the one of ISO 8601; from any other it becomes what .NET
 * prints in American English (4/7/2023 2:53:14 PM), as the example of the page shows. The page says that leap years
 * don't count: a year is 365 days, a month 30.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-date#datetimeadd (read 2026-11-22)
 */
export function dateTimeAdd(base: string, duration: string, format?: string): string {
  const { moment, format: own } = read('dateTimeAdd', base);
  const length = durationOf(duration);
  const ticks = moment.ticks + length.ticks;
  const carry = Math.floor(ticks / ticksPerSecond);
  const result = momentOf(moment.seconds + length.seconds + carry, ticks - carry * ticksPerSecond);
  return formatMoment(result, format ?? own);
}

/**
 * The date and time of seconds since 1970 began.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-date#datetimefromepoch (read 2026-11-22)
 */
export const dateTimeFromEpoch = (seconds: Int): string =>
  formatMoment(momentOf(Number(integer('dateTimeFromEpoch', seconds))), 'yyyy-MM-ddTHH:mm:ssZ');

/**
 * Seconds since 1970 began of a date and time.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-date#datetimetoepoch (read 2026-11-22)
 */
export const dateTimeToEpoch = (dateTime: string): number => read('dateTimeToEpoch', dateTime).moment.seconds;

/**
 * A date and time in another format: `utcNow(format)` for a time that is given. What time it is we never ask.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-date#utcnow (read 2026-11-22)
 */
export const formatDateTime = (dateTime: string, format: string = utcNowFormat): string =>
  formatMoment(read('utcNow', dateTime).moment, format);

interface Duration {
  readonly seconds: number;
  readonly ticks: number;
}

const amount = String.raw`(?:(\d{1,9})`;
const durationPattern = new RegExp(
  `^(-?)P(?=.)${amount}Y)?${amount}M)?${amount}W)?${amount}D)?(?:T(?=.)${amount}H)?${amount}M)?${amount}(?:\\.(\\d{1,9}))?S)?)?$`,
);

/** A duration of ISO 8601, such as `P1Y2M3W4DT5H6M7.8S` or `-P9D`. */
function durationOf(text: string): Duration {
  const found = durationPattern.exec(text);
  if (!found) {
    const message = `dateTimeAdd() takes a duration such as P1D, PT1H30M or -P1Y, not ${shown(text)}`;
    // More than the page promises may work: fractions of an hour, a plus sign.
    throw /^[+-]?P[\d.,TYMWDHS]+$/.test(text) ? new UncertainError(message) : new ValueError(message);
  }
  const [, minus, ...amounts] = found;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = amounts
    .slice(0, 7)
    .map((amount) => Number(amount ?? 0));
  const ticks = Number((found[9] ?? '').slice(0, 7).padEnd(7, '0'));
  const wholeDays = years * 365 + months * 30 + weeks * 7 + days;
  const total = wholeDays * 86_400 + hours * 3600 + minutes * 60 + seconds;
  return minus === '-' ? { seconds: -total, ticks: -ticks } : { seconds: total, ticks };
}

/** ISO 8601: the date, and perhaps a time with a zone. A blank may stand before the time and before the zone. */
const isoPattern =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:(?<separator> ?T| )(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.(?<fraction>\d{1,7}))?)?)? ?(?<zone>Z|[+-]\d\d:?\d\d)?$/i;
/** The same without separators, as `utcNow()` prints it. */
const basicPattern =
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?<separator>T)(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)(?<zone>Z)?$/i;
/** American English, as `dateTimeAdd()` prints it. */
const americanPattern =
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})(?: (?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?(?: (?<half>[AP]M))?)?$/i;
/** RFC 1123, .NET's format `R`. */
const rfc1123Pattern =
  /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat), (?<day>\d\d) (?<name>[A-Z]{3}) (?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) GMT$/i;

const american = 'M/d/yyyy h:mm:ss tt';
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The moment that a text names, and the format in which `dateTimeAdd()` keeps it. Without a zone it is UTC. */
function read(name: string, dateTime: string): { moment: Moment; format: string } {
  const text = dateTime.length > 100 ? '' : trim(dateTime);
  const iso = isoPattern.exec(text);
  const basic = basicPattern.exec(text);
  const parts = (iso ?? basic ?? americanPattern.exec(text) ?? rfc1123Pattern.exec(text))?.groups;
  if (!parts) {
    const message = `${name}() takes a date and time such as 2026-01-31T12:00:00Z, not ${shown(dateTime)}`;
    // .NET reads many more forms, all with digits.
    throw /\d/.test(dateTime) ? new UncertainError(message) : new ValueError(message);
  }
  const seconds = secondsOf({
    year: Number(parts.year),
    month: parts.name ? monthNames.indexOf(parts.name.toLowerCase()) + 1 : Number(parts.month),
    day: Number(parts.day),
    hour: hourOf(parts.hour, parts.half),
    minute: Number(parts.minute ?? 0),
    second: Number(parts.second ?? 0),
  });
  if (seconds === undefined)
    throw new ValueError(`${name}() has a date or time that does not exist: ${shown(dateTime)}`);
  const fraction = parts.fraction ?? '';
  const moment = momentOf(seconds - offsetOf(parts.zone), Number(fraction.padEnd(7, '0')));
  if (basic) return { moment, format: `yyyyMMddTHHmmss${parts.zone ? 'Z' : ''}` };
  if (!iso || parts.separator?.toUpperCase() !== 'T') return { moment, format: american };
  const places = fraction && `.${'f'.repeat(fraction.length)}`;
  return { moment, format: `yyyy-MM-ddTHH:mm:ss${places}${parts.zone ? 'Z' : ''}` };
}

function hourOf(hour = '0', half?: string): number {
  if (half === undefined) return Number(hour);
  // There is no hour 0 or 13 in either half of the day.
  if (Number(hour) < 1 || Number(hour) > 12) return 24;
  return (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

/** Seconds by which a zone is ahead of UTC. */
function offsetOf(zone = 'Z'): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const seconds = Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60;
  return zone.startsWith('-') ? -seconds : seconds;
}
