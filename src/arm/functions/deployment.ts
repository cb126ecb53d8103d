import { Field } from '../../model/field.ts';
import { bound, type Scope } from '../scope.ts';
import { type Call, kindOf } from './call.ts';
import { type ArmFunction, define } from './define.ts';
import { environments } from './environments.ts';

/** `parameters` and `variables`: the value keeps its own place, and remembers where it was used. */
const lookUp = (name: 'parameters' | 'variables'): ArmFunction =>
  define('deployment', name, [1, 1], (call) => {
    const wanted = call.arg(0);
    if (wanted.state === 'unknown') return call.unknown();
    if (wanted.string === undefined) return call.fail(`${name}() takes a name in quotes, not ${kindOf(wanted)}`, 0);
    const { definitions, own } = call.scope;
    const key = wanted.string.toLowerCase();
    const { string } = wanted;
    const found =
      name === 'parameters'
        ? (own?.get(key) ?? ifCertain(call.scope, () => definitions.parameters.get(string)))
        : ifCertain(call.scope, () => definitions.variables.get(string));
    if (found) return found.through(call.at);
    return call.fail(missingName(call.scope, name === 'parameters' ? 'parameter' : 'variable', wanted.string), 0, []);
  });

/** Evaluates what stands elsewhere: where a condition may rule it out, what is wrong with it is no error. */
const ifCertain = <T>({ run, condition }: Scope, work: () => T): T => (condition ? run.perhaps(work) : work());

/** What to say of a parameter or variable that is not declared. */
export function missingName(scope: Scope, kind: 'parameter' | 'variable', name: string): string {
  const { parameters, variables } = scope.definitions;
  const meant = scope.run.nearest(name, (kind === 'parameter' ? parameters : variables).names);
  const advice = meant === undefined ? `Declare it under "${kind}s"` : `Did you mean "${meant}"?`;
  return `${kind} "${name}" is not declared. ${advice}`;
}

/** Source: "Deployment functions for ARM templates" and "Copy in templates" (read 2026-11-22). */
export const deploymentFunctions: readonly ArmFunction[] = [
  lookUp('parameters'),
  lookUp('variables'),
  define('deployment', 'copyIndex', [0, 2], copyIndex, 'from the template'),
  define('deployment', 'deployment', [0, 0], (call) => call.scope.definitions.deployment(), 'from the context'),
  define(
    'deployment',
    'environment',
    [0, 0],
    (call) => {
      const cloud = call.scope.definitions.target.context.cloud ?? 'AzureCloud';
      const constants = environments[cloud.toLowerCase()];
      if (constants) return Field.computed(constants, call.at);
      return call.unknown(`the constants of the cloud "${cloud}" are not known here`);
    },
    'from the context',
  ),
  define(
    'deployment',
    'deployer',
    [0, 0],
    (call) => {
      const { deployer } = call.scope.definitions.target.context;
      return deployer
        ? Field.computed({ ...deployer }, call.at)
        : call.unknown('who deploys is only known during deployment');
    },
    'from the context',
  ),
  define('deployment', 'fail', [1, 1], (call) => {
    const message = call.arg(0);
    return message.string === undefined ? call.unknown() : call.fail(`the template stops here: ${message.string}`);
  }),
  define(
    'deployment',
    'externalInputs',
    [1, 1],
    (call) => call.unknown('an external input is only known during deployment'),
    'during deployment',
  ),
];

/** `copyIndex()`, `copyIndex(offset)`, `copyIndex('loop')`, `copyIndex('loop', offset)`. */
function copyIndex(call: Call): Field {
  const args = call.args();
  const open = args.find((argument) => argument.state === 'unknown');
  if (open) return call.unknown();
  const [first, second] = args;
  const loop = first?.string;
  const offset = (loop === undefined ? first : second)?.value ?? 0;
  if (typeof offset !== 'number') return call.fail('copyIndex() takes the name of a loop and a number to add');
  const index = bound(call.scope.loops, loop);
  if (!index) {
    const where = loop === undefined ? 'a copy loop' : `a copy loop named "${loop}"`;
    return call.fail(`copyIndex() stands outside ${where}`, undefined, []);
  }
  if (index.number !== undefined) return Field.scalar(index.number + offset, call.at);
  return offset === 0 ? index : call.unknown(index.reason, [index, Field.scalar(offset, call.at)]);
}
