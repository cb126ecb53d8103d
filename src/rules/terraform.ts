import { defineRule } from '../engine/rule.ts';
import { noTerraform } from '../model/limitations.ts';

/** Terraform for anything else, the cluster included, is none of this rule's business. */
export default defineRule({
  id: 'AZL5002',
  name: 'terraform',
  title: 'Terraform declares an Azure Local VM or VM resource',
  severity: 'error',
  limitation: noTerraform,
  remedy:
    'Declare VMs and their resources in an ARM template or in Bicep, or create them with the Azure CLI or the portal.',

  *operation({ kind, subject, at }) {
    if (kind !== 'terraform') return;
    yield {
      at,
      message: `${subject} declares an Azure Local VM resource, but Terraform isn't supported for VMs and their resources. Use an ARM or Bicep template, or the Azure CLI.`,
    };
  },
});
