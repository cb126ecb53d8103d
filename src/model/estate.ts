import type { Change } from './change.ts';
import type { Operation } from './operation.ts';
import type { Unpaired } from './pairing.ts';
import type { Resource } from './resource.ts';

/** Everything one run sees. */
export interface Estate {
  readonly resources: readonly Resource[];
  readonly operations: readonly Operation[];
  /** Resources that exist in the base too, each paired with itself. Empty without a base. */
  readonly changes: readonly Change[];
  /** Resources of the base that stand in another resource group now. */
  readonly moves: readonly Change[];
  /** Resources that look like one of the base but could not be paired with it. */
  readonly unpaired: readonly Unpaired[];
  /** Resources as the platform reports them (`--live`). */
  readonly live: readonly Resource[];
  /** All that is known to be deployed: resources of the base, of the live state, and those before a what-if. */
  readonly before: readonly Resource[];
  /** Whether there is something to compare with; without it, a rule about changes may give advice instead. */
  readonly hasBase: boolean;
}
