import type { Invocation, Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import { jsonText } from './json-text.ts';
import { compare, inOrder } from './sarif-order.ts';

interface SarifText {
  readonly path: string;
  readonly text: string;
}

/** What every log has that this tool wrote. */
type OurRun = Run & {
  readonly tool: { readonly driver: { readonly rules: ReportingDescriptor[] } };
  readonly results: Result[];
  readonly invocations: [Invocation];
};

/** A log that can't be merged: the message says which and why. */
export class MergeError extends Error {}

/**
 * One SARIF log of several that this tool wrote, as the parts of a run that was split (`--format sarif` on each machine). Rules,
 * results and notifications are joined, what two parts say alike counts once, and the order is that of one run.
 *
 * @throws MergeError for what is no log of this tool
 */
export function mergeSarif(logs: readonly SarifText[]): string {
  const runs = logs.map(runOf);
  const [first] = runs as [OurRun];
  const rules = unique(
    runs.flatMap((run) => run.tool.driver.rules),
    ({ id }) => id,
  ).sort((a, b) => compare(a.id, b.id));
  const index = new Map(rules.map(({ id }, position) => [id, position]));
  const results = unique(
    alike(runs.flatMap((run) => run.results.map((result) => reindexed(result, index)))),
    JSON.stringify,
  );
  const notifications = unique(runs.flatMap(notificationsOf), JSON.stringify);
  const descriptors: ReportingDescriptor[] = unique(
    runs.flatMap((run) => run.tool.driver.notifications ?? []),
    ({ id }) => id,
  );
  const merged: Run = {
    ...first,
    tool: {
      driver: {
        ...withoutNotifications(first.tool.driver),
        rules,
        ...(descriptors.length > 0 ? { notifications: descriptors } : {}),
      },
    },
    invocations: [invocation(runs, notifications)],
    results: numbered(results.sort(inOrder)),
  };
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [merged] };
  return jsonText(log);
}

function runOf({ path, text }: SarifText): OurRun {
  let log: Partial<Log>;
  try {
    log = JSON.parse(text) as Partial<Log>;
  } catch {
    // Why, each Node says in its own words.
    throw new MergeError(`${path} is not JSON`);
  }
  const [run, second] = log?.runs ?? [];
  const isOurs =
    log?.version === '2.1.0' &&
    run?.tool?.driver?.name === 'azlocal-lint' &&
    run.tool.driver.rules !== undefined &&
    run.results !== undefined &&
    run.invocations !== undefined &&
    second === undefined;
  if (!isOurs)
    throw new MergeError(`${path} is no SARIF log that azlocal-lint wrote. Make it with --format sarif:${path}`);
  return run as OurRun;
}

const withoutNotifications = ({ notifications: _, ...driver }: Run['tool']['driver']) => driver;

const notificationsOf = ({ invocations }: OurRun): Notification[] =>
  invocations.flatMap(({ toolExecutionNotifications = [] }) => toolExecutionNotifications);

/** The worst of what the parts came to: an incomplete one goes before findings, findings before none. */
function invocation(runs: readonly OurRun[], notifications: readonly Notification[]): Invocation {
  const all = runs.flatMap(({ invocations }) => invocations);
  const [worst] = [3, 1, 0].flatMap((code) => all.find(({ exitCode }) => exitCode === code) ?? []);
  const { toolExecutionNotifications: _, ...rest } = worst as Invocation;
  return {
    ...rest,
    executionSuccessful: all.every(({ executionSuccessful }) => executionSuccessful),
    ...(notifications.length > 0 ? { toolExecutionNotifications: [...notifications] } : {}),
  };
}

/** What one part says of its results, all of one run must have: a part without a baseline knows none of them. */
function alike(results: readonly Result[]): Result[] {
  const has = (property: 'baselineState' | 'suppressions') => results.some((result) => result[property] !== undefined);
  const [isCompared, isSuppressed] = [has('baselineState'), has('suppressions')];
  return results.map(({ baselineState = 'new', suppressions = [], ...result }) => ({
    ...result,
    ...(isCompared ? { baselineState } : {}),
    ...(isSuppressed ? { suppressions } : {}),
  }));
}

const identity = 'azlocalLint/v1';

/** Results of one identity are told apart by a number, which each part of a run counts for itself. */
function numbered(results: readonly Result[]): Result[] {
  const taken = new Set<string>();
  return results.map((result) => {
    const { [identity]: written = '', ...prints } = result.partialFingerprints ?? {};
    const first = written.replace(/-\d+$/, '');
    let print = first;
    for (let count = 2; taken.has(print); count++) print = `${first}-${count}`;
    taken.add(print);
    return written === '' ? result : { ...result, partialFingerprints: { ...prints, [identity]: print } };
  });
}

const reindexed = (result: Result, index: ReadonlyMap<string, number>): Result => ({
  ...result,
  ruleIndex: index.get(result.ruleId as string) as number,
});

function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map([...items].reverse().map((item) => [key(item), item])).values()].reverse();
}
