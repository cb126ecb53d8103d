import type { Change } from './change.ts';
import { type Canonical, compareFields, isBlank } from './compare.ts';
import type { Field } from './field.ts';

/** A MAC address in one spelling, whatever stands between its digits. */
export const macText: Canonical = ({ string }) => string?.toLowerCase().replace(/[^0-9a-f]/g, '');

/** The names of the tags that certainly differ. */
export function changedTags({ before, after }: Change): string[] {
  const [was, is] = [before.body.get('tags'), after.body.get('tags')];
  // Missing tags of what is read back, and of one side only, may stand for none or for nothing told.
  if ([was, is].some((tags) => tags.state === 'unknown') || (before.origin === 'live' && was.isMissing)) return [];
  const names = new Map([...was.names(), ...is.names()].map((name) => [name.toLowerCase(), name]));
  return [...names.values()].filter((name) => {
    const [old, current] = [was.memberNamed(name), is.memberNamed(name)];
    if (old.isMissing !== current.isMissing) return true;
    return !old.isMissing && compareFields(old, current, ({ value }) => value?.toString()) === 'different';
  });
}

/** Addresses of an interface that its base leaves to the platform, and that are written now. */
export function* writtenLater({ before, after }: Change): Generator<{ readonly before: Field; readonly after: Field }> {
  // What is read back tells which address it has: then another rule compares them.
  if (before.origin === 'live') return;
  const [was, is] = [before, after].map(({ body }) => body.get('properties.ipConfigurations'));
  if (!was?.isList || !is?.isList || was.size !== is.size) return;
  for (const [index, configuration] of is.items().entries()) {
    const [old, current] = [was.item(index), configuration].map((one) => one?.get('properties.privateIPAddress'));
    if (old?.isMissing && current && !isBlank(current)) yield { before: old, after: current };
  }
}
