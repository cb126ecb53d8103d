import { defineRule } from '../engine/rule.ts';
import { blocksOf } from '../model/command.ts';
import { listed } from '../model/documentation.ts';

/** Terraform for anything else, the cluster included, is none of this rule's business. */
export default defineRule({
  id: 'AZL5002',
  name: 'terraform',
  title: 'Terraform declares an Azure Local VM or VM resource',
  severity: 'error',
  preset: 'seed',
  limitation: listed(
    'Terraform is not a supported way to deploy Azure Local VMs or the resources that belong to them.',
  ),
  remedy:
    'Declare VMs and their resources in an ARM template or in Bicep, or create them with the Azure CLI or the portal.',

  *operation(operation, { estate }) {
    if (operation.kind === 'terraform') {
      yield {
        at: operation.at,
        message: `${operation.subject} declares an Azure Local VM resource, but Terraform isn't supported for VMs and their resources. Use an ARM or Bicep template, or the Azure CLI.`,
      };
    } else if (operation.verb === 'terraform apply') {
      const [block] = blocksOf(operation, estate);
      if (!block) return;
      yield {
        at: operation.at,
        related: [{ at: block.at, message: 'one of the blocks that it applies' }],
        message: `"${operation.subject}" applies Azure Local VM resources such as ${block.subject}, but Terraform isn't supported for VMs and their resources. Use an ARM or Bicep template, or the Azure CLI.`,
      };
    }
  },
});
