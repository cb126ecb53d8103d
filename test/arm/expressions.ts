import fc from 'fast-check';

/** What an expression of the generator gives when nothing in it is wrong. */
export type Kind = 'text' | 'number' | 'truth' | 'list' | 'object' | 'any';

const texts = ['', 'a', 'ab', 'B', 'a/b'];
const otherTexts = ['/a/b/c', '5', 'true', '10.0.0.0/24', '{0}', 'é'];

/** Values that parameters may be given, by kind; they often meet one another and the literals in expressions. */
export const valuesOf: Readonly<Record<Kind, fc.Arbitrary<unknown>>> = {
  text: fc.oneof(
    { arbitrary: fc.constantFrom(...texts), weight: 4 },
    fc.constantFrom(...otherTexts),
    fc.string({ maxLength: 4 }),
  ),
  number: fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 2 }), weight: 3 },
    fc.integer({ min: -2, max: 5 }),
    fc.integer(),
  ),
  truth: fc.boolean(),
  list: fc.array(
    fc.oneof(fc.constantFrom(...texts), fc.integer({ min: 0, max: 2 }), fc.constant(null), fc.constant({ a: 'b' })),
    { maxLength: 3 },
  ),
  object: fc.dictionary(
    fc.constantFrom('a', 'b', 'c d', '5'),
    fc.oneof(
      fc.constantFrom(...texts),
      fc.integer({ min: 0, max: 2 }),
      fc.constant(null),
      fc.constant({ a: 'b', b: [1] }),
      fc.constant(['a']),
    ),
    { maxKeys: 3 },
  ),
  any: fc.oneof(
    fc.constantFrom<unknown>(null, true, 0, 'a', 'ab'),
    fc.constant(['a', 1]),
    fc.constant({ a: { b: 1 } }),
  ),
};

/** Parameters that expressions refer to. */
export const parameterKinds = {
  text1: 'text',
  text2: 'text',
  number1: 'number',
  number2: 'number',
  truth1: 'truth',
  list1: 'list',
  object1: 'object',
  any1: 'any',
} as const satisfies Readonly<Record<string, Kind>>;

/**
 * Expressions by kind. `<text>` stands for any expression that gives text; `<text+>` for one in the body of a lambda,
 * whose variable is `$x` (`<text++>` in two); `name` for the name of a property.
 */
