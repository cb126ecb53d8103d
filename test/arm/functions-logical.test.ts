import { describe, expect, test } from 'vitest';
import { problemsOf, resultOf } from './support.ts';

const wrong = "fail('reached')";

describe('comparison', () => {
  test.each<[string, unknown, string]>([
    ["coalesce(null(), 'a', 'b')", 'a', 'the first that is not null'],
    ['coalesce(null(), null())', null, 'nothing but null'],
    ["coalesce('')", '', 'an empty text is not null'],
    [`coalesce('a', ${wrong})`, 'a', 'what comes after is not looked at'],
    ["equals('a', 'a')", true, 'texts'],
    ["equals('a', 'A')", false, 'case matters'],
    ["equals(1, '1')", false, 'a number is not its text'],
    ["equals(true(), 'true')", false, 'a truth value is not its text'],
    ['equals(null(), null())', true, 'null'],
    ["equals(null(), '')", false, 'null is not an empty text'],
    ['equals(createArray(1, 2), createArray(1, 2))', true, 'lists, item by item'],
    ['equals(createArray(1, 2), createArray(2, 1))', false, 'the order of items matters'],
    [
      "equals(createObject('a', 1, 'b', createArray()), createObject('b', createArray(), 'a', 1))",
      true,
      'objects, in any order',
    ],
    ["equals(createObject('a', 1), createObject('a', 1, 'b', 2))", false, 'objects with more properties'],
    ['equals(createArray(), createObject())', false, 'a list is not an object'],
    ['greater(2, 1)', true, 'numbers'],
    ["greater('A', 'a')", true, 'an upper-case letter comes after the lower-case one'],
    ["less('a', 'B')", true, 'letters go before case'],
    ['less(-9223372036854775808, 9223372036854775807)', true, 'the smallest and the largest number'],
    ['lessOrEquals(2, 2)', true, 'equal numbers'],
    ["greaterOrEquals('b', 'b')", true, 'equal texts'],
    ['less(2, 2)', false, 'equal is not less'],
  ])('%s is %j: %s', (expression, expected) => expect(resultOf(expression)).toEqual(expected));

  test.each<[string, string]>([
    ["greater(1, '1')", "greater(1, '1'): greater() compares two whole numbers or two texts, not a number and text"],
    [
      'less(true(), false())',
      'less(true(), false()): less() compares two whole numbers or two texts, not true or false and true or false',
    ],
    [
      'lessOrEquals(null(), 1)',
      'lessOrEquals(null(), 1): lessOrEquals() compares two whole numbers or two texts, not null and a number',
    ],
    [`coalesce(null(), ${wrong})`, `${wrong}: the template stops here: reached`],
  ])('%s is wrong at %s', (expression, problem) => expect(problemsOf(expression)).toEqual([problem]));
});

describe('logic', () => {
  test.each<[string, unknown, string]>([
    [`and(false(), ${wrong})`, false, 'one false decides'],
    ['and(true(), true(), false())', false, 'the last one counts'],
    ['and(true(), true())', true, 'all are true'],
    [`or(true(), ${wrong})`, true, 'one true decides'],
    ['or(false(), false(), true())', true, 'the last one counts'],
    ['or(false(), false())', false, 'none is true'],
    ['not(true())', false, 'the other one'],
    [`if(true(), 'a', ${wrong})`, 'a', 'the other way is not looked at'],
    [`if(false(), ${wrong}, 'b')`, 'b', 'nor this one'],
    [`if(and(false(), ${wrong}), ${wrong}, or(true(), ${wrong}))`, true, 'inside one another'],
    ['bool(1)', true, 'a number'],
    ['bool(0)', false, 'a number'],
    ["bool('True')", true, 'text in any case'],
    ["bool('FALSE')", false, 'text in any case'],
    ['bool(true())', true, 'a truth value'],
  ])('%s is %j: %s', (expression, expected) => expect(resultOf(expression)).toEqual(expected));

  test.each<[string, string]>([
    ["and(true(), 'yes')", "'yes': and() takes true or false, not text"],
    ['or(1, true())', '1: or() takes true or false, not a number'],
    ['not(null())', 'null(): not() takes true or false, not null'],
    ["if(createArray(), 'a', 'b')", 'createArray(): if() takes true or false, not a list'],
    [`if(${wrong}, 'a', 'b')`, `${wrong}: the template stops here: reached`],
    [`if(true(), ${wrong}, 'b')`, `${wrong}: the template stops here: reached`],
    [`and(true(), ${wrong})`, `${wrong}: the template stops here: reached`],
    ['bool(2)', '2: bool() takes "true", "false", 1 or 0, not a number'],
    ["bool('yes')", '\'yes\': bool() takes "true", "false", 1 or 0, not text'],
    ['bool(null())', 'null(): bool() takes "true", "false", 1 or 0, not null'],
  ])('%s is wrong at %s', (expression, problem) => expect(problemsOf(expression)).toEqual([problem]));
});
