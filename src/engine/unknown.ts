import { nearest } from '../model/nearest.ts';

/** What to say of a word that isn't one of the known ones: the one that was probably meant, else all of them. */
export function unknownWord(kind: string, word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return `there is no ${kind} "${word}". ${meant === undefined ? `Known: ${known.join(', ')}.` : `Did you mean "${meant}"?`}`;
}

/** A rule as people name it: by id or name, in any case. */
export const ruleNamed = <R extends { id: string; name: string }>(wanted: string, rules: readonly R[]): R | undefined =>
  rules.find(({ id, name }) => [id.toLowerCase(), name].includes(wanted.toLowerCase()));

/** What to say of a rule that doesn't exist. */
export function unknownRule(wanted: string, rules: readonly { id: string; name: string }[]): string {
  const start = `there is no rule "${wanted}".`;
  if (/^AZL9\d{3}$/i.test(wanted)) return `${start} A rule of your own is loaded with --rules.`;
  const meant = nearest(
    wanted,
    rules.flatMap(({ id, name }) => [id, name]),
  );
  if (meant !== undefined) return `${start} Did you mean "${meant}"?`;
  const containing = rules.filter(({ name }) => name.includes(wanted.toLowerCase())).map(({ name }) => name);
  return containing.length > 0 && containing.length <= 3
    ? `${start} Did you mean ${containing.map((name) => `"${name}"`).join(' or ')}?`
    : `${start} Run "azlocal-lint rules" for the list.`;
}
