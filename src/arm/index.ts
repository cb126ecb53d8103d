import { Field } from '../model/field.ts';
import { type Document, Place } from '../source/place.ts';
import { checkExpressions } from './check.ts';
import { forceAll } from './force.ts';
import { member } from './member.ts';
import { givenByFiles } from './parameters.ts';
import type { TemplateResource } from './resource.ts';
import { Run, type TemplateProblem } from './run.ts';
import { type DeploymentContext, outermostTarget, targetKindOf } from './target.ts';
import { Template } from './template.ts';

export type { TemplateResource } from './resource.ts';
export type { TemplateProblem } from './run.ts';
export type { DeploymentContext } from './target.ts';

/** What to deploy a template with. */
export interface DeployOptions {
  /** Parameter files; a later one wins. */
  readonly parameters?: readonly Document[];
  readonly context?: DeploymentContext;
  /** Reads a file of the repository that a template links to; undefined when there is none. */
  readonly read?: (path: string) => Document | undefined;
}

/**
 * Evaluates a template as far as it is asked for. Never throws and always ends: errors of the template and limits are
 * collected, and what they concern is unknown.
 */
export function deploy(document: Document, options: DeployOptions = {}): Deployment {
  return new Deployment(document, options);
}

/** A template with values for its parameters. */
export class Deployment {
  readonly template: Template;
  readonly #run: Run;

  constructor(document: Document, { parameters = [], context = {}, read = () => undefined }: DeployOptions) {
    const at = new Place(document);
    const schema = member(document.value, '$schema')?.value;
    const kind = targetKindOf(typeof schema === 'string' ? schema : '') ?? 'resourceGroup';
    const name = context.deploymentName;
    this.#run = new Run(parameters.length > 0);
    this.template = new Template(
      { value: document.value, at },
      {
        given: givenByFiles(parameters),
        target: outermostTarget(kind, context, at),
        run: this.#run,
        name:
          name === undefined
            ? Field.unknown('deployment().name', 'the name of the deployment is only known during deployment', at, [], {
                isSegment: true,
              })
            : Field.scalar(name, at),
        depth: 0,
        qualifier: '',
        link: (path) => {
          const linked = read(path);
          return linked && { value: linked.value, at: new Place(linked) };
        },
      },
    );
  }

  /** All resources, those inside others and those of nested deployments after what they belong to. */
  resources(): readonly TemplateResource[] {
    return allResources(this.template);
  }

  /** Name → `{ type, value }`. */
  outputs(): Field {
    return this.template.outputs();
  }

  /**
   * All errors of the template: of expressions that can't be right whatever happens, and of those that were evaluated.
   *
   * @param everything whether to evaluate all that the deployment would
   */
  problems(everything: boolean): readonly TemplateProblem[] {
    if (everything) {
      this.#run.deeper(() => checkExpressions(this.template));
      forceAll(this.template, this.resources());
    }
    return this.#run.problems;
  }

  /** Where values of secure parameters are written, in nested deployments too. */
  secrets(): readonly Place[] {
    const nested = this.resources().flatMap((resource) => (resource.nested ? [resource.nested] : []));
    return [this.template, ...nested].flatMap((template) => template.secrets());
  }

  /** Limits that were hit, in words. */
  get limits(): readonly string[] {
    return [...this.#run.limits];
  }

  /** What could not be followed, in words. */
  get notes(): readonly string[] {
    return [...this.#run.notes];
  }

  /** Paths of the linked templates that are part of it. */
  get linked(): readonly string[] {
    return [...this.#run.linked];
  }
}

function allResources(template: Template): readonly TemplateResource[] {
  const withInner = (resource: TemplateResource): readonly TemplateResource[] => [
    resource,
    ...resource.children.flatMap(withInner),
    ...(resource.nested ? allResources(resource.nested) : []),
  ];
  return template.resources().flatMap(withInner);
}
