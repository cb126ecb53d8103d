import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { removed, suggestion } from '../model/fix.ts';
import { loadBalancerType, loadBalancingRulesOf } from '../model/load-balancer.ts';

export default defineRule({
  id: 'AZL7417',
  name: 'idle-timeout-without-tcp',
  title: 'Idle timeout of a load balancing rule has no effect',
  severity: 'warning',
  limitation: documented(
    'create-load-balancer-logical-network',
    'Required parameters',
    'The idle timeout of a rule is used only if its protocol is Tcp.',
  ),
  remedy: 'Remove the idle timeout, or make the protocol Tcp.',
  fix: 'suggestion',
  types: [loadBalancerType],

  *resource(balancer) {
    for (const { properties } of loadBalancingRulesOf(balancer)) {
      const [timeout, protocol] = [properties.get('idleTimeoutInMinutes'), properties.get('protocol')];
      if (isBlank(timeout) || timeout.number === undefined || !/^(udp|all)$/i.test(protocol.string ?? '')) continue;
      yield {
        fix: suggestion('Leave "idleTimeoutInMinutes" out.', removed(properties, 'idleTimeoutInMinutes')),
        ...pointAt(timeout, { at: protocol.at, message: 'protocol of the rule' }),
        message: `Idle timeout "${timeout.number}" of a rule of ${describe(balancer)} has no effect, since its protocol is "${protocol.string}". It is used with Tcp only. Remove it.`,
      };
    }
  },
});
