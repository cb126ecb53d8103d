import { parentPort, workerData } from 'node:worker_threads';
import { linkedReader } from './read-files.ts';
import { readSettings } from './settings.ts';
import { taskOf } from './tasks.ts';
import { checkOptions, fileAt, filesOf, inputOf, ruleAt, ruleNumber, steps, type Work } from './work.ts';

/** Does what this thread was told, says at each step what it does, and sends the result. */
async function work({ task: name, paths, options, world, input: plain, more, now }: Work): Promise<void> {
  const settings = await readSettings(paths, options, world);
  const input = { ...inputOf(plain), readLinked: linkedReader(settings.root, settings.maximumBytes) };
  const places = new Map(filesOf(input).map(({ path }, index) => [path, index + 1]));
  const task = taskOf(name);
  const onStep = (path: string, ruleId?: string) => {
    now[fileAt] = places.get(path) ?? 0;
    now[ruleAt] = ruleNumber(ruleId);
    Atomics.add(now, steps, 1);
  };
  const result = await task.run(input, { ...checkOptions(settings, input), ...more, onStep }, world.today);
  parentPort?.postMessage(task.toPlain(result));
}

// Loaded by itself it does nothing: it is a thread or it is nothing.
if (parentPort) void work(workerData);
