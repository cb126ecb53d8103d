import type { TemplateProblem } from '../arm/index.ts';
import type { Change } from '../model/change.ts';
import type { Operation } from '../model/operation.ts';
import type { Deployment, Resource } from '../model/resource.ts';
import { findType } from '../model/types/index.ts';
import { readJson } from '../source/json.ts';
import type { Document, Place, ReadResult, SyntaxProblem } from '../source/place.ts';
import type { SourceFile } from '../source/source-file.ts';
import { incompleteAnswers, isEmptyAnswer } from './answers.ts';
import { type EvaluatedTemplate, evaluateTemplate, exportedTemplate, isTemplate } from './arm-template.ts';
import { readCompactSpec } from './compact-spec.ts';
import { isDeploying, isMeantForUs, isRelevant, isRelevantScript, isUnrendered, ours } from './relevance.ts';
import { isResourceDocument, readResources } from './resource-document.ts';
import { type FoundDeployment, filesOf } from './scripts/deployments.ts';
import {
  isMakefile,
  isMarkdown,
  type Language,
  languageOf,
  type ReadScript,
  type TemplateDeployment,
} from './scripts/language.ts';
import { isCompactSpec } from './spec-recognition.ts';
import { checkSpecShape, type SpecShapeProblem } from './spec-shape.ts';
import { readWhatIf } from './what-if.ts';

/** What became of one file on its way to resources and operations. */
export interface LoadedFile {
  readonly file: SourceFile;
  readonly problems: readonly SyntaxProblem[];
  readonly resources: readonly Resource[];
  readonly operations: readonly Operation[];
  /** Resources that come with what they were before, as a what-if has them. */
  readonly changes: readonly Change[];
  /** Resources that are deployed now, as a what-if has them. */
  readonly deployed: readonly Resource[];
  /** What is wrong with the form of a compact spec, in its own words. */
  readonly shape: readonly SpecShapeProblem[];
  /** Why the file is not checked; undefined when it is. */
  readonly skipped?: string;
  /** Limits that were hit so far (values are evaluated when they are asked for): the analysis of the file is incomplete. */
  readonly limits: readonly string[];
  /** What was left unevaluated, such as linked templates. */
  readonly notes: readonly string[];
  /** Errors of a template and of the values given to it, each with the deployment that shows it; found when asked for. */
  readonly template: readonly DeploymentProblem[];
  /** It gives values to several templates: what is changed in it for one of them is changed for all. */
  readonly isShared?: true;
  /** Paths of the linked templates that were evaluated as part of it. */
  readonly linked: readonly string[];
  /** Where values of secure parameters are written. */
  readonly secrets: readonly Place[];
  /** Templates that a script deploys. */
  readonly deployments: readonly TemplateDeployment[];
}

/** A problem of a template, in one of its deployments. */
export interface DeploymentProblem extends TemplateProblem {
  readonly deployment: Deployment;
}

/** Hears what is done next: the file that it is about, and the rule that runs. */
export type OnStep = (path: string, ruleId?: string) => void;

/** Reads a linked template that is not among the files of the run; undefined when there is none in the repository. */
export type ReadLinked = (path: string) => SourceFile | undefined;

/** The parameter files of a template, by environment. */
export type ParametersOf = (template: SourceFile, candidates: readonly SourceFile[]) => readonly ParameterSet[];

/** One deployment of a template: its parameter files, and what tells it from the others. */
export interface ParameterSet {
  readonly environment: string;
  readonly files: readonly SourceFile[];
  /** The resource group that it is deployed to, when a script says so. */
  readonly resourceGroup?: string;
}

/** Parameter files are known by their name or their `$schema`. */
const isParameters = (file: SourceFile): boolean =>
  /\.parameters(\.[^/]+)?\.jsonc?$/i.test(file.path) || /deploymentparameters\.json/i.test(file.text.slice(0, 2000));

