import { loadFiles, loadLive } from '../inputs/index.ts';
import { type AddressPlan, addressPlanOf } from '../model/address-plan.ts';
import { buildEstate } from './build-estate.ts';
import { syntaxErrors } from './file-findings.ts';
import { regionOf } from './findings.ts';
import type { LintInput, LintOptions } from './lint.ts';
import { compareText } from './order.ts';
import { limitFailures } from './outcomes.ts';
import { parameterPairing } from './parameter-pairs.ts';
import { withoutSecrets } from './secrets.ts';

export type { AddressPlan, PlannedInterface, PlannedNetwork, PlannedPool } from '../model/address-plan.ts';

/** An address plan, and what kept it from being whole: each names a file, a place where there is one, and what is wrong. */
export interface PlanResult {
  readonly plan: AddressPlan;
  readonly problems: readonly string[];
}

/** Makes the address plan of specs, and of the live state where nothing is declared. Pure, as `lint()` is. */
export async function addressPlan(input: LintInput, options: LintOptions = {}): Promise<PlanResult> {
  const files = [...input.files, ...(input.parameters ?? [])].sort((a, b) => compareText(a.path, b.path));
  const loaded = await loadFiles(files, parameterPairing(input, options), input.readLinked, options.onStep);
  const live = await loadLive(input.live ?? [], options.onStep);
  const shown = withoutSecrets(
    [...loaded, ...live],
    [...loaded, ...live].map(({ file }) => file),
  );
  const plan = shown.data(addressPlanOf(buildEstate(loaded, [], live, false)));
  const broken = [...loaded, ...live].flatMap(syntaxErrors).map(({ problem: { at, message } }) => {
    const { path, start } = regionOf(at);
    return `${path}:${start.line}:${start.column}: ${message}`;
  });
  // Only now: values are evaluated when they are asked for, and limits are hit on the way.
  const notRead = [...(input.unreadable ?? []), ...limitFailures(loaded, [], live)];
  return { plan, problems: shown.data([...broken, ...notRead.map(({ path, message }) => `${path}: ${message}`)]) };
}
