import { Field } from '../../model/field.ts';
import type { Comment } from '../../source/comment.ts';
import { fencesOf, offsetsOfScalar } from '../../source/embedded.ts';
import { type Document, Place } from '../../source/place.ts';
import type { SourceFile, Span } from '../../source/source-file.ts';
import { commentsOfSteps, placeIn, readSteps, type Step } from './index.ts';
import type { Language, ReadScript } from './language.ts';

/** Deeper than any pipeline is. */
const maximumDepth = 30;

/** A job of a GitHub workflow or Azure pipeline: steps that run one after the other, with what they inherit. */
interface Job {
  readonly steps: readonly Field[];
  /** The step's parents, the nearest first: jobs, stages, the workflow. */
  readonly owners: readonly Field[];
}

/** What the scripts of a GitHub workflow or Azure pipeline do; undefined when a document is neither. */
export async function readPipeline(document: Document): Promise<ReadScript | undefined> {
  const jobs = stepsOf(document);
  if (jobs.length === 0) return undefined;
  const read: ReadScript[] = [];
  for (const steps of jobs) read.push(await readSteps(document.file.path, steps));
  return joined(read);
}

/** The comments in the scripts of a workflow or pipeline, where they stand in its file. */
export const commentsOfPipeline = (document: Document): Promise<Comment[]> => commentsOfSteps(stepsOf(document).flat());

/** The scripts of each job. */
const stepsOf = (document: Document): Step[][] =>
  jobsIn(Field.of(document.value, new Place(document)), []).map(({ steps, owners }) =>
    steps.flatMap((step) => scriptOf(step, owners) ?? []),
  );

const joined = (read: readonly ReadScript[]): ReadScript => ({
  operations: read.flatMap(({ operations }) => operations),
  deployments: read.flatMap(({ deployments }) => deployments),
  resources: read.flatMap(({ resources }) => resources),
  problems: read.flatMap(({ problems }) => problems),
  limits: [...new Set(read.flatMap(({ limits }) => limits))],
});

/** Every list of steps, wherever it stands: both systems nest jobs in their own ways. */
function jobsIn(field: Field, owners: readonly Field[]): Job[] {
  if (owners.length > maximumDepth) return [];
  if (field.isList) return field.items().flatMap((item) => jobsIn(item, owners));
  if (!field.isObject) return [];
  const steps = field.get('steps');
  const own = steps.isList ? [{ steps: flattened(steps, 0), owners: [field, ...owners] }] : [];
  const others = field.names().filter((name) => name.toLowerCase() !== 'steps');
  return [...own, ...others.flatMap((name) => jobsIn(field.memberNamed(name), [field, ...owners]))];
}

/** Azure Pipelines puts steps under a condition: `${{ if … }}: [ … ]`. */
const flattened = (steps: Field, depth: number): Field[] =>
  steps.items().flatMap((step) => {
    const nested = step.names().filter((name) => name.startsWith('${{'));
    if (nested.length === 0 || depth > maximumDepth) return [step];
    return nested.flatMap((name) => flattened(step.memberNamed(name), depth + 1));
  });

/** What pipelines fill in before a shell sees the text. */
const githubExpression = /\$\{\{(?:(?!\$\{\{|\}\}).)*\}\}/gs;
const azureExpression = /\$\{\{(?:(?!\$\{\{|\}\}).)*\}\}|\$\([\w.-]+\)/gs;

function scriptOf(step: Field, owners: readonly Field[]): Step | undefined {
  const github = githubScript(step, owners);
  const { text, language } = github ?? azureScript(step, owners) ?? {};
  if (text?.string === undefined || language === undefined) return undefined;
  return {
    ...withoutExpressions(text.string, github ? githubExpression : azureExpression),
    language,
    placeOf: placeInScalar(text),
    variables: environment([step, ...owners]),
  };
}

interface Found {
  readonly text: Field;
  readonly language: Language | undefined;
}

function githubScript(step: Field, owners: readonly Field[]): Found | undefined {
  const [uses, inline] = [step.get('uses').string?.toLowerCase() ?? '', step.get('with.inlineScript')];
  if (/^azure\/cli@/.test(uses)) return { text: inline, language: 'bash' };
  if (/^azure\/powershell@/.test(uses)) return { text: inline, language: 'powershell' };
  const text = step.get('run');
  if (text.string === undefined) return undefined;
  const shells = [step.get('shell'), ...owners.map((owner) => owner.get('defaults.run.shell'))];
  const shell = shells
    .find((one) => one.string !== undefined)
    ?.string?.split(' ')[0]
    ?.toLowerCase();
  const isWindows = owners.some((owner) => /windows/i.test(owner.get('runs-on').string ?? ''));
  return { text, language: shell === undefined ? (isWindows ? 'powershell' : 'bash') : languages[shell] };
}

