import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { main } from '../../src/cli/main.ts';

/**
 * A scenario is a session at a prompt, in one text file that is read from top to bottom:
 *
 *     What it shows, in a sentence.
 *
 *     === networks/net.yaml
 *     text of a file, written when the session comes here
 *
 *     ## A heading
 *
 *     $ git init -q
 *     $ azlocal-lint networks | grep AZL
 *     what it prints
 *     stderr: what it prints to standard error
 *     [exit 1]
 *
 * `azlocal-lint` is the real command line, run in this process in a folder of its own; its output may be piped, its
 * input may be a file (`< net.yaml`), and variables may stand before it. `TERMINAL=1` means that it writes to one,
 * `SLOW=1` that its clock runs fast. `ANSWERS=1.4,,no` is somebody at the
 * terminal, who answers that, then nothing, then no, and then presses Ctrl-C. `--format json | findings` and `| files` print a line for each of them.
 * Everything else is run by a shell.
 */
export async function play(scenario: string): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'azlocal-lint-')));
  try {
    const session = new Session(folder);
    const blocks: string[] = [];
    for (const block of blocksOf(scenario)) blocks.push(await session.play(block));
    return `${blocks.join('\n\n').replaceAll(/(\n\$ [^\n]*)\n\n(?=\$ )/g, '$1\n')}\n`;
  } finally {
    // Not by Node: some scenarios make paths that it can't take.
    spawnSync('rm', ['-rf', folder]);
  }
}

/** A marked line with the lines up to the next one. */
function blocksOf(scenario: string): string[] {
  return scenario.split(/^(?=(?:===|\$|##) )/m).map((block) => block.trimEnd());
}

/** Git without the settings of the machine. */
const gitSettings = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_COUNT: '2',
  GIT_CONFIG_KEY_0: 'init.defaultBranch',
  GIT_CONFIG_VALUE_0: 'main',
  GIT_CONFIG_KEY_1: 'protocol.file.allow',
  GIT_CONFIG_VALUE_1: 'always',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

class Session {
  readonly #top: string;
  readonly #env: Record<string, string | undefined>;
  #folder: string;

  constructor(folder: string) {
    this.#top = folder;
    this.#folder = folder;
    this.#env = { ...gitSettings, PATH: process.env.PATH, HOME: folder, GIT_CEILING_DIRECTORIES: dirname(folder) };
  }

  async play(block: string): Promise<string> {
    const [first = '', ...rest] = block.split('\n');
    if (first.startsWith('=== ')) {
      const path = join(this.#folder, first.slice(4));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${rest.join('\n').trimEnd()}\n`);
      return block;
    }
    return first.startsWith('$ ') ? [first, ...(await this.#run(first.slice(2)))].join('\n') : block;
  }

  async #run(line: string): Promise<string[]> {
    const [, assignments = '', command = ''] = /^((?:[A-Z_]+=\S* )*)(.*)$/.exec(line) ?? [];
    if (command.startsWith('cd ')) {
      this.#folder = resolve(this.#folder, command.slice(3));
      return [];
    }
    if (!/^azlocal-lint\b/.test(command)) {
      const { output, code } = this.#shell(line, '');
      return [...this.#lines(output), ...(code === 0 ? [] : [`[exit ${code}]`])];
    }
    const variables = Object.fromEntries(
      assignments.split(' ').flatMap((one) => (one === '' ? [] : [/^([^=]+)=(.*)$/.exec(one)?.slice(1) ?? []])),
    ) as Record<string, string>;
    const { stdout, stderr, code } = await this.#lint(command, variables);
    return [...this.#lines(stdout), ...this.#lines(stderr).map((row) => `stderr: ${row}`), `[exit ${code}]`];
  }

  async #lint(command: string, variables: Record<string, string>) {
    const [own = '', pipe] = command.split(/ \| (.*)/s);
    const [args = '', input] = own.split(/ < /);
    const printed = { stdout: '', stderr: '' };
    let clock = 0;
    const { TERMINAL, SLOW, ANSWERS, ...env } = variables;
    const answers = ANSWERS?.split(',');
    const code = await main(words(args).slice(1), {
      cwd: this.#folder,
      env: { ...this.#env, ...env },
      isTerminal: TERMINAL !== undefined,
      isErrorTerminal: TERMINAL !== undefined,
      width: 100,
      stdout: (text) => {
        printed.stdout += text;
      },
      stderr: (text) => {
        printed.stderr += text;
      },
      ...(answers === undefined
        ? {}
        : {
            converse: async () => ({
              ask: async (question) => {
                const answer = answers.shift();
                printed.stdout += `${question}${answer ?? '^C'}\n`;
                return answer;
              },
              end: () => undefined,
            }),
          }),
      stdin: async () => (input === undefined ? Buffer.alloc(0) : readFileSync(join(this.#folder, input))),
      today: '2026-11-24',
      now: () => {
        clock += SLOW === undefined ? 0 : 600;
        return clock;
      },
    });
    return { stdout: this.#pipe(printed.stdout, pipe), stderr: printed.stderr, code };
  }

  #pipe(text: string, pipe: string | undefined): string {
    if (pipe === undefined) return text;
    const [first = '', rest] = pipe.split(/ \| (.*)/s);
    const rows = text === '' ? [] : report[first]?.(JSON.parse(text));
    return rows ? this.#pipe(rows.map((row) => `${row}\n`).join(''), rest) : this.#shell(pipe, text).output;
  }

  #shell(command: string, input: string): { output: string; code: number | null } {
    const { stdout, status } = spawnSync('sh', ['-c', `exec 2>&1; ${command}`], {
      cwd: this.#folder,
      env: this.#env as NodeJS.ProcessEnv,
      input,
      encoding: 'utf8',
    });
    return { output: stdout, code: status };
  }

  /** What was printed, without what differs between machines; escape codes and carriage returns made visible. */
  #lines(text: string): string[] {
    if (text === '') return [];
    const same = text.replaceAll(this.#top, '<folder>').replaceAll('\u001b', '\\e').replaceAll('\r', '\\r');
    return same.trimEnd().split('\n');
  }
}

interface JsonReport {
  readonly findings: { path: string; line: number; column: number; severity: string; ruleId: string }[];
  readonly files: { path: string; outcome: string; reason: string }[];
}

/** A JSON report in lines. */
const report: Record<string, (report: JsonReport) => string[]> = {
  findings: ({ findings }) =>
    findings.map(({ path, line, column, severity, ruleId }) => `${path}:${line}:${column} ${severity} ${ruleId}`),
  files: ({ files }) => files.map(({ path, outcome, reason }) => `${outcome} ${path} (${reason})`),
};

/** Words as a shell has them: quotes keep together what is in them. */
const words = (command: string): string[] =>
  [...command.matchAll(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  );
