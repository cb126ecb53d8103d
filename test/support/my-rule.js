import { defineRule } from 'azlocal-lint';

export default defineRule({
  id: 'AZL9001',
  name: 'logical-network-without-owner',
  title: 'Logical network has no owner tag',
  severity: 'warning',
  remedy: 'Add an owner tag.',
  limitation: {
    statement: 'Our networks name their owner.',
    page: 'https://wiki.contoso.example/networks',
    heading: 'Tags',
    readOn: '2026-11-24',
  },
  types: ['Microsoft.AzureStackHCI/logicalNetworks'],
  *resource(network) {
    if (network.body.get('tags.owner').state !== 'absent') return;
    yield { at: network.at, message: `logical network "${network.name.string}" has no owner tag. Add one.` };
  },
});
