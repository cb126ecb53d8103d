import type { Field } from '../../model/field.ts';
import { type Command, knownText } from '../../model/operation.ts';
import type { Resource } from '../../model/resource.ts';
import { type Comment, commentAt } from '../../source/comment.ts';
import { type Document, Place, type SyntaxProblem } from '../../source/place.ts';
import type { Script } from '../../source/script.ts';
import type { SourceFile, Span } from '../../source/source-file.ts';
import { toCommand } from './commands.ts';
import { deploymentOf } from './deployments.ts';
import type { Language, ReadScript } from './language.ts';
import { createdBy } from './resources.ts';
import { type Invocation, type PlaceOf, ScriptRun } from './run.ts';

/** One script, or the steps of a job that run one after the other. */
export interface Step {
  readonly text: string;
  readonly language: Language;
  readonly placeOf: PlaceOf;
  /** The environment, as far as it is known. */
  readonly variables: ReadonlyMap<string, Field>;
  /** What something else fills in before the shell sees the text; a mark in the text stands for each. */
  readonly expressions: readonly string[];
}

/** What the scripts of one sequence do: those of a file are one step. */
export async function readSteps(name: string, steps: readonly Step[]): Promise<ReadScript> {
  const jobs: Invocation[][] = [[]];
  const problems: SyntaxProblem[] = [];
  let isIncomplete = false;
  for (const step of steps) {
    const { language, placeOf } = step;
    const script = await readAs(language, step.text);
    const run = new ScriptRun(name, language === 'powershell', step);
    run.run(script.statements);
    const [own = [], ...uncalled] = run.sequences;
    jobs[0]?.push(...own);
    jobs.push(...uncalled);
    isIncomplete ||= run.isIncomplete;
    for (const problem of script.problems) problems.push({ ...problem, span: placeOf(problem.span).span() });
  }
  const found = jobs.map(commandsOf);
  let isLocal: boolean | undefined;
  const isInLocalScript = () => (isLocal ??= jobs.some((job) => job.some(isAboutLocal)));
  const operations = found.flatMap((job) => job.operations).filter((command) => isOurs(command, isInLocalScript));
  return {
    operations,
    deployments: found.flatMap((job) => job.operations).flatMap(deploymentOf),
    resources: found.flatMap((job) => job.resources),
    // A script that is somebody else's may be broken in its own way; whose one is that was not read, nobody knows.
    problems: operations.length > 0 ? problems : problems.filter(({ isLimit }) => isLimit),
    limits: isIncomplete && operations.length > 0 ? ['running through the script takes too many steps'] : [],
  };
}

async function readAs(language: Language, text: string): Promise<Script> {
  if (language === 'powershell') return (await import('../../source/powershell.ts')).readPowerShell(text);
  return (await import('../../source/bash.ts')).readBash(text);
}

function commandsOf(job: readonly Invocation[]): { operations: Command[]; resources: Resource[] } {
  const sequence: Command[] = [];
  const resources: Resource[] = [];
  for (const invocation of job) {
    const parsed = toCommand(invocation);
    if (!parsed) continue;
    const created = createdBy(parsed);
    resources.push(...created);
    sequence.push({ ...parsed, sequence, isDeclaration: created.length > 0 });
  }
  return { operations: sequence, resources };
}

/**
 * Commands that this linter speaks about. The others are there for what stands between. Tools that have other uses
 * count in scripts that deal with Azure Local only.
 */
function isOurs({ verb, words }: Command, isInLocalScript: () => boolean): boolean {
  if (/^(stack-hci-vm|networkfabric)( |$)|^terraform apply$/.test(verb)) return true;
  if (/^(hyper-v|ssh arc|extension add|aksarc create|arcgateway\b.*)$/.test(verb)) return isInLocalScript();
  return /^(resource (move|invoke-action)|rest|network vnet peering create)$/.test(verb) && words.some(isAboutOurs);
}

/** A VM or network resource; clusters of the same namespace are managed with Hyper-V's tools. */
const localId =
  /microsoft\.azurestackhci\/(?!clusters|edge)|^(add|new|remove|restart|save|start|stop|suspend|update)-azstackhcivm/i;

/** Whether an invocation shows that its script deals with VMs of Azure Local. */
const isAboutLocal = ({ words }: Invocation): boolean =>
  words.some(
    (word) =>
      word.string === 'stack-hci-vm' ||
      localId.test(knownText(word)) ||
      (word.isList && word.items()[0]?.string === 'stack-hci-vm'),
  );

const ours = /microsoft\.(azurestackhci|hybridcompute)\/|\bstack-hci-vm\b|azstackhcivm/i;

const isAboutOurs = (field: Field): boolean =>
  ours.test(knownText(field)) || ours.test(field.term ?? '') || (field.isList && field.items().some(isAboutOurs));

/** The comments of scripts, where they stand in their file. */
export async function commentsOfSteps(steps: readonly Step[]): Promise<Comment[]> {
  const comments: Comment[] = [];
  for (const { language, text, placeOf } of steps) {
    for (const { span } of (await readAs(language, text)).comments) {
      const place = placeOf(span);
      comments.push(commentAt(place.file.text, place.span()));
    }
  }
  return comments;
}

/** The operations of a script file. */
export const readScriptFile = (file: SourceFile, language: Language): Promise<ReadScript> =>
  readSteps(file.path, [wholeFile(file, language)]);

/** The comments of a script file. */
export const commentsOfScript = (file: SourceFile, language: Language): Promise<Comment[]> =>
  commentsOfSteps([wholeFile(file, language)]);

/** @param text what a shell sees of the file, of the same length */
function wholeFile(file: SourceFile, language: Language, text = file.text): Step {
  const placeOf = (span: Span) => placeIn(file, () => span);
  return { text, language, placeOf, variables: new Map(), expressions: [] };
}

/** The operations of a Makefile. */
export const readMakefile = (file: SourceFile): Promise<ReadScript> => readSteps(file.path, [recipesOf(file)]);

/** The comments of a Makefile, also those that no recipe has. */
export const commentsOfMakefile = (file: SourceFile): Promise<Comment[]> => commentsOfSteps([recipesOf(file)]);

/**
 * The recipes of a Makefile as one script. What is neither recipe nor comment, and the marks before a command, count as
 * blanks, so that places stay what they are; `$(name)` is unknown to the shell as it is here.
 */
function recipesOf(file: SourceFile): Step {
  const blank = (text: string) => ' '.repeat(text.length);
  const text = file.text.replace(/[^\n]+/g, (line) =>
    line.startsWith('\t') ? line.replace(/^\t[@+-]*/, blank) : line.replace(/^(?:[^#\\]|\\.?)*/, blank),
  );
  return wholeFile(file, 'bash', text);
}

/** A place that is a span: scripts have no path into a tree of values. */
export function placeIn(file: SourceFile, span: () => Span): Place {
  const document: Document = {
    file,
    get value() {
      const { start, end } = span();
      return file.text.slice(start, end);
    },
    locate: span,
  };
  return new Place(document);
}
