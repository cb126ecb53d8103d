import { defineRule } from '../engine/rule.ts';
import { notOneOf } from '../model/allowed.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { externalNetworkType } from '../model/isolation-domain.ts';

export default defineRule({
  id: 'AZL7509',
  name: 'unknown-peering-option',
  title: 'Peering option of an external network is neither OptionA nor OptionB',
  severity: 'error',
  limitation: documented(
    'configure-layer-3-isolation-domain',
    'Review external network parameters',
    'The peering option of an external network is OptionA or OptionB.',
  ),
  remedy: 'Write OptionA or OptionB.',
  types: [externalNetworkType],

  *resource(network) {
    const option = network.body.get('properties.peeringOption');
    const written = notOneOf(option, ['OptionA', 'OptionB']);
    if (written === undefined) return;
    yield {
      ...pointAt(option),
      message: `Peering option "${written}" of ${describe(network)} is not known. It must be OptionA or OptionB. Write one of them.`,
    };
  },
});
