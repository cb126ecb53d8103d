import { type Preset, presets } from '../../engine/rule.ts';
import { unknownWord } from '../../engine/unknown.ts';
import { defaultRelease, type Release, releases } from '../../model/release.ts';
import type { Thresholds } from '../judge.ts';
import { type Conversation, UsageError } from '../world.ts';
import type { Surroundings } from './surroundings.ts';
import { hookWords, hostWords } from './words.ts';

/** What a set-up is made of. */
export interface Choices {
  readonly release: Release;
  readonly preset: Preset;
  /** What to compare with; undefined for nothing. */
  readonly base: string | undefined;
  readonly ignore: readonly string[];
  readonly failOn: Thresholds['failOn'] | undefined;
  readonly hook: (typeof hookWords)[number];
  readonly check: (typeof hostWords)[number];
  /** Whether findings go to code scanning. */
  readonly upload: boolean;
}

/** What is chosen when nobody is asked: what was detected, and the linter's own defaults. */
export function detected({ isRepository, base, hookManager, host }: Surroundings): Choices {
  return {
    release: defaultRelease,
    preset: 'recommended',
    base,
    ignore: [],
    failOn: undefined,
    hook: isRepository ? (hookManager ?? 'pre-commit') : 'none',
    check: isRepository ? (host?.name ?? 'none') : 'none',
    upload: false,
  };
}

/**
 * Asks for what can't be seen, with what was detected as the answer of an empty line. What a file decides that is there
 * already is not asked.
 *
 * @param isBase whether there is something to compare with by that name
 * @throws UsageError when the person stops
 */
export async function ask(
  choices: Choices,
  { isRepository, configuration }: Surroundings,
  conversation: Conversation,
  isBase: (name: string) => Promise<boolean>,
): Promise<Choices> {
  const line = async (question: string, usual: string): Promise<string> => {
    const answer = await conversation.ask(`${question} [${usual}] `);
    if (answer === undefined) throw new UsageError('stopped. Nothing was written.');
    return answer.trim() || usual;
  };
  const oneOf = async <T extends string>(question: string, words: readonly T[], usual: T): Promise<T> => {
    for (let why = ''; ; ) {
      const answer = await line(`${why}${question} (${words.join(', ')})`, usual);
      const word = words.find((one) => one === answer.toLowerCase());
      if (word !== undefined) return word;
      why = `${unknownWord('choice', answer, words)}\n`;
    }
  };
  const base = async (usual: string): Promise<string | undefined> => {
    for (let why = ''; ; ) {
      const answer = await line(`${why}What are changes compared with: a branch, a folder, or none?`, usual);
      if (answer === 'none') return undefined;
      if (await isBase(answer)) return answer;
      why = `"${answer}" is neither a commit, a folder nor a file.\n`;
    }
  };
  let chosen = choices;
  if (configuration === undefined) {
    chosen = {
      ...chosen,
      release: await oneOf('Which release of the platform do you deploy to?', releases, chosen.release),
      preset: await oneOf('Which rules?', presets, chosen.preset),
      base: await base(chosen.base ?? 'none'),
    };
  }
  if (!isRepository) return chosen;
  const hook = await oneOf('Check each commit, with which hook manager?', hookWords, chosen.hook);
  const check = await oneOf('Check pull requests, on which host?', hostWords, chosen.check);
  const upload = check === 'github' && (await oneOf(uploadQuestion, ['yes', 'no'], chosen.upload ? 'yes' : 'no'));
  return { ...chosen, hook, check, upload: upload === 'yes' };
}

const uploadQuestion = 'Show findings in code scanning as well? It takes a public repository, or GitHub Code Security.';

/** The last question. @throws UsageError when the answer is not yes */
export async function confirm(count: number, conversation: Conversation): Promise<void> {
  const answer = await conversation.ask(`Write ${count === 1 ? 'it' : `these ${count} files`}? [yes] `);
  if (answer === undefined || !/^(y|yes|)$/i.test(answer.trim())) throw new UsageError('stopped. Nothing was written.');
}
