import type { OnStep } from '../inputs/index.ts';
import { checkTypeAndVersion } from '../model/api-version.ts';
import type { Estate } from '../model/estate.ts';
import { newerProperties } from '../model/newer-properties.ts';
import { checkShape } from '../model/shape.ts';
import type { Place } from '../source/place.ts';
import type { Raised } from './findings.ts';
import { propertyNewerThanApiVersion, ruleCrashed, shapeError, unknownTypeOrApiVersion } from './own-rules.ts';
import type { Failure } from './report.ts';
import type { Problem, Rule, RuleContext } from './rule.ts';

/**
 * Runs every rule on the evidence it listens to. A rule that throws becomes a finding and a failure; the others
 * still run.
 *
 * @param evidence what is judged: all of the estate, or a share
 * @param crashes receives the failures
 * @param onStep hears of each rule before it runs
 */
export async function runRules(
  rules: readonly Rule[],
  evidence: Pick<Estate, 'resources' | 'changes' | 'moves' | 'operations'>,
  context: RuleContext,
  crashes: Failure[],
  onStep?: OnStep,
): Promise<Raised[]> {
  const raised: Raised[] = [];
  const run = (rule: Rule, at: Place, about: Pick<Raised, 'resource' | 'operation'>, listen: Listener) => {
    const { resource } = about;
    onStep?.(at.file.path, rule.id);
    try {
      for (const said of listen() ?? []) {
        const problem = resource?.condition === undefined ? said : conditional(said, resource.condition);
        raised.push({ rule, severity: problem.severity ?? rule.severity, problem, ...about });
      }
    } catch (error) {
      const message = `Rule ${rule.id} ${rule.name} failed here: ${error instanceof Error ? error.message : String(error)}. The other rules still ran.`;
      raised.push({ rule: ruleCrashed, severity: ruleCrashed.severity, problem: { at, message }, ...about });
      crashes.push({ path: at.file.path, message, ruleId: rule.id });
    }
  };

  const listening = byType(rules.filter(({ resource }) => resource));
  const listeningToChanges = byType(rules.filter(({ change }) => change));
  const listeningToMoves = byType(rules.filter(({ move }) => move));
  const listeningToOperations = rules.filter(({ operation }) => operation);
  for (const resource of evidence.resources) {
    const { at, type } = resource;
    run(unknownTypeOrApiVersion, at, { resource }, () => checkTypeAndVersion(resource));
    run(propertyNewerThanApiVersion, at, { resource }, () => newerProperties(resource));
    run(shapeError, at, { resource }, await settled(checkShape(resource)));
    if (resource.origin === 'existing') continue;
    for (const rule of listening(type)) run(rule, at, { resource }, () => rule.resource?.(resource, context));
  }
  for (const change of evidence.changes) {
    const { after } = change;
    for (const rule of listeningToChanges(after.type))
      run(rule, after.at, { resource: after }, () => rule.change?.(change, context));
  }
  for (const change of evidence.moves) {
    const { after } = change;
    for (const rule of listeningToMoves(after.type))
      run(rule, after.at, { resource: after }, () => rule.move?.(change, context));
  }
  for (const operation of evidence.operations) {
    for (const rule of listeningToOperations)
      run(rule, operation.at, { operation }, () => rule.operation?.(operation, context));
  }
  return raised;
}

/** A problem of a resource that may not be deployed at all. */
const conditional = (problem: Problem, condition: string): Problem => ({
  ...problem,
  message: `${problem.message} ${condition === '' ? 'This is so if it is deployed, which the what-if leaves open.' : `This is so if the condition "${condition}" holds.`}`,
  confidence: 'possible',
});

type Listener = () => Iterable<Problem> | undefined;

/** What a promise came to, good or bad, for somebody who can't wait for it. */
const settled = <T>(promise: Promise<T>): Promise<() => T> =>
  promise.then(
    (value) => () => value,
    (error) => () => {
      throw error;
    },
  );

/** The rules that want to hear of a type, found once for each type. A rule that names no type hears of all. */
function byType(rules: readonly Rule[]): (type: string) => readonly Rule[] {
  const found = new Map<string, readonly Rule[]>();
  return (type) => {
    const key = type.toLowerCase();
    let result = found.get(key);
    if (!result) {
      result = rules.filter(({ types }) => types?.some((wanted) => matchesType(wanted.toLowerCase(), key)) ?? true);
      found.set(key, result);
    }
    return result;
  };
}

const matchesType = (wanted: string, type: string): boolean =>
  wanted.endsWith('/*') ? type.startsWith(wanted.slice(0, -1)) : wanted === type;
