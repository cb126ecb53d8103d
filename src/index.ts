/**
 * The public API: the same checks as the command line, without disk, clock or console.
 *
 * @example
 * import { lint, SourceFile } from 'azlocal-lint';
 * const report = await lint({ files: [new SourceFile('network.yaml', text)] });
 */
export { type AddressPlan, addressPlan, type PlanResult } from './engine/address-plan.ts';
export { type Audit, type AuditedFinding, type AuditedResource, audit, type Moment } from './engine/audit.ts';
export { type LintInput, type LintOptions, lint, type Severities } from './engine/lint.ts';
export type {
  Baseline,
  Failure,
  FileOutcome,
  Finding,
  Region,
  Report,
  Suppression,
  SuppressionOutcome,
  UnknownValue,
} from './engine/report.ts';
export {
  defineRule,
  type Fix,
  type Limitation,
  type Preset,
  type Problem,
  presets,
  type Rule,
  type RuleContext,
  type Severity,
} from './engine/rule.ts';
export type { Change } from './model/change.ts';
export type { Estate } from './model/estate.ts';
export { Field } from './model/field.ts';
export type { Operation } from './model/operation.ts';
export { defaultRelease, isAtLeast, type Release, releases } from './model/release.ts';
export { parseResourceId, type Resource } from './model/resource.ts';
export { rules } from './rules/index.ts';
export { type Document, Place, type Step } from './source/place.ts';
export { type Position, SourceFile, type Span } from './source/source-file.ts';
