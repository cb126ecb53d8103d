/** The names that a type may have. */
interface Names {
  readonly length: readonly [shortest: number, longest: number];
  readonly pattern: RegExp;
  readonly words: string;
}

/**
 * All VM types of Azure Local from 2024-02-01-preview on.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), read 2026-11-22.
 */
const provider: Names = {
  length: [1, 64],
  pattern: /^[a-z0-9]([-._a-z0-9]*[a-z0-9])?$/i,
  words: 'begin and end with a letter or digit',
};

/**
 * The rules for Azure resources, which the pages link to.
 * Source: naming rules and restrictions for Azure resources, Microsoft.Network (read 2026-11-22).
 */
const azure = (shortest: number, longest: number): Names => ({
  length: [shortest, longest],
  pattern: /^[a-z0-9]([-._a-z0-9]*[_a-z0-9])?$/i,
  words: 'begin with a letter or digit and end with a letter, digit or underscore',
});

/** By type, lower case. The linked list has no row for logical networks: they are taken to be as long as the API allows. */
const linked: ReadonlyMap<string, Names> = new Map(
  Object.entries({
    logicalnetworks: azure(1, 64),
    networkinterfaces: azure(1, 80),
    networksecuritygroups: azure(1, 80),
    'networksecuritygroups/securityrules': azure(1, 80),
    virtualnetworks: azure(2, 64),
    'virtualnetworks/subnets': azure(1, 80),
    publicipaddresses: azure(1, 80),
    natgateways: azure(1, 80),
    loadbalancers: azure(1, 80),
  }).map(([name, names]) => [`microsoft.azurestackhci/${name}`, names]),
);

/** The types whose names have rules. */
export const namedTypes: readonly string[] = [...linked.keys()];

/**
 * What a name must be and is not; undefined for a good one. `isCertain`: neither the rules that the pages link to nor
 * those of the API allow it.
 */
export function badName(
  type: string,
  name: string,
): { readonly must: string; readonly isCertain: boolean } | undefined {
  const rules = linked.get(type.toLowerCase());
  if (!rules) return undefined;
  const broken = [rules, provider].map((names) => complaint(name, names));
  const must = broken.find((one) => one !== undefined);
  return must === undefined ? undefined : { must, isCertain: !broken.includes(undefined) };
}

function complaint(name: string, { length: [shortest, longest], pattern, words }: Names): string | undefined {
  if (name.length < shortest || name.length > longest) return `have ${shortest} to ${longest} characters`;
  if (!/^[-._a-z0-9]*$/i.test(name)) return 'have letters, digits, ".", "-" and "_" only';
  return pattern.test(name) ? undefined : words;
}
