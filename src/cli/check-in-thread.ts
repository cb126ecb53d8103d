import { Worker } from 'node:worker_threads';
import type { LintInput, LintOptions } from '../engine/lint.ts';
import type { Rule } from '../engine/rule.ts';
import { type ResultOf, type TaskName, taskOf } from './tasks.ts';
import { fileAt, filesOf, plainInput, ruleAt, ruleNumber, steps, type Work, without } from './work.ts';

/** What a thread is started with beside the input. */
export interface ThreadOptions<Name extends TaskName> extends Pick<Work, 'paths' | 'options' | 'world' | 'more'> {
  readonly task: Name;
  /** How to do it, all told: for what this thread does itself. */
  readonly how: LintOptions;
  /** The file of the thread. */
  readonly file: string;
  /** All rules that there are. */
  readonly rules: readonly Rule[];
  /** Seconds that one step of the work may take. */
  readonly timeout: number;
}

/** After so many files that had to be stopped the rest of the run is given up: each of them took its time. */
const maximumStops = 5;

/**
 * Checks in a thread of its own. A file that takes too long, or more memory than there is, ends the thread: the others
 * are checked again without it, and it is reported as a limit that was hit.
 */
export async function checkInThread<Name extends TaskName>(
  input: LintInput,
  thread: ThreadOptions<Name>,
): Promise<ResultOf<Name>> {
  const { run, fromPlain } = taskOf(thread.task);
  let left = input;
  const givenUp = (message: string) => {
    const all = new Set(filesOf(left).map(({ path }) => path));
    return run(without(left, all, message), thread.how, thread.world.today);
  };
  for (let stops = 0; stops < maximumStops; stops++) {
    const { result, stopped } = await checkOnce(left, thread);
    if (!stopped) return fromPlain(result, thread.rules);
    // Without a file there is nothing to leave out.
    if (stopped.path === undefined) return givenUp(stopped.message);
    left = without(left, new Set([stopped.path]), stopped.message);
  }
  return givenUp(`not checked, because ${maximumStops} files before it had to be stopped`);
}

type Outcome =
  | { readonly result: unknown; readonly stopped?: never }
  | { readonly result?: never; readonly stopped: { readonly path: string | undefined; readonly message: string } };

function checkOnce(
  input: LintInput,
  { file, rules, timeout, how: _, ...rest }: ThreadOptions<TaskName>,
): Promise<Outcome> {
  const now = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  const data: Work = { ...rest, input: plainInput(input), now };
  const worker = new Worker(file, { workerData: data });
  const paths = filesOf(input).map(({ path }) => path);
  const stuck = (what: string) => {
    const rule = rules.find(({ id }) => ruleNumber(id) === now[ruleAt]);
    const where = rule ? ` in rule ${rule.id} ${rule.name}` : '';
    return { stopped: { path: paths[(now[fileAt] ?? 0) - 1], message: `checking it${where} ${what}` } };
  };
  return new Promise((done, fail) => {
    const watch = setInterval(watching(now, timeout), watchMs, () => {
      done(stuck(`took longer than ${timeout} s (limit --timeout), and was stopped. Nothing of it is reported`));
      void worker.terminate();
    });
    worker.once('message', (result: unknown) => done({ result }));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (isMemory) done(stuck('took more memory than there is (limit), and was stopped. Nothing of it is reported'));
      else fail(error);
    });
    worker.once('exit', () => {
      clearInterval(watch);
      done(stuck('ended the process. Nothing of it is reported'));
    });
  });
}

/** How often a thread is looked at. */
const watchMs = 100;

/**
 * Calls `stop` when the work has not taken a step for too long. Counted in looks: a machine that slept was not stuck. From
 * the first step on: how long a thread takes to start is no file's fault.
 */
function watching(now: Int32Array, timeout: number): (stop: () => void) => void {
  let before = 0;
  let looks = 0;
  return (stop) => {
    const taken = Atomics.load(now, steps);
    looks = taken > 0 && taken === before ? looks + 1 : 0;
    before = taken;
    if (looks * watchMs > timeout * 1000) stop();
  };
}
