import type { Operation } from '../model/operation.ts';
import type { Resource } from '../model/resource.ts';
import { findType } from '../model/types/index.ts';
import { readJson } from '../source/json.ts';
import type { Document, ReadResult, SyntaxProblem } from '../source/place.ts';
import type { SourceFile } from '../source/source-file.ts';
import { type EvaluatedTemplate, evaluateTemplate, isParameterFile, isTemplate } from './arm-template.ts';
import { readCompactSpec } from './compact-spec.ts';
import { isResource, readResources } from './resource-document.ts';
import { isCompactSpec } from './spec-recognition.ts';
import { checkSpecShape, type SpecShapeProblem } from './spec-shape.ts';

/** What became of one file on its way to resources and operations. */
export interface LoadedFile {
  readonly file: SourceFile;
  readonly problems: readonly SyntaxProblem[];
  readonly resources: readonly Resource[];
  readonly operations: readonly Operation[];
  /** Why the file is not checked; undefined when it is. */
  readonly skipped?: string;
  /** What is wrong with the form of a compact spec, in its own words. */
  readonly shape: readonly SpecShapeProblem[];
  /** Limits that were hit so far (values are evaluated when they are asked for): the analysis of the file is incomplete. */
  readonly limits: readonly string[];
  /** What was left unevaluated, such as linked templates. */
  readonly notes: readonly string[];
}

/** The parameter files of a template, by environment. */
export type ParametersOf = (
  template: SourceFile,
  candidates: readonly SourceFile[],
) => readonly { readonly environment: string; readonly files: readonly SourceFile[] }[];

/** Bytes without which a file cannot declare anything we check: looked for before any parsing. */
const marker =
  /microsoft\.?\w*stack|azurestackhci|azurelocal|hybridcompute|logicalnetwork|networkinterface|virtualmachine|virtualharddisk|stack_hci/i;

const isParameterName = (path: string): boolean => /\.parameters(\.[^/]+)?\.jsonc?$/i.test(path);

/** Loads files of one state (head, base): each becomes resources and operations, or a reason why not. */
export async function loadFiles(files: readonly SourceFile[], parametersOf: ParametersOf): Promise<LoadedFile[]> {
  const reader = new Reader();
  const used = new Set<SourceFile>();
  const loaded = new Map<SourceFile, LoadedFile>();
  for (const file of files) {
    if (isParameterName(file.path)) continue;
    const result = load(file, reader, (template) => {
      const sets = parametersOf(template, files);
      for (const set of sets) for (const parameters of set.files) used.add(parameters);
      return sets;
    });
    loaded.set(file, await result.catch((error: unknown) => ({ ...nothing(file), limits: [unanalysable(error)] })));
  }
  // Which files give values to a template is known only now.
  for (const file of files) {
    const known = loaded.get(file);
    if (known && known.skipped === undefined) continue;
    if (used.has(file)) loaded.set(file, { ...nothing(file), problems: (await reader.read(file)).problems });
    else if (!known) loaded.set(file, { ...nothing(file), skipped: withoutTemplate });
  }
  return files.map((file) => loaded.get(file) ?? nothing(file));
}

/** No spec should make this happen; when one does, the other files are still checked. */
const unanalysable = (error: unknown): string =>
  `could not be analysed: ${error instanceof Error ? error.message : String(error)}`;

const withoutTemplate = 'parameter file without its template';

/** Loads files of live state: the output of `az … show`, `az … list` and the like. */
export async function loadLive(files: readonly SourceFile[]): Promise<LoadedFile[]> {
  const reader = new Reader();
  const loaded: LoadedFile[] = [];
  for (const file of files) {
    const { documents, problems } = await reader.read(file);
    const resources = documents.flatMap((document) => readResources(document, 'live'));
    loaded.push({
      ...nothing(file),
      problems,
      resources,
      ...(resources.length > 0 ? {} : { skipped: 'no resource in it' }),
    });
  }
  return loaded;
}

const nothing = (file: SourceFile): LoadedFile => ({
  file,
  problems: [],
  resources: [],
  operations: [],
  shape: [],
  limits: [],
  notes: [],
});

