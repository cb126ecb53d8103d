import { describe, expect, test } from 'vitest';
import { problemsOf, resultOf } from './support.ts';

describe('objects', () => {
  test.each<[string, unknown, string]>([
    ['createObject()', {}, 'without properties'],
    ["createObject('a', 1, 'b', createArray())", { a: 1, b: [] }, 'names and values in turn'],
    ["createObject(concat('a', 'b'), null())", { ab: null }, 'a name that is made'],
    ["createObject('__proto__', 1).__proto__", 1, 'no name is special'],
    [
      "items(createObject('b', 2, 'A', 1, 'c', 3))",
      [
        { key: 'A', value: 1 },
        { key: 'b', value: 2 },
        { key: 'c', value: 3 },
      ],
      'sorted as in a dictionary',
    ],
    ["objectKeys(createObject('b', 2, 'A', 1))", ['A', 'b'], 'names, sorted'],
    ['json(\'{"a": [1, true, null]}\')', { a: [1, true, null] }, 'an object'],
    ["json('[]')", [], 'a list'],
    ['json(\'"x"\')', 'x', 'a text'],
    ["json('null')", null, 'null'],
    ["string(json('9007199254740993'))", '9007199254740993', 'no digit of a large number is lost'],
    ["json('{''a'': ''b''}')", { a: 'b' }, 'single quotes'],
    ["json('')", null, 'nothing'],
    ["json(string(createObject('a', 'it''s')))", { a: "it's" }, 'what string() printed'],
    ['null()', null, 'null'],
    [
      "shallowMerge(createArray(createObject('a', createObject('x', 1)), createObject('a', createObject('y', 2))))",
      { a: { y: 2 } },
      'objects inside are replaced',
    ],
    [
      "shallowMerge(createArray(createObject('ABC', 0, 'b', 1), createObject('aBC', 2)))",
      { ABC: 2, b: 1 },
      'the first spelling, the last value',
    ],
    ['shallowMerge(createArray())', {}, 'of nothing'],
    ["CreateObject('a', 1).A", 1, 'names in any case'],
  ])('%s is %j: %s', (expression, expected) => expect(resultOf(expression)).toEqual(expected));

  test.each<[string, string]>([
    ["createObject('a')", "createObject('a'): createObject() takes names and values in turn, but one has no value"],
    ["createObject('a', 1, 2, 3)", '2: the names that createObject() takes must be texts'],
    ["items(createArray('a'))", "createArray('a'): items() takes an object, not a list"],
    ["objectKeys('a')", "'a': objectKeys() takes an object, not text"],
    ['json(1)', '1: json() takes text, not a number'],
    ["shallowMerge(createArray('a'))", "createArray('a'): shallowMerge() takes a list of objects"],
    ["shallowMerge(createObject('a', 1))", "createObject('a', 1): shallowMerge() takes a list of objects"],
  ])('%s is wrong at %s', (expression, problem) => expect(problemsOf(expression)).toEqual([problem]));

  test('text that is no JSON is shown where it stops to be', () => {
    const [problem, ...others] = problemsOf('json(\'{"a": }\')');
    expect(others).toEqual([]);
    expect(problem).toMatch(
      /^json\('\{\\"a\\": \}'\): the text is not JSON at line 1, column 2: property "a" has no value/,
    );
  });
});
