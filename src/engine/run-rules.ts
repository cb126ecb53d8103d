import { checkTypeAndVersion } from '../model/api-version.ts';
import type { Estate } from '../model/estate.ts';
import type { Release } from '../model/release.ts';
import type { Resource } from '../model/resource.ts';
import { checkShape } from '../model/shape.ts';
import type { Place } from '../source/place.ts';
import type { Raised } from './findings.ts';
import { ruleCrashed, shapeError, unknownTypeOrApiVersion } from './own-rules.ts';
import type { Failure } from './report.ts';
import type { Problem, Rule, RuleContext } from './rule.ts';

/**
 * Runs every rule on the evidence it listens to. A rule that throws becomes a finding and a failure; the others
 * still run.
 */
export async function runRules(
  rules: readonly Rule[],
  estate: Estate,
  release: Release,
  failures: Failure[],
): Promise<Raised[]> {
  const raised: Raised[] = [];
  const context: RuleContext = { release, estate };
  const run = (rule: Rule, at: Place, resource: Resource | undefined, listen: () => Iterable<Problem> | undefined) => {
    try {
      for (const problem of listen() ?? []) {
        raised.push({ rule, severity: problem.severity ?? rule.severity, problem, ...(resource ? { resource } : {}) });
      }
    } catch (error) {
      const message = `Rule ${rule.id} ${rule.name} failed here: ${error instanceof Error ? error.message : String(error)}. The other rules still ran.`;
      raised.push({
        rule: ruleCrashed,
        severity: 'error',
        problem: { at, message },
        ...(resource ? { resource } : {}),
      });
      failures.push({ path: at.file.path, message, ruleId: rule.id });
    }
  };

  const listening = byType(rules);
  for (const resource of estate.resources) {
    raised.push(...(await wellFormed(resource)));
    if (resource.origin === 'existing') continue;
    for (const rule of listening(resource.type))
      run(rule, resource.at, resource, () => rule.resource?.(resource, context));
  }
  for (const change of estate.changes) {
    const { after } = change;
    for (const rule of listening(after.type)) run(rule, after.at, after, () => rule.change?.(change, context));
  }
  for (const change of estate.moves) {
    const { after } = change;
    for (const rule of listening(after.type)) run(rule, after.at, after, () => rule.move?.(change, context));
  }
  for (const operation of estate.operations) {
    for (const rule of rules) run(rule, operation.at, undefined, () => rule.operation?.(operation, context));
  }
  return raised;
}

/** Type, api-version and shape: what has to be right before a limitation can be looked at. */
async function wellFormed(resource: Resource): Promise<Raised[]> {
  const type = checkTypeAndVersion(resource).map((problem) => ({ rule: unknownTypeOrApiVersion, problem }));
  const shape = (await checkShape(resource)).map((problem) => ({ rule: shapeError, problem }));
  return [...type, ...shape].map(({ rule, problem }) => ({
    rule,
    severity: problem.severity ?? rule.severity,
    problem,
    resource,
  }));
}

/** The rules that want to hear of a type, found once for each type. */
function byType(rules: readonly Rule[]): (type: string) => readonly Rule[] {
  const found = new Map<string, readonly Rule[]>();
  return (type) => {
    const key = type.toLowerCase();
    let result = found.get(key);
    if (!result) {
      result = rules.filter((rule) => rule.types?.some((wanted) => matchesType(wanted.toLowerCase(), key)));
      found.set(key, result);
    }
    return result;
  };
}

const matchesType = (wanted: string, type: string): boolean =>
  wanted.endsWith('/*') ? type.startsWith(wanted.slice(0, -1)) : wanted === type;
