import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { customLocationOf } from '../model/location.ts';

/** The extended location of a resource: if it names no custom location, say so. */
export default defineRule({
  id: 'AZL6009',
  name: 'custom-location-missing',
  title: 'Resource names no custom location',
  severity: 'error',
  limitation: documented(
    'create-network-interfaces',
    'Network interface with static IP using logical network',
    'A resource is created in the custom location that stands for the Azure Local instance.',
  ),
  remedy: 'Add extendedLocation with the type CustomLocation and the ARM id of the custom location as its name.',
  // Public IP addresses, security groups and subnets are created without one in the samples of the API.
  types: [
    'virtualMachineInstances',
    'networkInterfaces',
    'logicalNetworks',
    'virtualHardDisks',
    'virtualNetworks',
    'natGateways',
    'loadBalancers',
    'galleryImages',
  ].map((name) => `Microsoft.AzureStackHCI/${name}`),

  *resource(resource) {
    // Only what is written as a request has all that a request needs: a short spec leaves out where it is deployed.
    if (resource.apiVersion.state === 'absent' || resource.isFormChecked) return;
    const [name, type] = [customLocationOf(resource), resource.body.get('extendedLocation.type')];
    const what = 'extendedLocation with the type "CustomLocation" and the ARM id of the custom location';
    if (isBlank(name)) {
      yield { at: name.at, message: `${describe(resource)} names no custom location. Add ${what}.` };
    } else if (type.string !== undefined && !/^customlocation$/i.test(type.string)) {
      yield {
        ...pointAt(type),
        message: `The extended location of ${describe(resource)} is of type "${type.string}", but it must be a custom location. Use ${what}.`,
      };
    } else if (/^[\w.-]+$/.test(name.string ?? '')) {
      yield {
        ...pointAt(name),
        message: `"${name.string}" names the custom location of ${describe(resource)}, where its ARM id is expected. Use ${what}.`,
      };
    }
  },
});
