import { ValueError } from './value-error.ts';

/** A moment of UTC: seconds since 1970 began, and what is beyond them in ticks of .NET (100 nanoseconds). */
export interface Moment {
  readonly seconds: number;
  readonly ticks: number;
}

/** A moment by the calendar. */
export interface CalendarTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ticks: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

export const ticksPerSecond = 10_000_000;
const secondsPerDay = 86_400;

/** The first and the last second that .NET can tell: years 1 to 9999. */
const earliest = -62_135_596_800;
const latest = 253_402_300_799;

/** A moment; throws outside the years 1 to 9999. */
export function momentOf(seconds: number, ticks = 0): Moment {
  if (seconds < earliest || seconds > latest) throw new ValueError('the date is outside the years 1 to 9999');
  return { seconds, ticks };
}

/** Days since 1970-01-01 of a day in the Gregorian calendar. Years begin in March here, so that leap days end them. */
function daysOf(year: number, month: number, day: number): number {
  const years = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + dayOfYear - 719_468;
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** The seconds of a time by the calendar; undefined when there is no such day or time. */
export function secondsOf(time: Omit<CalendarTime, 'ticks' | 'weekday'>): number | undefined {
  const { year, month, day, hour, minute, second } = time;
  const exists =
    year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) && hour <= 23 && minute <= 59;
  if (!exists || second > 59) return undefined;
  return daysOf(year, month, day) * secondsPerDay + hour * 3600 + minute * 60 + second;
}

/** A moment by the calendar, UTC. */
export function calendarTime({ seconds, ticks }: Moment): CalendarTime {
  const days = Math.floor(seconds / secondsPerDay);
  const rest = seconds - days * secondsPerDay;
  // 400 years of the calendar have 146097 days; the estimate is one year too late at most.
  let year = 1970 + Math.floor((days * 400) / 146_097) + 1;
  while (daysOf(year, 1, 1) > days) year--;
  let month = 12;
  while (daysOf(year, month, 1) > days) month--;
  return {
    year,
    month,
    day: days - daysOf(year, month, 1) + 1,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    ticks,
    weekday: (((days + 4) % 7) + 7) % 7,
  };
}