/** Loads files of one state (head, base): each becomes resources and operations, or a reason why not. */
export async function loadFiles(
  files: readonly SourceFile[],
  parametersOf: ParametersOf,
  readLinked: ReadLinked = () => undefined,
  onStep?: OnStep,
): Promise<LoadedFile[]> {
  const reader = new Reader(files, readLinked);
  const parameterFiles = files.filter(isParameters);
  const values = new Set(parameterFiles);
  const used = new Set<SourceFile>();
  const shared = new Set<SourceFile>();
  const takers = new Map<SourceFile, SourceFile>();
  const byPath = new Map(files.map((file) => [file.path, file]));
  const deployments: FoundDeployment[] = [];
  const loaded: LoadedFile[] = [];
  // Scripts first: they say how templates are deployed.
  for (const file of [...files.filter(isScript), ...files.filter((one) => !isScript(one))]) {
    if (values.has(file)) continue;
    onStep?.(file.path);
    const taken: SourceFile[] = [];
    const result = await load(file, reader, (template) => {
      const sets = withScripts(parametersOf(template, parameterFiles), template, deployments);
      for (const set of sets) taken.push(...set.files);
      return sets;
    }).catch((error: unknown): LoadedFile => ({ ...nothing(file), limits: [unanalysable(error)] }));
    if (result.resources.length > 0) for (const parameters of taken) used.add(parameters);
    for (const parameters of taken) {
      if ((takers.get(parameters) ?? file) !== file) shared.add(parameters);
      takers.set(parameters, file);
    }
    deployments.push(...filesOf(file, result.deployments, byPath));
    loaded.push(result);
  }
  const order = new Map(files.map((file, index) => [file, index]));
  loaded.sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0));
  for (const file of used) values.add(file);
  const others = withoutLinked(loaded).filter(({ file }) => !values.has(file));
  const parameters = await Promise.all([...values].map((file) => loadParameters(file, reader, used.has(file))));
  return [...others, ...parameters.map((one) => (shared.has(one.file) ? { ...one, isShared: true as const } : one))];
}

/** What may deploy a template: a script, or a pipeline. */
const isScript = (file: SourceFile): boolean =>
  (languageOf(file.path) !== undefined || isYaml(file) || isMarkdown(file) || isMakefile(file)) && isDeploying(file);

/**
 * The deployments of a template with those that scripts tell of: a script names the resource group of one that is known
 * by its parameter files, or adds one. A script without a known parameter file adds none to others that have them.
 */
function withScripts(
  sets: readonly ParameterSet[],
  template: SourceFile,
  deployments: readonly FoundDeployment[],
): readonly ParameterSet[] {
  const known = [...sets];
  for (const { template: deployed, parameters, resourceGroup } of deployments) {
    if (deployed !== template) continue;
    const group = resourceGroup === undefined ? {} : { resourceGroup };
    const same = known.findIndex(
      (set) => set.files.length === parameters.length && set.files.every((file) => parameters.includes(file)),
    );
    const found = known[same];
    if (found) known[same] = { ...group, ...found };
    else if (parameters.length > 0 || known.length === 0)
      known.push({ environment: known.length === 0 ? '' : (resourceGroup ?? ''), files: parameters, ...group });
  }
  return known;
}

/**
 * A template that others link to is deployed by them, with the values that they give: by itself it says nothing more,
 * unless a parameter file shows that it is deployed by itself too.
 */
function withoutLinked(loaded: readonly LoadedFile[]): LoadedFile[] {
  const callers = new Map<string, string>();
  for (const { file, linked } of loaded)
    for (const path of linked) if (path !== file.path) callers.set(path, file.path);
  return loaded.map((one) => {
    const caller = callers.get(one.file.path);
    const isOwn = one.resources.some(({ deployment }) => deployment.hasParameters);
    return caller === undefined || isOwn
      ? one
      : { ...nothing(one.file), problems: one.problems, notes: [`deployed by ${caller}`] };
  });
}

/** No spec should make this happen; when one does, the other files are still checked. */
const unanalysable = (error: unknown): string =>
  `could not be analysed: ${error instanceof Error ? error.message : String(error)}`;

async function loadParameters(file: SourceFile, reader: Reader, isUsed: boolean): Promise<LoadedFile> {
  if (!isUsed) return { ...nothing(file), skipped: 'parameter file that no checked template uses' };
  return { ...nothing(file), problems: (await reader.read(file)).problems };
}

/** Loads files with the JSON of a what-if. */
export async function loadWhatIf(files: readonly SourceFile[], onStep?: OnStep): Promise<LoadedFile[]> {
  const reader = new Reader(files, () => undefined);
  const loaded: LoadedFile[] = [];
  for (const file of files) {
    onStep?.(file.path);
    const { documents, problems } = await reader.read(file);
    const read = documents.map(readWhatIf).find((one) => one !== undefined);
    // What is broken in its middle may still be one.
    const isOther = read === undefined && (problems.length === 0 || documents.length === 0);
    loaded.push({
      ...nothing(file),
      problems,
      ...read,
      ...(isOther ? { skipped: 'not the answer of a what-if' } : {}),
    });
  }
  return loaded;
}

