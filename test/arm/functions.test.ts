import { describe, expect, test } from 'vitest';
import { allFunctions, findFunction } from '../../src/arm/functions/index.ts';
import { problemsOf } from './support.ts';

const call = (name: string, count: number) => `${name}(${Array(count).fill("'x'").join(', ')})`;

/** Any number of arguments that is too small or too large. */
const wrongCounts = allFunctions.flatMap(({ name, arity: [least, greatest] }) => {
  const counts = [least - 1, greatest + 1].filter((count) => count >= 0 && Number.isFinite(count));
  return name.includes('*') ? [] : counts.map((count): [string, number] => [name, count]);
});

describe('every function', () => {
  test('there are many', () => expect(wrongCounts.length).toBeGreaterThan(130));

  test.each(wrongCounts)('%s with %i arguments is wrong', (name, count) => {
    const [problem, ...others] = problemsOf(call(name, count));
    expect(others).toEqual([]);
    expect(problem).toContain(`${call(name, count)}: ${name}() takes `);
    expect(problem).toMatch(new RegExp(`arguments?, but has ${count}$`));
  });

  test.each(allFunctions.map(({ name }) => [name]))('%s is found in any case', (name) => {
    expect(findFunction(name.toUpperCase())?.name).toBe(name);
    expect(findFunction(name.toLowerCase())?.name).toBe(name);
  });

  test.each([
    ['toLower()', 'toLower(): toLower() takes 1 argument, but has 0'],
    ['concat()', 'concat(): concat() takes at least 1 argument, but has 0'],
    ["substring('a')", "substring('a'): substring() takes 2 to 3 arguments, but has 1"],
    ['and(true())', 'and(true()): and() takes at least 2 arguments, but has 1'],
    ["newGuid('x')", "newGuid('x'): newGuid() takes 0 arguments, but has 1"],
  ])('%s: %s', (expression, problem) => expect(problemsOf(expression)).toEqual([problem]));

  test.each([
    ['tolowr(1)', 'tolowr: there is no function "tolowr". Did you mean "toLower"?'],
    ['resourceid2()', 'resourceid2: there is no function "resourceid2". Did you mean "resourceId"?'],
    ['contoso.f()', 'contoso.f: there is no function "contoso.f" as far as is known here. Check its name'],
    [
      'somethingQuiteDifferent()',
      'somethingQuiteDifferent: there is no function "somethingQuiteDifferent" as far as is known here. Check its name',
    ],
    ['sys.concat()', 'sys.concat: there is no function "sys.concat" as far as is known here. Check its name'],
    ['constructor()', 'constructor: there is no function "constructor" as far as is known here. Check its name'],
  ])('%s: %s', (expression, problem) => expect(problemsOf(expression)).toEqual([problem]));
});
