import { type Change, isReadBack } from './change.ts';
import { type Canonical, canonicalId, compareFields, isBlank, sameId } from './compare.ts';
import type { Field } from './field.ts';
import { addressText } from './logical-network.ts';

/** A part of a frontend that certainly changes. */
export interface FrontendChange {
  /** Name of the frontend. */
  readonly name: string;
  /** The part in words, to begin a sentence with. */
  readonly what: string;
  readonly before: Field;
  readonly after: Field;
}

/** The ids in a frontend, and its address: the platform gives one where a spec has none. */
const parts: readonly { readonly what: string; readonly path: string; readonly canonical: Canonical }[] = [
  { what: 'Subnet', path: 'subnet.resourceId', canonical: canonicalId },
  { what: 'Public IP address', path: 'publicIPAddress.resourceId', canonical: canonicalId },
  { what: 'Private address', path: 'privateIPAddress', canonical: addressText },
];

/** What changes in the frontends that both states have: those of one name. */
export function* changedFrontends(change: Change): Generator<FrontendChange> {
  const frontendsIn = (state: Change['before']) => state.body.all('properties.frontendIPConfigurations[]');
  const before = frontendsIn(change.before);
  for (const frontend of frontendsIn(change.after)) {
    const name = frontend.get('name').string;
    const same = before.find(
      (one) => name !== undefined && one.get('name').string?.toLowerCase() === name.toLowerCase(),
    );
    if (name === undefined || !same) continue;
    for (const { what, path, canonical } of parts) {
      const [was, is] = [same, frontend].map((one) => one.get(`properties.${path}`)) as [Field, Field];
      if (isDifferent(was, is, canonical, isReadBack(change))) yield { name, what, before: was, after: is };
    }
  }
}

function isDifferent(was: Field, is: Field, canonical: Canonical, isOpen: boolean): boolean {
  if (canonical !== canonicalId)
    return !isBlank(was) && !isBlank(is) && compareFields(was, is, canonical) === 'different';
  if (isOpen && (isBlank(was) || isBlank(is))) return false;
  const [old, current] = [canonical(was), canonical(is)];
  return old !== undefined && current !== undefined && !sameId(old, current);
}

/** The logical network of the pools before and after, when it certainly is another one. */
export function changedLogicalNetwork({
  before,
  after,
}: Change): { readonly before: Field; readonly after: Field } | undefined {
  const networks = [before, after].map((state) =>
    state.body.all('properties.backendAddressPools[].properties.logicalNetwork.id').filter((id) => !isBlank(id)),
  );
  const [[was] = [], [is] = []] = networks;
  if (!was || !is) return undefined;
  const ids = networks.flat().map(canonicalId);
  if (ids.includes(undefined)) return undefined;
  return sameId(canonicalId(was) ?? '', canonicalId(is) ?? '') ? undefined : { before: was, after: is };
}
