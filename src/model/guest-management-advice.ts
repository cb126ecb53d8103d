import { isWithoutConfigurationAgent } from './guest-management.ts';
import { isAtLeast, type Release } from './release.ts';
import type { Resource } from './resource.ts';

const once = 'Guest management can only be enabled when the VM is created';
const keepAgent = 'Since release 1.4 it can be enabled later, through the VM configuration agent. Keep that agent on.';

/** Whether it is too late once the VM exists: never in the documented list; later releases go through another agent. */
export type Lateness = keyof typeof advice;

/** How late it is for a VM that exists. */
export const lateness = (machine: Resource, release: Release): Lateness =>
  !isAtLeast(release, '1.4') ? 'too late' : isWithoutConfigurationAgent(machine) ? 'too late without agent' : 'maybe';

/** How late it is for a VM of which nothing else is known. */
export const latenessFor = (release: Release): Lateness => (isAtLeast(release, '1.4') ? 'maybe' : 'too late');

/** What is documented, and what to do. */
export const advice = {
  'too late': `${once}. Keep it as it was, or create a new VM with it.`,
  'too late without agent': `${once}; since release 1.4 also later, but only through the VM configuration agent, which this VM was created without. Keep it as it was, or create a new VM with both.`,
  maybe: `${once}; since release 1.4 also later, if the VM configuration agent was installed then. Check that it was.`,
} as const;

/** What to say of a new VM that has it off. */
export function declaredOff(what: string, late: Lateness) {
  const declared = `${what} is declared with guest management off.`;
  if (late === 'maybe') return { message: `${declared} ${keepAgent}`, severity: 'note' } as const;
  const unless = late === 'too late without agent' ? ' without the VM configuration agent, which is off as well' : '';
  const message = `${declared} ${once}, so this can't be repaired later${unless}. Set provisionVMAgent to true, or leave it out.`;
  return { message, severity: 'warning' } as const;
}

/** How much a late change weighs. */
export const weight = (isCertain: boolean, late: Lateness) => ({
  ...(isCertain ? {} : { confidence: 'possible' as const }),
  ...(isCertain && late !== 'maybe' ? {} : { severity: 'warning' as const }),
});