const forms: Readonly<Record<Kind, readonly string[]>> = {
  text: [
    'concat(<text>, <text>)',
    "concat('10.', <text>, '.', <number>)",
    "format('{0}-{1}', <any>, <any>)",
    "format('x{0,5}{1:D2}', <text>, <number>)",
    "format('{0}/{0}', <text>)",
    'toLower(<text>)',
    'toUpper(<text>)',
    'trim(<text>)',
    'take(<text>, <number>)',
    'skip(<text>, <number>)',
    'first(<text>)',
    'last(<text>)',
    "first(split(<text>, '/'))",
    "last(split(<text>, '/'))",
    "split(<text>, '/')[0]",
    "replace(<text>, 'a', <text>)",
    'substring(<text>, 0, 1)',
    'padLeft(<text>, 3)',
    'if(<truth>, <text>, <text>)',
    'coalesce(<any>, <text>)',
    'coalesce(<text>, <text>)',
    'string(<any>)',
    "join(<list>, ',')",
    'base64(<text>)',
    'base64ToString(base64(<text>))',
    'uriComponent(<text>)',
    'uri(<text>, <text>)',
    'guid(<text>, <text>)',
    'uniqueString(<text>)',
    'createObject(name, <text>).a',
    "tryGet(createObject('a', <text>), name)",
    "resourceId('Microsoft.A/b', <text>)",
    "resourceId('Microsoft.A/b/c', <text>, <text>)",
    "extensionResourceId(<text>, 'Microsoft.A/b', <text>)",
    "subscriptionResourceId('Microsoft.A/b', <text>)",
    'resourceGroup().id',
    'cidrHost(concat(<text>), 1)',
    'ns.wrap(<text>)',
  ],
  number: [
    'length(<list>)',
    'length(<text>)',
    'length(<object>)',
    'add(<number>, <number>)',
    'sub(<number>, <number>)',
    'mul(<number>, 2)',
    'div(<number>, <number>)',
    'mod(<number>, 2)',
    'min(<number>, <number>)',
    'max(createArray(<number>, 1))',
    'indexOf(<list>, <any>)',
    'indexOf(<text>, <text>)',
    'lastIndexOf(<text>, <text>)',
    'int(string(<number>))',
    'if(<truth>, <number>, <number>)',
    'reduce(<list>, <number>, lambda($x, $y, add(lambdaVariables($x), 1)))',
  ],
  truth: [
    'equals(<any>, <any>)',
    'equals(<text>, <text>)',
    'equals(<list>, <list>)',
    'equals(<object>, <object>)',
    'not(<truth>)',
    'and(<truth>, <truth>)',
    'or(<truth>, <truth>)',
    'and(<truth>, <truth>, <truth>)',
    'if(<truth>, <truth>, <truth>)',
    'contains(<text>, <text>)',
    'contains(<list>, <any>)',
    'contains(<object>, <text>)',
    'contains(<object>, name)',
    'empty(<text>)',
    'empty(<list>)',
    'empty(<object>)',
    'empty(<any>)',
    'startsWith(<text>, <text>)',
    'endsWith(<text>, <text>)',
    "like(<text>, 'a*')",
    'less(<number>, <number>)',
    'greaterOrEquals(<text>, <text>)',
    'bool(string(<truth>))',
  ],
  list: [
    'createArray()',
    'createArray(<any>)',
    'createArray(<any>, <any>, <text>)',
    'array(<any>)',
    'concat(<list>, <list>)',
    'union(<list>, <list>)',
    'intersection(<list>, <list>)',
    'distinct(<list>)',
    'take(<list>, <number>)',
    'skip(<list>, 1)',
    'range(0, min(3, max(0, <number>)))',
    "split(<text>, '/')",
    "split(<text>, createArray(',', '-'))",
    'flatten(createArray(<list>, <list>))',
    'items(<object>)',
    'objectKeys(<object>)',
    'if(<truth>, <list>, <list>)',
    'coalesce(<any>, <list>)',
    'map(<list>, lambda($x, <any+>))',
    'map(<list>, lambda($x, map(<list+>, lambda($z, <any++>))))',
    'filter(<list>, lambda($x, contains(<list+>, lambdaVariables($x))))',
    'map(<list>, lambda($x, $y, concat(<text+>, lambdaVariables($y))))',
    'filter(<list>, lambda($x, <truth+>))',
    'sort(<list>, lambda($x, $y, less(string(lambdaVariables($x)), string(lambdaVariables($y)))))',
    'createArray(<list>, <object>)',
  ],
  object: [
    'createObject(name, <any>)',
    'createObject(name, <any>, name, <object>)',
    'createObject(<text>, <any>)',
    'union(<object>, <object>)',
    'union(<object>, <object>, <object>)',
    'shallowMerge(createArray(<object>, <object>))',
    'intersection(<object>, <object>)',
    'if(<truth>, <object>, <object>)',
    'coalesce(<any>, <object>)',
    'toObject(<list>, lambda($x, <text+>))',
    'toObject(<list>, lambda($x, <text+>), lambda($x, <any+>))',
    'groupBy(<list>, lambda($x, <text+>))',
    'mapValues(<object>, lambda($x, <any+>))',
    'json(concat(\'{"a": "\', <text>, \'"}\'))',
    'parseCidr(<text>)',
    'resourceGroup()',
  ],
  any: [
    '<text>',
    '<text>',
    '<number>',
    '<truth>',
    '<list>',
    '<object>',
    'null()',
    'if(<truth>, <any>, <any>)',
    'coalesce(<any>, <any>)',
    '<object>.a',
    "<object>['c d']",
    "<object>['a.b']",
    '<object>.a.b',
    'tryGet(<object>, name)',
    'tryGet(<object>, name, name)',
    'tryGet(<list>, <number>)',
    'first(<list>)',
    'last(<list>)',
    '<list>[0]',
    'indexFromEnd(<list>, 1)',
    'tryIndexFromEnd(<list>, 2)',
    "variables('other')",
    'reduce(<list>, <any>, lambda($x, $y, if(<truth>, lambdaVariables($y), <any+>)))',
  ],
};

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const leaves: Readonly<Record<Kind, readonly string[]>> = {
  text: [
    ...[...texts, ...texts, ...otherTexts].map(quote),
    'resourceGroup().name',
    'resourceGroup().location',
    'subscription().subscriptionId',
    "variables('text')",
    ...[
      "concat('a', parameters('text1'))",
      "concat(parameters('text2'), 'b')",
      "concat('a', parameters('text2'), 'b')",
    ],
    ...["concat('a/', resourceGroup().name)", "concat(parameters('text1'), '')"],
  ],
  number: ['0', '1', '2', '-1'],
  truth: ['true()', 'false()'],
  list: [
    ...['createArray()', "createArray('a', 'b')", "createArray(parameters('text1'))"],
    ...["createArray('a', parameters('any1'), parameters('text1'))", "concat(createArray('a'), parameters('list1'))"],
  ],
  object: [
    ...["createObject('a', 1)", "createObject('a', createObject('b', 2), 'c', 'x')", 'createObject()'],
    ...["createObject('a', parameters('any1'))", "createObject('a', createObject('b', parameters('text1')))"],
    ...[
      "union(parameters('object1'), createObject('a', createObject('b', 1)))",
      "union(createObject('b', 1), parameters('object1'))",
    ],
  ],
  any: ['null()', "'a'", '1'],
};

