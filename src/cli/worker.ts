import { parentPort, workerData } from 'node:worker_threads';
import { lint } from '../engine/lint.ts';
import { linkedReader } from './read-files.ts';
import { readSettings } from './settings.ts';
import { checkOptions, fileAt, filesOf, inputOf, plainReport, ruleAt, ruleNumber, steps, type Work } from './work.ts';

/** Checks what this thread was given, says at each step what it does, and sends the report. */
async function work({ paths, options, world, input: plain, more, now }: Work): Promise<void> {
  const settings = await readSettings(paths, options, world);
  const input = { ...inputOf(plain), readLinked: linkedReader(settings.root, settings.maximumBytes) };
  const places = new Map(filesOf(input).map(({ path }, index) => [path, index + 1]));
  const report = await lint(input, {
    ...checkOptions(settings, input),
    ...more,
    onStep: (path, ruleId) => {
      now[fileAt] = places.get(path) ?? 0;
      now[ruleAt] = ruleNumber(ruleId);
      Atomics.add(now, steps, 1);
    },
  });
  parentPort?.postMessage(plainReport(report));
}

// Loaded by itself it does nothing: it is a thread or it is nothing.
if (parentPort) void work(workerData);
