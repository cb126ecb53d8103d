import { defineRule } from '../engine/rule.ts';
import { documented } from '../model/documentation.ts';

/** A template can't say it: there a frontend has one reference. A command has two lists, which have to be equally long. */
export default defineRule({
  id: 'AZL7410',
  name: 'frontend-with-several-public-ips',
  title: 'Command gives a load balancer more public IP addresses than frontends',
  severity: 'error',
  limitation: documented(
    'create-public-load-balancer-virtual-networks',
    'Create a public load balancer on virtual networks with Azure CLI',
    'Each frontend of a load balancer has one public IP address; a load balancer may have several frontends.',
  ),
  remedy: 'Name a frontend for each public IP address.',

  *operation(command) {
    if (command.kind !== 'command' || command.verb !== 'stack-hci-vm network lb create') return;
    const names = command.options.get('--frontend-ip-config-names')?.values ?? [];
    const addresses = command.options.get('--frontend-ip-public-ip-ids')?.values ?? [];
    if (names.length === 0 || names.some(({ string }) => string === undefined)) return;
    // A variable without a value is passed as nothing.
    const known = addresses.filter(({ parts }) => parts !== undefined);
    const more = known[names.length];
    if (!more) return;
    yield {
      at: more.at,
      message: `"${known.length}" public IP addresses are given for "${names.length}" ${names.length === 1 ? 'frontend' : 'frontends'}, but a frontend has one. Name a frontend for each in "--frontend-ip-config-names".`,
    };
  },
});
