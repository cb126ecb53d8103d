import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { typeInWords } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { badName, namedTypes } from '../model/resource-name.ts';

/** The name of a network resource: if the rules that the page links to don't allow it, say so. */
export default defineRule({
  id: 'AZL6012',
  name: 'invalid-resource-name',
  title: 'Name of a network resource is not allowed',
  severity: 'error',
  limitation: documented(
    'create-network-interfaces',
    'Network interface with static IP using logical network',
    'The name of a network interface follows the rules for names of Azure resources, as do those of networks, subnets, security groups, gateways, load balancers and public IP addresses.',
  ),
  remedy: 'Use letters, digits, ".", "-" and "_", a letter or digit at both ends, and no more than 64 characters.',
  types: namedTypes,

  *resource({ type, name }) {
    // A child has the name of its parent in front; what another tool fills in is no name yet.
    const own = name.string?.split('/').at(-1);
    if (own === undefined || /[<>{}$[\]]/.test(own)) return;
    const bad = badName(type, own);
    if (!bad) return;
    const until = bad.isCertain
      ? `It must ${bad.must}`
      : `The rules for Azure resources and those of the API differ here; to keep to both, it must ${bad.must}`;
    yield {
      ...pointAt(name),
      message: `"${own}" is not a name for a ${typeInWords(type)}. ${until}. Choose another name now: it can't change later.`,
      ...(bad.isCertain ? {} : { severity: 'warning' as const }),
    };
  },
});
