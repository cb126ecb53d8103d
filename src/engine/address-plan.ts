import { loadFiles, loadLive } from '../inputs/index.ts';
import { type AddressPlan, addressPlanOf } from '../model/address-plan.ts';
import { buildEstate } from './build-estate.ts';
import { compareText } from './findings.ts';
import type { LintInput, LintOptions } from './lint.ts';
import { parameterPairing } from './parameter-pairs.ts';

export type { AddressPlan, PlannedInterface, PlannedNetwork, PlannedPool } from '../model/address-plan.ts';

/** Makes the address plan of specs, and of the live state where nothing is declared. Pure, as `lint()` is. */
export async function addressPlan(input: LintInput, options: LintOptions = {}): Promise<AddressPlan> {
  const files = [...input.files, ...(input.parameters ?? [])].sort((a, b) => compareText(a.path, b.path));
  const loaded = await loadFiles(files, parameterPairing(input, options), input.readLinked);
  return addressPlanOf(buildEstate(loaded, [], await loadLive(input.live ?? []), false));
}
