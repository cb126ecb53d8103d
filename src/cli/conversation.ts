import { createInterface } from 'node:readline/promises';
import type { Conversation } from './world.ts';

/** Asks on a terminal. Ctrl-C and Ctrl-D end it: no question after that is answered. */
export function converse(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Conversation {
  const terminal = createInterface({ input, output });
  const lines: string[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let isOver = false;
  const hand = (line: string | undefined): boolean => {
    const takes = waiting;
    waiting = undefined;
    takes?.(line);
    return takes !== undefined;
  };
  // Answers may be pasted, all at once: those that nobody waits for yet are kept. `question` would lose them.
  terminal.on('line', (line) => {
    if (!hand(line)) lines.push(line);
  });
  terminal.on('close', () => {
    isOver = true;
    if (hand(undefined)) output.write('\n');
  });
  return {
    ask: (question) => {
      const line = lines.shift();
      // What is closed can't be asked any more: Node 24 and later throw.
      if (isOver) return Promise.resolve(line);
      terminal.setPrompt(question);
      terminal.prompt();
      if (line !== undefined) return Promise.resolve(line);
      return new Promise((answered) => {
        waiting = answered;
      });
    },
    end: () => terminal.close(),
  };
}
