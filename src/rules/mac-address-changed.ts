import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { compareFields, isBlank, pointAt, valueText, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { redeployed, reported } from '../model/documentation.ts';
import { macText } from '../model/redeployed-interface.ts';
import { networkInterfaceType } from '../model/type-names.ts';

/** The MAC address of an existing interface. Left out, it is the platform's choice, and may be the one that is written now. */
export default defineRule({
  id: 'AZL5004',
  name: 'mac-address-changed',
  title: 'MAC address of an existing network interface is changed or written in later',
  severity: 'warning',
  preset: 'strict',
  limitation: redeployed,
  also: [
    reported(
      'https://github.com/Azure/bicep-registry-modules/issues/7192',
      'Network Interface enters Failed provisioning state due to attempted MAC address update during redeployment',
      '2026-07-02',
      'The platform refused a deployment that changed the MAC address of an interface, and left the interface failed.',
    ),
  ],
  remedy: 'Keep the MAC address as it was first deployed: the same one, or none.',
  types: [networkInterfaceType],

  *change(change) {
    const [before, after] = [change.before, change.after].map(({ body }) => body.get('properties.macAddress'));
    if (!before || !after || isBlank(after)) return;
    if (isBlank(before)) {
      if (before.state === 'unknown' || change.before.origin === 'live') return;
    } else if (compareFields(before, after, macText) !== 'different') return;
    yield {
      ...pointAt(after, wasIn(change, before)),
      message: `MAC address of ${describe(change.after)} is "${valueText(after)}"; the ${oldState(change)} has "${valueText(before)}". The platform was seen to refuse this once the interface exists. Keep it as it was.`,
      ...(isBlank(before) ? { confidence: 'possible' as const } : {}),
    };
  },
});
