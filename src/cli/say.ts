import { inert, visible } from '../reporters/terminal.ts';
import type { World } from './world.ts';

/** Says something to people, on standard error. Names of files and words of a configuration are in it: no log may obey them. */
export function say({ stderr }: Pick<World, 'stderr'>, message: string): void {
  const rows = message.split('\n').map((row) => inert(visible(row)));
  stderr(`${rows.join('\n')}\n`);
}