async function load(
  file: SourceFile,
  reader: Reader,
  parametersOf: (template: SourceFile) => ReturnType<ParametersOf>,
): Promise<LoadedFile> {
  if (file.text.trim() === '') return { ...nothing(file), skipped: 'empty' };
  if (!marker.test(file.text)) return { ...nothing(file), skipped: 'no Azure Local resource type in it' };
  if (/\.tf(\.json)?$/i.test(file.path)) return loadTerraform(file);
  const { documents, problems } = await reader.read(file);
  const found = {
    resources: [] as Resource[],
    shape: [] as SpecShapeProblem[],
    templates: [] as EvaluatedTemplate[],
    notes: new Set<string>(),
  };
  let kind: string | undefined;
  for (const document of documents) {
    if (isTemplate(document.value)) {
      kind = 'template';
      const sets = parametersOf(file);
      for (const set of sets.length > 0 ? sets : [{ environment: '', files: [] }]) {
        const parameters = await Promise.all(
          set.files.map(async (parameterFile) => (await reader.read(parameterFile)).documents[0]),
        );
        const evaluated = evaluateTemplate(document, {
          parameters: parameters.filter((parameter) => parameter !== undefined),
          environment: set.environment,
        });
        found.resources.push(...evaluated.resources.filter(isOurs).map(canonicalType));
        found.templates.push(evaluated);
        for (const note of evaluated.notes) found.notes.add(note);
      }
    } else if (isCompactSpec(document.value)) {
      kind = 'compact spec';
      found.resources.push(...readCompactSpec(document));
      found.shape.push(...(await checkSpecShape(document)));
    } else if (isParameterFile(document.value)) {
      kind = withoutTemplate;
    } else if (isResourceDocument(document)) {
      kind = 'resource document';
      found.resources.push(...readResources(document, 'declared').filter(isOurs));
    }
  }
  return {
    ...nothing(file),
    // A file that isn't ours may be broken in its own way (a Helm chart is no YAML): that is not our business.
    problems: kind !== undefined || looksOurs(file) ? problems : [],
    resources: found.resources,
    shape: found.shape,
    get limits() {
      return [...new Set(found.templates.flatMap(({ limits }) => limits))];
    },
    notes: [...found.notes],
    ...(found.resources.length > 0 ? {} : { skipped: reasonWithout(kind) }),
  };
}

const reasonWithout = (kind: string | undefined): string =>
  kind === undefined || kind.startsWith('parameter')
    ? (kind ?? 'not a template, resource document or compact spec')
    : `${kind} without Azure Local resources`;

/** A broken file still counts as ours when it names a VM resource type as a type, or is broken JSON of a template. */
const looksOurs = (file: SourceFile): boolean =>
  !/\{\{/.test(file.text) &&
  /["']?type["']?\s*:\s*["']?microsoft\.azurestackhci\/|deploymentTemplate\.json/i.test(file.text);

const isResourceDocument = (document: Document): boolean => {
  const { value } = document;
  if (isResource(value)) return true;
  const lists = Array.isArray(value)
    ? [value]
    : value !== null && typeof value === 'object'
      ? ['resources', 'value', 'data'].map((name) => (value as Record<string, unknown>)[name])
      : [];
  return lists.some((list) => Array.isArray(list) && list.some(isResource));
};

/** The types this linter speaks about: those it has a description of, and what looks like a misspelling of one. */
const isOurs = (resource: Resource): boolean =>
  /^microsoft\.?\w*stack\w*\//i.test(resource.type) || findType(resource.type) !== undefined;

const canonicalType = (resource: Resource): Resource => {
  const type = findType(resource.type)?.type;
  return type === undefined || type === resource.type ? resource : { ...resource, type };
};

async function loadTerraform(file: SourceFile): Promise<LoadedFile> {
  const { readTerraform } = await import('./terraform.ts');
  const { operations, problems } = await readTerraform(file);
  return {
    ...nothing(file),
    problems: operations.length > 0 ? problems : [],
    operations,
    ...(operations.length > 0 ? {} : { skipped: 'Terraform without Azure Local VM resources' }),
  };
}

/** Reads each file once, whatever asks for it. */
class Reader {
  readonly #read = new Map<SourceFile, Promise<ReadResult>>();

  read(file: SourceFile): Promise<ReadResult> {
    let result = this.#read.get(file);
    if (!result) {
      result = readText(file);
      this.#read.set(file, result);
    }
    return result;
  }
}

async function readText(file: SourceFile): Promise<ReadResult> {
  if (/\.ya?ml$/i.test(file.path)) {
    const { readYaml } = await import('../source/yaml.ts');
    return readYaml(file);
  }
  return readJson(file);
}