/**
 * Loads files of live state: the output of `az … show`, `az … list` and the like, and templates that were exported from
 * it. Pages of one answer may come as several files.
 */
export async function loadLive(files: readonly SourceFile[], onStep?: OnStep): Promise<LoadedFile[]> {
  const reader = new Reader(files, () => undefined);
  const read = await Promise.all(
    files.map(async (file) => {
      onStep?.(file.path);
      return { file, ...(await reader.read(file)) };
    }),
  );
  const incomplete = incompleteAnswers(read.flatMap(({ documents }) => documents));
  return read.map(({ file, documents, problems }) => {
    const resources = documents.map(exportedTemplate).flatMap((document): readonly Resource[] => {
      if (!isTemplate(document.value)) return readResources(document, 'live');
      const declared = evaluateTemplate(document).resources.filter(({ origin }) => origin === 'declared');
      return declared.map((resource) => ({ ...canonicalType(resource), origin: 'live' }));
    });
    return {
      ...nothing(file),
      problems,
      resources,
      limits: documents.flatMap((document) => incomplete.get(document) ?? []),
      ...(resources.length > 0 || documents.some(isEmptyAnswer) ? {} : { skipped: 'no resource in it' }),
    };
  });
}

const nothing = (file: SourceFile): LoadedFile => ({
  file,
  problems: [],
  resources: [],
  operations: [],
  changes: [],
  deployed: [],
  shape: [],
  limits: [],
  notes: [],
  template: [],
  linked: [],
  secrets: [],
  deployments: [],
});

async function load(
  file: SourceFile,
  reader: Reader,
  parametersOf: (template: SourceFile) => ReturnType<ParametersOf>,
): Promise<LoadedFile> {
  if (file.text.trim() === '') return { ...nothing(file), skipped: 'empty' };
  const language = languageOf(file.path);
  const isShell = language !== undefined || isMakefile(file);
  const isRead = isShell ? isRelevantScript(file) : isRelevant(file) || (isYaml(file) && isDeploying(file));
  if (!isRead) return { ...nothing(file), skipped: 'no Azure Local resource type in it' };
  if (isShell || isMarkdown(file)) return loadScript(file, language);
  if (/\.tf(\.json)?$/i.test(file.path)) return loadTerraform(file);
  const { documents, problems } = await reader.read(file);
  if (problems.length > 0 && isUnrendered(file)) {
    return { ...nothing(file), skipped: 'a template that is not filled in yet: it has {{ }} in it' };
  }
  const found = emptyFinds();
  let kind: string | undefined;
  for (const document of documents.map(exportedTemplate)) {
    if (isTemplate(document.value)) {
      kind = 'template';
      await loadTemplate(document, reader, parametersOf(file), found);
    } else if (isCompactSpec(document.value)) {
      kind = 'compact spec';
      found.resources.push(...readCompactSpec(document));
      found.shape.push(...(await checkSpecShape(document)));
    } else if (isResourceDocument(document)) {
      kind = 'resource document';
      found.resources.push(...readResources(document, 'declared'));
    } else if (isYaml(file)) {
      const { readPipeline } = await import('./scripts/pipelines.ts');
      const pipeline = await readPipeline(document);
      if (pipeline) kind = 'pipeline';
      if (pipeline) found.pipelines.push(pipeline);
    }
  }
  const operations = found.pipelines.flatMap((pipeline) => pipeline.operations);
  found.resources.push(...found.pipelines.flatMap((pipeline) => pipeline.resources));
  const resources = ours(found.resources);
  // A file that isn't ours may be broken, or too big, in its own way.
  const isOurs = resources.length > 0 || operations.length > 0 || isMeantForUs(file);
  return {
    ...nothing(file),
    problems: isOurs ? [...problems, ...found.pipelines.flatMap((pipeline) => pipeline.problems)] : [],
    resources,
    operations,
    shape: found.shape,
    get limits() {
      return isOurs ? [...new Set([...found.templates, ...found.pipelines].flatMap(({ limits }) => limits))] : [];
    },
    notes: [...found.notes],
    get template() {
      if (resources.length === 0) return [];
      return found.templates.flatMap(({ problems, deployment }) => problems.map((one) => ({ ...one, deployment })));
    },
    linked: found.templates.flatMap(({ linked }) => linked),
    secrets: found.templates.flatMap(({ secrets }) => secrets),
    deployments: found.pipelines.flatMap(({ deployments }) => deployments),
    ...(resources.length + operations.length > 0 ? {} : { skipped: reasonWithout(kind) }),
  };
}

