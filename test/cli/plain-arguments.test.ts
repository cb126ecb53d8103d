import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainArguments } from '../../src/cli/plain-arguments.ts';
import { describeProgram } from '../../src/cli/program.ts';

/** What commander makes of the same arguments; undefined for those that it refuses. */
function asCommander(args: readonly string[]) {
  const program = describeProgram({ width: undefined })
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  program.action(() => undefined).parse([...args], { from: 'user' });
  return { paths: program.args, options: program.opts() };
}

const { options } = describeProgram({ width: undefined });
/** Every option, with values that suit it and some that don't, in the middle of paths. */
const flags = options.flatMap(({ short, long }) => [short, long].filter((flag) => flag !== undefined && flag !== null));
const words = [
  'error',
  'strict',
  'none',
  'sarif:out.sarif',
  'main',
  '1',
  './specs',
  'a/b.json',
  '!old/**',
  'x.yaml',
  '',
];
const argument = fc.oneof(
  fc.constantFrom(...flags),
  fc.constantFrom(...words),
  fc.constantFrom('-', '--', '-qv', '--quiet=1'),
);

describe('arguments that need no commander', () => {
  test('mean what they mean to commander', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 6 }), (args) => {
        const read = plainArguments(args);
        if (read === undefined) return;
        plain++;
        expect(read).toEqual(asCommander(args));
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(100);
  });

  test.each([
    ['--staged', '--quiet', 'a/b.json', 'c.yaml'],
    ['--base', 'origin/main', '--format', 'text', '--format', 'sarif:out.sarif', './specs'],
    ['--no-config', '--fail-on', 'none', '--preset', 'strict', '-o', 'out.txt', 'x.json'],
    [],
  ])('are those of hooks and pipelines: %s %s %s %s', (...args) => {
    expect(plainArguments(args)).toEqual(asCommander(args));
  });

  test.each([['rules'], ['specs'], ['--help'], ['--preset', 'hard'], ['--base'], ['--base', '--quiet'], ['--fix']])(
    'are not commands, mistakes, or what is rare: %s %s',
    (...args) => {
      expect(plainArguments(args)).toBeUndefined();
    },
  );
});