/** Functions that know nothing of a value when they don't know all of it: one of them is as good as another. */
const plain =
  /^(trim|replace|substring|padLeft|base64|uriComponent|uri|uniqueString|guid|mul|div|mod|min|max|lastIndexOf|int|like|bool|range|parseCidr|cidrHost|less|greaterOrEquals|json)\b/;

const maximumLambdas = 3;
const made = new Map<string, fc.Arbitrary<string>>();

/** Expressions, without brackets, that give a value of a kind as far as nothing in them is wrong. */
export function expressionOf(kind: Kind, depth: number, lambdas = 0): fc.Arbitrary<string> {
  const key = `${kind} ${depth} ${lambdas}`;
  let arbitrary = made.get(key);
  if (!arbitrary) {
    const leaf = fc.constantFrom(...leavesOf(kind, lambdas));
    arbitrary =
      depth === 0 ? leaf : fc.oneof({ arbitrary: leaf, weight: 10 }, ...weighted(forms[kind], depth - 1, lambdas));
    made.set(key, arbitrary);
  }
  return arbitrary;
}

/** Expressions with one function at least, each as likely as others. */
export const anyForm = (depth: number): fc.Arbitrary<string> =>
  fc.oneof(...Object.values(forms).flatMap((all) => weighted(all, depth - 1, 0)));

const weighted = (all: readonly string[], depth: number, lambdas: number) =>
  all.map((form) => ({ arbitrary: filled(form, depth, lambdas), weight: plain.test(form) ? 1 : 5 }));

function leavesOf(kind: Kind, lambdas: number): string[] {
  const parameters = Object.entries(parameterKinds).flatMap(([name, own]) =>
    own === kind || kind === 'any' ? [`parameters('${name}')`] : [],
  );
  const variables = Array.from({ length: lambdas }, (_, index) => `lambdaVariables('x${index}')`);
  const bound = kind === 'any' ? variables : kind === 'text' ? variables.map((one) => `string(${one})`) : [];
  // Parameters are what it is about.
  return [...leaves[kind], ...parameters, ...parameters, ...parameters, ...bound, ...bound, ...bound];
}

function filled(form: string, depth: number, lambdas: number): fc.Arbitrary<string> {
  // Of any kind: it is one of that kind, not one inside another.
  const kind = /^<(\w+)>$/.exec(form)?.[1];
  if (kind !== undefined) return expressionOf(kind as Kind, depth + 1, lambdas);
  const [start = '', ...rest] = form
    .replaceAll('$x', `'x${lambdas}'`)
    .replaceAll('$y', `'y${lambdas}'`)
    .replaceAll('$z', `'x${lambdas + 1}'`)
    .split(/(<\w+\+*>|\bname\b)/);
  const holes: fc.Arbitrary<string>[] = [];
  const between: string[] = [];
  for (let index = 0; index < rest.length; index += 2) {
    const hole = rest[index] as string;
    const [, kind = 'any', inside = ''] = /^<(\w+)(\+*)>$/.exec(hole) ?? [];
    holes.push(
      hole === 'name'
        ? fc.constantFrom("'a'", "'b'")
        : expressionOf(kind as Kind, depth, Math.min(lambdas + inside.length, maximumLambdas)),
    );
    between.push(rest[index + 1] as string);
  }
  return fc.tuple(...holes).map((values) => start + values.map((value, index) => value + between[index]).join(''));
}
