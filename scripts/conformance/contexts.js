/**
 * What a deployment is known to be, as cases say it.
 * @typedef {object} CaseContext
 * @property {string} [tenantId]
 * @property {string} [tenantDisplayName]
 * @property {string} [tenantCountryCode]
 * @property {string} [subscriptionId]
 * @property {string} [subscriptionDisplayName]
 * @property {string} [resourceGroup]
 * @property {string} [location]
 * @property {Record<string, string>} [tags]
 * @property {string} [managementGroup]
 * @property {string} [deploymentName]
 * @property {string} [cloud]
 * @property {Record<string, string>} [deployer]
 */

/** What the expectations of an authority take for granted where the case does not say it. */
const defaults = {
  engine: { cloud: 'AzureCloud' },
  docs: { cloud: 'AzureCloud' },
  imitation: { cloud: 'AzureCloud', deploymentName: 'ps-rule-test-deployment' },
  tool: { cloud: 'AzureCloud' },
};

/**
 * Settings of the tool that a case was taken from, by name: what they say of the deployment, and values for parameters
 * that have neither a value nor a default.
 * Source: PSRule.Rules.Azure, tests/PSRule.Rules.Azure.Tests/ps-rule-options.yaml (read 2026-11-24).
 */
const options = {
  'ps-rule-options.yaml': {
    context: {
      subscriptionDisplayName: 'Unit Test Subscription',
      tenantId: '11111111-1111-1111-1111-111111111111',
      tenantDisplayName: 'Unit Test Tenant',
      tenantCountryCode: 'AU',
      tags: { env: 'prod' },
      managementGroup: 'unit-test-mg',
      deploymentName: 'deployment-from-yaml',
    },
    parameters: {
      resourceName: 'resource123',
      tags: { env: 'dev', service: 'test' },
      arrayOptions: ['test', 'value'],
    },
  },
};

/**
 * @param {import('./cases.js').Case} testCase
 * @returns {CaseContext}
 */
export const contextOf = ({ authority, context, needsOptions }) => ({
  ...named(defaults, authority),
  ...context,
  ...named(options, needsOptions)?.context,
});

/**
 * Values for parameters that have neither a value nor a default.
 *
 * @param {import('./cases.js').Case} testCase
 * @returns {Record<string, unknown>}
 */
export const parameterDefaultsOf = ({ needsOptions }) => named(options, needsOptions)?.parameters ?? {};

/**
 * @template T
 * @param {Record<string, T>} all
 * @param {string | undefined} name
 */
const named = (all, name) => (name !== undefined && Object.hasOwn(all, name) ? all[name] : undefined);
