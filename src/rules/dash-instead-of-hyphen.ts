import { defineRule } from '../engine/rule.ts';
import { documented } from '../model/documentation.ts';

/** Dashes that look like hyphens, which texts are set with. */
const dash = /^-?[\u2010-\u2015\u2212]/;

/** An option of the Azure CLI as it is pasted from a text. PowerShell reads dashes as hyphens in its own commands only. */
export default defineRule({
  id: 'AZL5008',
  name: 'dash-instead-of-hyphen',
  title: 'Option of a command begins with a dash instead of two hyphens',
  severity: 'warning',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create a Windows VM',
    'Options of the Azure CLI begin with two hyphens. Some samples of the page have a dash there, which the command line takes for a value.',
  ),
  remedy: 'Write two hyphens: `--strict-placement`.',

  *operation(command) {
    if (command.kind !== 'command' || !command.subject.startsWith('az ')) return;
    for (const [name, option] of command.options) {
      if (!dash.test(option.name)) continue;
      yield {
        at: option.at,
        message: `"${option.name}" begins with a dash, so that "${command.subject}" takes it for a value. Options begin with two hyphens. Write "${name}".`,
      };
    }
  },
});
