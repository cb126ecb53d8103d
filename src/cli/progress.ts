import type { World } from './world.ts';

/** Runs shorter than this say nothing on the way. */
const patienceMs = 1_000;

/** One line on a terminal that says what a long run is doing; it is wiped before anything else is printed. */
export class Progress {
  readonly #world: World;
  readonly #started: number;
  readonly #timer: NodeJS.Timeout | undefined;
  #text = '';
  #isShown = false;

  constructor(world: World, isQuiet: boolean) {
    this.#world = world;
    this.#started = world.now();
    // Reading files and asking git leave room for a timer; checking does not, so it announces itself.
    if (world.isErrorTerminal && !isQuiet) this.#timer = setTimeout(() => this.#show(), patienceMs).unref();
  }

  /** @param isLong whether this step by itself will try a person's patience */
  step(text: string, isLong = false): void {
    this.#text = text;
    const isLate = this.#world.now() - this.#started >= patienceMs;
    if (this.#timer && (isLate || isLong || this.#isShown)) this.#show();
  }

  end(): void {
    clearTimeout(this.#timer);
    if (this.#isShown) this.#world.stderr('\r\u001b[2K');
    this.#isShown = false;
  }

  #show(): void {
    this.#isShown = true;
    this.#world.stderr(`\r\u001b[2K${this.#text} …`);
  }
}
