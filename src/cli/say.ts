import { inert, visible } from '../reporters/terminal.ts';
import type { World } from './world.ts';

/** Says something to people, on standard error. Names of files and words of a configuration are in it: no log may obey them. */
export function say({ stderr }: Pick<World, 'stderr'>, message: string): void {
  stderr(`${inert(message.split('\n').map(visible).join('\n'))}\n`);
}
