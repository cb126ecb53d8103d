import { configNames } from '../../config/config.ts';
import { projectUrl } from '../../engine/own-rules.ts';
import { presets } from '../../engine/rule.ts';
import { releases } from '../../model/release.ts';
import type { Choices } from './choices.ts';
import type { Piece } from './piece.ts';

/**
 * A configuration that says what was chosen, and what else could be.
 *
 * @param existing the one that is there already
 */
export function configuration(choices: Choices, existing: string | undefined, version: string): Piece {
  const { release, preset, base, ignore, failOn } = choices;
  const schema = `${projectUrl.replace('github.com', 'raw.githubusercontent.com')}/v${version}/schemas/config.schema.json`;
  const parts = [
    `# yaml-language-server: $schema=${schema}`,
    `# The release of the platform that you deploy to: ${releases.join(', ')}.\nrelease: ${quoted(release)}`,
    `# Which rules run: ${presets.join(', ')}. "azlocal-lint rules" lists them.\npreset: ${preset}`,
    `# What to compare with, to find changes that can't be made: a git ref, a folder or a file.\n${
      base === undefined ? '# base: origin/main' : `base: ${quoted(base)}`
    }`,
    `# What is never checked: patterns as in .gitignore.\n${
      ignore.length === 0 ? '# ignore: ["vendor/**"]' : `ignore: [${ignore.map(quoted).join(', ')}]`
    }`,
    ...(failOn === undefined ? [] : [`# The lowest severity that fails.\nfailOn: ${failOn}`]),
  ];
  const path = existing ?? (configNames[0] as string);
  return { path, purpose: 'configuration', text: `${parts.join('\n\n')}\n`, next: [] };
}

/** Text in double quotes: what JSON has is YAML as well. */
const quoted = (text: string): string => JSON.stringify(text);
