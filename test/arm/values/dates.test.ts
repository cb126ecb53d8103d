import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateTimeAdd, dateTimeFromEpoch, dateTimeToEpoch, formatDateTime } from '../../../src/arm/values/dates.ts';
import { LimitError, maximumText, UncertainError, ValueError } from '../../../src/arm/values/value-error.ts';

describe('dateTimeAdd', () => {
  test.each([
    ['2020-04-07 14:53:14Z', 'P3Y', '4/7/2023 2:53:14 PM', 'what is not ISO 8601 with a T becomes American'],
    ['2020-04-07 14:53:14Z', '-P9D', '3/29/2020 2:53:14 PM', 'a negative duration'],
    ['2020-04-07 14:53:14Z', 'PT1H', '4/7/2020 3:53:14 PM', 'hours'],
    ['2020-04-07 23:53:14Z', 'PT1H', '4/8/2020 12:53:14 AM', 'midnight is 12 AM'],
    ['2023-03-31T01:00:38Z', 'P1D', '2023-04-01T01:00:38Z', 'ISO 8601 stays'],
    ['2023-03-31T01:00:38', 'P1D', '2023-04-01T01:00:38', 'without zone too'],
    ['2023-03-31T01:00:38.5Z', 'PT0.75S', '2023-03-31T01:00:39.2Z', 'with as many places after the second'],
    ['2023-03-31T01:00Z', 'PT1M', '2023-03-31T01:01:00Z', 'seconds are written'],
    ['20200407T145314Z', 'P1D', '20200408T145314Z', 'the form of utcNow() stays'],
    ['2020-02-28T00:00:00Z', 'P1Y', '2021-02-27T00:00:00Z', 'a year is 365 days'],
    ['2021-01-31T00:00:00Z', 'P1M', '2021-03-02T00:00:00Z', 'a month is 30 days'],
    ['2021-01-01T00:00:00Z', 'P1W', '2021-01-08T00:00:00Z', 'a week'],
    ['2021-01-01T00:00:00Z', 'P1Y2M3W4DT5H6M7S', '2022-03-27T05:06:07Z', 'all parts'],
    ['2021-01-01T00:00:00Z', '-PT0.5S', '2020-12-31T23:59:59Z', 'back by less than a second'],
    ['2021-01-01T02:00:00+02:00', 'PT1H', '2021-01-01T01:00:00Z', 'a zone is counted in'],
    ['2021-01-01T00:00:00-0130', 'PT0S', '2021-01-01T01:30:00Z', 'to either side'],
    ['4/7/2020 2:53:14 PM', 'PT12H', '4/8/2020 2:53:14 AM', 'American'],
    ['4/7/2020', 'PT1M', '4/7/2020 12:01:00 AM', 'a date alone'],
    ['Tue, 07 Apr 2020 14:53:14 GMT', 'P1D', '4/8/2020 2:53:14 PM', 'RFC 1123'],
    ['2020-04-07 T00:00:00', 'P1D', '4/8/2020 12:00:00 AM', 'a blank before the T is read, but is not ISO 8601'],
  ])('%s and %s is %s: %s', (base, duration, expected) => expect(dateTimeAdd(base, duration)).toBe(expected));

  test('a format makes it so', () =>
    expect(dateTimeAdd('2020-04-07 14:53:14Z', 'P1D', 'yyyy-MM-dd')).toBe('2020-04-08'));

  test.each([
    ['today', 'P1D', 'dateTimeAdd() takes a date and time such as 2026-01-31T12:00:00Z, not "today"'],
    ['2021-02-29T00:00:00Z', 'P1D', 'dateTimeAdd() has a date or time that does not exist: "2021-02-29T00:00:00Z"'],
    ['2021-01-01T24:00:00Z', 'P1D', 'dateTimeAdd() has a date or time that does not exist: "2021-01-01T24:00:00Z"'],
    ['2021-01-01T00:00:00Z', '1D', 'dateTimeAdd() takes a duration such as P1D, PT1H30M or -P1Y, not "1D"'],
    ['2021-01-01T00:00:00Z', 'P', 'dateTimeAdd() takes a duration such as P1D, PT1H30M or -P1Y, not "P"'],
    ['2021-01-01T00:00:00Z', 'P9999Y', 'the date is outside the years 1 to 9999'],
    ['0001-01-01T00:00:00Z', '-PT1S', 'the date is outside the years 1 to 9999'],
  ])('%s and %s is refused: %s', (base, duration, message) =>
    expect(() => dateTimeAdd(base, duration)).toThrow(new ValueError(message)),
  );

  test.each([
    ['April 7, 2020', 'P1D'],
    ['2020-04-07T14:53:14Z', 'PT1.5H'],
    ['2020-04-07T14:53:14Z', 'P1DT'],
    ['1'.repeat(100_000), 'P1D'],
  ])('%# may work: nothing documents it', (base, duration) =>
    expect(() => dateTimeAdd(base, duration)).toThrow(UncertainError),
  );
});