const emptyFinds = () => ({
  resources: [] as Resource[],
  shape: [] as SpecShapeProblem[],
  templates: [] as EvaluatedTemplate[],
  pipelines: [] as ReadScript[],
  notes: new Set<string>(),
});

/** Evaluates a template once for each set of its parameters, or without any. */
async function loadTemplate(
  document: Document,
  reader: Reader,
  sets: ReturnType<ParametersOf>,
  found: ReturnType<typeof emptyFinds>,
): Promise<void> {
  const one: ParameterSet = { environment: '', files: [] };
  for (const set of sets.length > 0 ? sets : [one]) {
    const read = await Promise.all(set.files.map(async (file) => (await reader.read(file)).documents[0]));
    const parameters = read.filter((values) => values !== undefined);
    const evaluated = evaluateTemplate(document, {
      parameters,
      environment: set.environment,
      ...(set.resourceGroup === undefined ? {} : { resourceGroup: set.resourceGroup }),
      read: (path) => reader.linked(path),
    });
    found.resources.push(...evaluated.resources.map(canonicalType));
    found.templates.push(evaluated);
    for (const note of evaluated.notes) found.notes.add(note);
  }
}

const reasonWithout = (kind: string | undefined): string =>
  kind === undefined
    ? 'not a template, resource document or compact spec'
    : `${kind} without Azure Local VM or network resources`;

const canonicalType = (resource: Resource): Resource => {
  const type = findType(resource.type)?.type;
  return type === undefined || type === resource.type ? resource : { ...resource, type };
};

async function loadTerraform(file: SourceFile): Promise<LoadedFile> {
  const { namesVmResource, readTerraform } = await import('./terraform.ts');
  const { operations, problems } = await readTerraform(file);
  return {
    ...nothing(file),
    problems: operations.length > 0 || namesVmResource(file.text) ? problems : [],
    operations,
    ...(operations.length > 0 ? {} : { skipped: 'Terraform without Azure Local VM resources' }),
  };
}

async function loadScript(file: SourceFile, language: Language | undefined): Promise<LoadedFile> {
  const read = await readScript(file, language);
  return {
    ...nothing(file),
    ...read,
    ...(read.operations.length > 0
      ? {}
      : {
          skipped:
            read.deployments.length > 0 ? 'script that only deploys templates' : 'script without Azure Local commands',
        }),
  };
}

async function readScript(file: SourceFile, language: Language | undefined): Promise<ReadScript> {
  if (language === undefined && isMarkdown(file)) return (await import('./scripts/pipelines.ts')).readMarkdown(file);
  const { readMakefile, readScriptFile } = await import('./scripts/index.ts');
  return language === undefined ? readMakefile(file) : readScriptFile(file, language);
}

/** Reads each file once, whatever asks for it. */
class Reader {
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #readLinked: ReadLinked;
  readonly #read = new Map<SourceFile, Promise<ReadResult>>();
  readonly #linked = new Map<string, Document | undefined>();

  constructor(files: readonly SourceFile[], readLinked: ReadLinked) {
    this.#files = new Map(files.map((file) => [file.path, file]));
    this.#readLinked = readLinked;
  }

  /** A template that another one links to, in the middle of its evaluation. Templates are JSON. */
  linked(path: string): Document | undefined {
    if (!this.#linked.has(path)) {
      const file = this.#files.get(path) ?? this.#readLinked(path);
      this.#linked.set(path, file && readJson(file).documents[0]);
    }
    return this.#linked.get(path);
  }

  read(file: SourceFile): Promise<ReadResult> {
    let result = this.#read.get(file);
    if (!result) {
      result = readText(file);
      this.#read.set(file, result);
    }
    return result;
  }
}

const isYaml = (file: SourceFile): boolean => /\.ya?ml$/i.test(file.path);

async function readText(file: SourceFile): Promise<ReadResult> {
  if (isYaml(file)) {
    const { readYaml } = await import('../source/yaml.ts');
    return readYaml(file);
  }
  return readJson(file);
}
