import { compareText } from './order.ts';
import type { Finding } from './report.ts';

/**
 * One finding for one cause: a parameter that twenty networks share, or a declaration that makes twenty copies, is one
 * place to change. What is said there of one resource is said of the others too, in words that differ in values only.
 */
export function withOneCause(findings: readonly Finding[]): Finding[] {
  const causes = new Map<string, Finding[]>();
  const said = new Map<string, number>();
  for (const finding of findings) {
    const { ruleId, message, region, severity, confidence, resource } = finding;
    const words = [ruleId, message.replace(/"[^"]*"/g, '""'), region, severity, confidence];
    // What is said twice of one resource is about two things.
    const own = JSON.stringify([...words, resource?.id ?? `${resource?.type} ${resource?.name}`]);
    const count = said.get(own) ?? 0;
    said.set(own, count + 1);
    const key = JSON.stringify([...words, resource === undefined ? message : count]);
    causes.set(key, [...(causes.get(key) ?? []), finding]);
  }
  return [...causes.values()].map(([first, ...others]) => withOthers(first as Finding, others));
}

/** More names than this are counted only. */
const maximumNames = 4;

function withOthers(first: Finding, others: readonly Finding[]): Finding {
  const names = [...new Set(others.flatMap(({ resource }) => resource?.name ?? []))];
  if (names.length === 0) return others.reduce(merge, first);
  const left = names.length - maximumNames;
  const listed = names.slice(0, maximumNames).map((name) => `"${name}"`);
  const more = left > 0 ? [...listed, `${left} more`] : listed;
  const message = `${first.message} The same holds for ${more.length === 1 ? more[0] : `${more.slice(0, -1).join(', ')} and ${more.at(-1)}`}.`;
  return { ...others.reduce(merge, first), message };
}

/** One finding for two that say the same of two deployments. */
export function merge(first: Finding, other: Finding): Finding {
  const { fix, ...finding } = first;
  const related = new Map([...first.related, ...other.related].map((one) => [JSON.stringify(one), one]));
  return {
    ...finding,
    // One place is changed in one way, or by a person.
    ...(fix && JSON.stringify(fix) === JSON.stringify(other.fix) ? { fix } : {}),
    related: [...related.values()],
    environments: [...new Set([...first.environments, ...other.environments])].sort(compareText),
    sameCause:
      other.fingerprint === first.fingerprint ? first.sameCause : [...first.sameCause, other, ...other.sameCause],
    // Deployments may differ in resource group: then the finding is not about one id.
    ...(first.resource && first.resource.id !== other.resource?.id
      ? { resource: { type: first.resource.type, name: first.resource.name } }
      : {}),
  };
}
