/** Names that the portal and the quickstarts give to a template with a `parameters.json` beside it. */
const portalTemplate = /^(template|azuredeploy|mainTemplate)\.json$/;

/**
 * Whether two files of one folder belong together by their names: a template and a parameter file of it, whichever is
 * asked about. `x.json` goes with `x.parameters.json` and `x.parameters.prod.json`.
 */
export function areCompanions(name: string, other: string): boolean {
  if (name === other || !isJson(name) || !isJson(other)) return false;
  if (name === 'parameters.json') return portalTemplate.test(other);
  if (other === 'parameters.json') return portalTemplate.test(name);
  return isParametersOf(name, other) || isParametersOf(other, name);
}

const isJson = (name: string): boolean => /\.jsonc?$/i.test(name);

/** Whether a name is that of a parameter file. */
export const isParameterName = (name: string): boolean => /\.parameters(\.[^/]+)?\.jsonc?$/i.test(name);

const isParametersOf = (parameters: string, template: string): boolean =>
  isParameterName(parameters) && !isParameterName(template) && stem(parameters) === stem(template);

const stem = (name: string): string => name.replace(/\.parameters(\.[^/]+)?\.jsonc?$|\.jsonc?$/i, '');