describe('epoch', () => {
  test.each([
    [0, '1970-01-01T00:00:00Z'],
    [1680224438, '2023-03-31T01:00:38Z'],
    [1683040573, '2023-05-02T15:16:13Z'],
    [-1, '1969-12-31T23:59:59Z'],
    [951782400, '2000-02-29T00:00:00Z'],
    [-62135596800, '0001-01-01T00:00:00Z'],
    [253402300799, '9999-12-31T23:59:59Z'],
  ])('%d is %s', (seconds, text) => {
    expect(dateTimeFromEpoch(seconds)).toBe(text);
    expect(dateTimeFromEpoch(BigInt(seconds))).toBe(text);
    expect(dateTimeToEpoch(text)).toBe(seconds);
  });

  test('reads the form of utcNow()', () => expect(dateTimeToEpoch('20230331T010038Z')).toBe(1680224438));
  test.each([253402300800, -62135596801, 1.5])('%d is no date', (seconds) =>
    expect(() => dateTimeFromEpoch(seconds)).toThrow(ValueError),
  );

  const seconds = fc.integer({ min: -62135596800, max: 253402300799 });
  test('there and back is the number', () =>
    fc.assert(fc.property(seconds, (seconds) => dateTimeToEpoch(dateTimeFromEpoch(seconds)) === seconds)));
  test('agrees with the calendar of JavaScript', () =>
    fc.assert(
      fc.property(seconds, (seconds) => {
        const expected = new Date(seconds * 1000).toISOString();
        expect(`${dateTimeFromEpoch(seconds).slice(0, -1)}.000Z`).toBe(expected);
        const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][new Date(seconds * 1000).getUTCDay()];
        expect(formatDateTime(expected, 'ddd')).toBe(weekday);
      }),
    ));
  test('adding and taking away leaves the date', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), fc.nat(40_000), (seconds, days) => {
        const date = dateTimeFromEpoch(seconds);
        expect(dateTimeAdd(dateTimeAdd(date, `P${days}D`), `-P${days}D`)).toBe(date);
      }),
    ));
});

describe('formats', () => {
  test.each<[string | undefined, string, string]>([
    [undefined, '20190305T075308Z', 'the form of utcNow()'],
    ['d', '03/05/2019', 'as the page shows'],
    ['M d', '3 5', 'as the page shows'],
    ['D', 'Tuesday, 05 March 2019', 'long date'],
    ['f', 'Tuesday, 05 March 2019 07:53', 'long date and time'],
    ['F', 'Tuesday, 05 March 2019 07:53:08', 'with seconds'],
    ['g', '03/05/2019 07:53', 'general'],
    ['G', '03/05/2019 07:53:08', 'with seconds'],
    ['m', 'March 05', 'month and day'],
    ['O', '2019-03-05T07:53:08.1200000Z', 'round trip'],
    ['R', 'Tue, 05 Mar 2019 07:53:08 GMT', 'RFC 1123'],
    ['s', '2019-03-05T07:53:08', 'sortable'],
    ['t', '07:53', 'short time'],
    ['T', '07:53:08', 'long time'],
    ['u', '2019-03-05 07:53:08Z', 'universal and sortable'],
    ['U', 'Tuesday, 05 March 2019 07:53:08', 'universal'],
    ['y', '2019 March', 'year and month'],
    ['yyyy-MM-dd_HH-mm', '2019-03-05_07-53', 'a pattern'],
    ['y yy yyy yyyyy', '19 19 2019 02019', 'years'],
    ['MMM MMMM ddd dddd', 'Mar March Tue Tuesday', 'names'],
    ['h:m:s t', '7:53:8 A', 'short'],
    ['hh:mm:ss tt', '07:53:08 AM', 'long'],
    ['ss.fff', '08.120', 'a fraction'],
    ['ss.FFF', '08.12', 'without its zeros'],
    ['z zz zzz K', '+0 +00 +00:00 Z', 'zones are UTC'],
    ['\'d\' \\d "M" %d', 'd d M 5', 'text among letters'],
    ['%d', '5', 'a single letter as a pattern'],
    ['gg', 'A.D.', 'the era'],
    ['', '', 'nothing'],
  ])('%s is %s: %s', (format, expected, _) => expect(formatDateTime('2019-03-05T07:53:08.12Z', format)).toBe(expected));

  test('a fraction of zero leaves no point', () => expect(formatDateTime('2019-03-05T07:53:08Z', 'ss.FFF')).toBe('08'));
  test.each([
    ['12', '12 PM'],
    ['00', '12 AM'],
    ['13', '1 PM'],
  ])('hour %s is %s', (hour, expected) => expect(formatDateTime(`2019-03-05T${hour}:00:00Z`, 'h tt')).toBe(expected));

  test.each(['q', "yyyy 'x", 'yyyy\\', 'yyyy%', '%%', 'ffffffff'])('%s is refused', (format) =>
    expect(() => formatDateTime('2019-03-05T07:53:08Z', format)).toThrow(ValueError),
  );
  test('a format beyond the limit is refused', () =>
    expect(() => formatDateTime('2019-03-05T07:53:08Z', 'dddd '.repeat(maximumText / 4))).toThrow(LimitError));
});
