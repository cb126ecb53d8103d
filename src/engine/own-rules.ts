import { defineRule, type Rule, type Severity } from './rule.ts';

/** Where the project lives: the address that reports point to for the linter's own rules. */
export const projectUrl = 'https://github.com/azlocal-lint/azlocal-lint';

const own = (
  id: string,
  name: string,
  title: string,
  severity: Severity,
  statement: string,
  remedy: string,
  more: Pick<Rule, 'preset' | 'fix'> = {},
): Rule =>
  defineRule({
    id,
    name,
    title,
    severity,
    preset: 'seed',
    remedy,
    ...more,
    limitation: {
      statement,
      page: `${projectUrl}/blob/main/rules.md#${id.toLowerCase()}-${name}`,
      heading: `${id} ${name}`,
      readOn: '2026-11-24',
    },
  });

export const syntaxError = own(
  'AZL8001',
  'syntax-error',
  'File is not well-formed',
  'error',
  'A file that is not well-formed JSON, YAML or Terraform cannot be deployed. The readable rest of it is still checked.',
  'Correct the text at the place shown.',
);

export const shapeError = own(
  'AZL8002',
  'shape-error',
  'Property has the wrong type or a misspelt name',
  'error',
  'A property that the resource type does not have, or a value of another type than the resource type asks for, is refused or ignored by the platform.',
  'Use the property name and the type of value that the message names.',
  { fix: 'safe' },
);

export const nothingChecked = own(
  'AZL8003',
  'nothing-checked',
  'Run found no Azure Local resource',
  'note',
  'A run that found nothing to check has not shown that anything is right. The usual reasons are a wrong path or a template of another service.',
  'Name the files or folders that hold Azure Local specs; `--verbose` says why each file was skipped. `--rule AZL8003=error` makes an empty run fail.',
);

export const unknownTypeOrApiVersion = own(
  'AZL8004',
  'unknown-type-or-api-version',
  'Resource type or api-version does not exist',
  'warning',
  'A misspelt resource type, or an api-version that the type was never published with, is refused when it is deployed.',
  'Use the type or api-version that the message suggests.',
  { fix: 'safe' },
);

export const ruleCrashed = own(
  'AZL8005',
  'rule-crashed',
  'Rule failed on this file',
  'error',
  'A rule stopped with an error of its own. The other rules still ran; the exit code is 3, because the analysis is incomplete.',
  'Report it with the file, if you can share it; switch the rule off until it is mended.',
);

export const parameterRejected = own(
  'AZL8006',
  'parameter-rejected',
  'Parameter has a value that its template refuses',
  'error',
  'A value of another type than the parameter has, outside its limits or its allowed values, or for a parameter that the template does not declare, is refused when the template is deployed.',
  'Give a value that the template takes, or change the declaration of the parameter.',
);

export const templateError = own(
  'AZL8007',
  'template-error',
  'Expression or declaration of a template is wrong',
  'error',
  'A template with an expression that can’t be read, a function or name that does not exist, or a function that can’t take its arguments, is refused when it is deployed. Only templates that deploy Azure Local resources are looked at, and only what is wrong whatever the deployment knows.',
  'Correct the part of the expression that is shown.',
);

export const limitReached = own(
  'AZL8008',
  'limit-reached',
  'File is more than this linter is prepared to analyse',
  'error',
  'Limits on size, depth and evaluation keep a file from stopping the linter. What lies beyond them is not checked, so the exit code is 3.',
  'Split the file, or leave it out with `--ignore` when it is no spec.',
);

export const propertyNewerThanApiVersion = own(
  'AZL8009',
  'property-newer-than-api-version',
  'Property came after the declared api-version',
  'warning',
  'An api-version has the properties it was published with. One that came later is refused or ignored when a resource is deployed with an earlier api-version.',
  'Declare the api-version that the message names, or a later one.',
  { fix: 'suggestion' },
);

export const expiredSuppression = own(
  'AZL8010',
  'expired-suppression',
  'Suppression is past its last day',
  'warning',
  'A suppression that names its last day accepts nothing after it: what it accepted counts again.',
  'Mend what was accepted, or decide again and write a new day. Remove the suppression when it is not needed.',
);

export const unusedSuppression = own(
  'AZL8011',
  'unused-suppression',
  'Suppression accepts nothing',
  'warning',
  'A suppression whose rule looked and found nothing is a trap: the next mistake at this place is accepted unseen. It is not reported when the rule could not look, because it does not run, has nothing to compare with, or needs a value that only the deployment knows.',
  'Remove the suppression, or move it to the line or the resource that is meant.',
);

export const suppressionWithoutReason = own(
  'AZL8012',
  'suppression-without-reason',
  'Suppression gives no reason',
  'warning',
  'Who reads a suppression later has to know why it was right. The rule is part of the preset strict; name it in the configuration to ask for reasons.',
  'Write the reason behind `--` in a comment, or as `reason`.',
  { preset: 'strict' },
);

export const malformedSuppression = own(
  'AZL8013',
  'malformed-suppression',
  'Suppression can’t be followed',
  'warning',
  'A suppression that names no rule or one that does not exist, has no end, or would reach a second resource, accepts nothing.',
  'Write it as the message says.',
);

/** The linter's own rules, in order of id: what can be wrong with a file before any limitation is looked at. */
export const ownRules: readonly Rule[] = [
  syntaxError,
  shapeError,
  nothingChecked,
  unknownTypeOrApiVersion,
  ruleCrashed,
  parameterRejected,
  templateError,
  limitReached,
  propertyNewerThanApiVersion,
  expiredSuppression,
  unusedSuppression,
  suppressionWithoutReason,
  malformedSuppression,
];
