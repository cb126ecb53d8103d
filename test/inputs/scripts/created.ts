import { SourceFile } from '../../../src/index.ts';
import { readScriptFile } from '../../../src/inputs/scripts/index.ts';
import type { Resource } from '../../../src/model/resource.ts';

/** The resources that a script creates. */
export async function created(text: string, path = 'a.sh'): Promise<readonly Resource[]> {
  const file = new SourceFile(path, text);
  return (await readScriptFile(file, path.endsWith('.ps1') ? 'powershell' : 'bash')).resources;
}

/** The properties of the last one, as plain data. */
export const properties = async (text: string, path?: string): Promise<unknown> =>
  (await created(text, path)).at(-1)?.body.get('properties').plain();
