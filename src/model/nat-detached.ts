import { type Change, isReadBack } from './change.ts';
import { presenceOf, referencePresence } from './presence.ts';

/** Whether a subnet certainly had a NAT gateway and has none any more. */
export const isDetached = (change: Change): boolean =>
  change.after.origin !== 'live' &&
  presenceOf(change.before.body.get('properties.natGateway.resourceId')) === 'given' &&
  referencePresence(change.after.body.get('properties.natGateway')) === 'none' &&
  isWritten(change);

/** What a spec leaves out, when the platform has it, may have been attached by a command: the documented way. */
const isWritten = (change: Change): boolean =>
  !isReadBack(change) || change.after.body.get('properties.natGateway').state !== 'absent';
