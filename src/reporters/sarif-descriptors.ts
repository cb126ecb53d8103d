import type { ReportingDescriptor } from 'sarif';
import type { Rule } from '../engine/rule.ts';

/** `logical-network-vlan-changed` as SARIF wants names: `LogicalNetworkVlanChanged`. */
const pascalCase = (name: string): string =>
  name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** A rule with its evidence, as hosts show it beside its results. */
export function descriptor(rule: Rule): ReportingDescriptor {
  const { limitation, also = [], severity } = rule;
  const documents = [limitation, ...also];
  const statements = documents.map(({ statement, relaxed }) =>
    relaxed ? `${statement} From release ${relaxed.from}: ${relaxed.note}` : statement,
  );
  const evidence = documents.map(({ heading, readOn, page }) => ({ title: `${heading}, read ${readOn}`, page }));
  return {
    id: rule.id,
    name: pascalCase(rule.name),
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: limitation.statement },
    help: {
      text: [
        ...statements,
        `What to do: ${rule.remedy}`,
        ...evidence.map(({ title, page }) => `Evidence: ${title}: ${page}`),
      ].join('\n'),
      markdown: [
        ...statements,
        `**What to do:** ${rule.remedy}`,
        ...evidence.map(({ title, page }) => `**Evidence:** [${title}](${page})`),
      ].join('\n\n'),
    },
    ...(/^https?:\/\//.test(limitation.page) ? { helpUri: limitation.page } : {}),
    defaultConfiguration: { level: severity },
    properties: {
      tags: ['azure-local'],
      precision: 'very-high',
      'problem.severity': severity === 'note' ? 'recommendation' : severity,
    },
  };
}

/** Of what could not be done. */
export const incomplete: ReportingDescriptor = {
  id: 'AnalysisIncomplete',
  shortDescription: { text: 'A part of the input could not be analysed.' },
  fullDescription: {
    text: 'A file could not be read, a limit was hit, a rule failed, or there were more results than hosts take.',
  },
  help: { text: 'Read the message: it names what was left out and why.' },
};

/** Of what was found and is no spec. */
export const fileSkipped: ReportingDescriptor = {
  id: 'FileSkipped',
  shortDescription: { text: 'A file has nothing for this linter.' },
  fullDescription: { text: 'A file that was found or named is no spec of Azure Local, or was left out.' },
  help: { text: 'Nothing to do, unless you know the file as a spec: then read why it was skipped.' },
};

/** The rule of values that are not checked, which is none of the linter's: nothing is wrong with them. */
export const unknownValue: ReportingDescriptor = {
  id: 'unknown-value',
  name: 'UnknownValue',
  shortDescription: { text: 'A value is only known during deployment.' },
  fullDescription: {
    text: 'Rules look at this value, but only a parameter or the deployment can tell it, so it is not checked.',
  },
  help: { text: 'Check the deployment with its parameter file, or check the value by hand.' },
  defaultConfiguration: { level: 'none' },
};
