import { expect, test } from 'vitest';
import { areCompanions } from '../../src/cli/companions.ts';

const together = [
  ['net.json', 'net.parameters.json'],
  ['net.json', 'net.parameters.prod.json'],
  ['net.jsonc', 'net.parameters.prod.json'],
  ['net.v2.json', 'net.v2.parameters.prod.json'],
  ['net.json', 'net.parameters.prod.eu.json'],
  ['Net.json', 'Net.Parameters.json'],
  ['template.json', 'parameters.json'],
  ['azuredeploy.json', 'parameters.json'],
  ['azuredeploy.json', 'azuredeploy.parameters.json'],
] as const;

const apart = [
  ['net.json', 'net.json'],
  ['net.json', 'network.parameters.json'],
  ['net.json', 'net.parameters.yaml'],
  ['net.json', 'net.parametersfile.json'],
  ['net.json', 'parameters.json'],
  ['net.parameters.prod.json', 'net.parameters.test.json'],
  ['net.yaml', 'net.parameters.json'],
  ['net.json', 'net.jsonc'],
] as const;

test.each(together)('%s and %s belong together', (template, parameters) => {
  expect([areCompanions(template, parameters), areCompanions(parameters, template)]).toEqual([true, true]);
});

test.each(apart)('%s and %s have nothing to do with each other', (one, other) => {
  expect([areCompanions(one, other), areCompanions(other, one)]).toEqual([false, false]);
});