const languages: Readonly<Record<string, Language>> = {
  bash: 'bash',
  sh: 'bash',
  shell: 'bash',
  azurecli: 'bash',
  console: 'bash',
  pwsh: 'powershell',
  powershell: 'powershell',
  ps: 'powershell',
  ps1: 'powershell',
  pscore: 'powershell',
  'azurecli-interactive': 'bash',
  'azurepowershell-interactive': 'powershell',
  azurepowershell: 'powershell',
};

function azureScript(step: Field, owners: readonly Field[]): Found | undefined {
  for (const name of ['bash', 'pwsh', 'powershell']) {
    const text = step.get(name);
    if (text.string !== undefined) return { text, language: languages[name] };
  }
  // On Windows this is cmd.exe, which nothing here reads.
  const isWindows = owners.some((owner) => /windows/i.test(owner.get('pool.vmImage').string ?? ''));
  const commandLine = isWindows ? undefined : 'bash';
  const text = step.get('script');
  if (text.string !== undefined) return { text, language: commandLine };
  const task = step.get('task').string?.toLowerCase().split('@')[0];
  const inputs = step.get('inputs');
  if (task === 'azurecli') {
    return {
      text: inputs.get('inlineScript'),
      language: languages[inputs.get('scriptType').string?.toLowerCase() ?? ''],
    };
  }
  if (task === 'azurepowershell') return { text: inputs.get('Inline'), language: 'powershell' };
  if (task === 'powershell') return { text: inputs.get('script'), language: 'powershell' };
  if (task === 'bash') return { text: inputs.get('script'), language: 'bash' };
  if (task === 'cmdline') return { text: inputs.get('script'), language: commandLine };
  return undefined;
}

/** The text with a mark of equal length for each expression, so that no shell takes it for its own. */
function withoutExpressions(text: string, expression: RegExp): Pick<Step, 'text' | 'expressions'> {
  const expressions: string[] = [];
  const marked = text.replace(expression, (found) => {
    const mark = String.fromCharCode(0xe000 + (expressions.length % 0x1000));
    expressions.push(found);
    return mark.padEnd(found.length, '\uf8ff');
  });
  return { text: marked, expressions };
}

/** The `env` of a GitHub step and what is around it: known where it is a plain text. */
function environment(owners: readonly Field[]): Map<string, Field> {
  const variables = new Map<string, Field>();
  for (const owner of owners) {
    const own = owner.get('env');
    for (const name of own.names()) {
      const value = own.memberNamed(name);
      const isPlain = value.state === 'known' && !/\$[{(]/.test(value.string ?? '') && !value.isObject;
      if (variables.has(name) || !isPlain) continue;
      variables.set(name, Field.scalar(String(value.value), value.at));
      variables.set(`env:${name.toLowerCase()}`, Field.scalar(String(value.value), value.at));
    }
  }
  return variables;
}

function placeInScalar(text: Field): (span: Span) => Place {
  const { file } = text.at;
  let offsets: readonly number[] | undefined;
  return ({ start, end }) =>
    placeIn(file, () => {
      offsets ??= offsetsOfScalar(file.text, text.at.span(), text.string ?? '');
      return spanAt(offsets, start, end);
    });
}

const spanAt = (offsets: readonly number[], start: number, end: number): Span => {
  const from = offsets[start] ?? offsets.at(-1) ?? 0;
  return { start: from, end: Math.max(from + 1, (offsets[end - 1] ?? from) + 1) };
};

/** What the code blocks of a Markdown text do. */
export const readMarkdown = (file: SourceFile): Promise<ReadScript> => readSteps(file.path, codeBlocksOf(file));

/** The comments in the scripts of a Markdown text. */
export const commentsOfMarkdown = (file: SourceFile): Promise<Comment[]> => commentsOfSteps(codeBlocksOf(file));

/** The code blocks of a Markdown text that are scripts, in the order in which a reader runs them. */
const codeBlocksOf = (file: SourceFile): Step[] =>
  fencesOf(file.text).flatMap(({ language, text, offsets }): Step[] => {
    const known = languages[language];
    if (known === undefined) return [];
    const placeOf = ({ start, end }: Span) => placeIn(file, () => spanAt(offsets, start, end));
    return [{ text, language: known, placeOf, variables: new Map(), expressions: [] }];
  });
