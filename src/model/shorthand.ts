/**
 * Reads the shorthand of the Azure CLI, which the documentation of the network fabric writes: `{vlanId:805,name:'app'}`,
 * `[{name:a},{name:b}]`. Every single value is a text, as the command line makes of it what its schema says.
 * Undefined for anything else. Source: "Use shorthand syntax with the Azure CLI" (read 2026-11-24).
 */
export function readShorthand(text: string): unknown {
  const tokens = text.match(/\s*(?:'[^']*'|[{}[\],]|[^\s{}[\],':][^{}[\],']*)/gy) ?? [];
  if (tokens.join('').length !== text.trimEnd().length || !/^\s*[[{]/.test(text)) return undefined;
  const reader = new Reader(tokens.map((token) => token.trim()));
  const value = reader.value(0);
  return reader.isAtEnd ? value : undefined;
}

/** What is nested deeper is not read: nobody writes that. */
const deepest = 50;

class Reader {
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#next === this.#tokens.length;
  }

  /** One value; undefined ends the reading. */
  value(depth: number): unknown {
    const token = this.#tokens[this.#next++];
    if (token === undefined || depth > deepest) return this.#stop();
    if (token === '[') return this.#list(depth);
    if (token === '{') return this.#object(depth);
    if (/^[\]},]$/.test(token)) return this.#stop();
    return token === 'null' ? null : token.replace(/^'(.*)'$/s, '$1');
  }

  #list(depth: number): unknown {
    const items: unknown[] = [];
    while (!this.#take(']')) {
      items.push(this.value(depth + 1));
      if (!this.#take(',') && this.#tokens[this.#next] !== ']') return this.#stop();
    }
    return items;
  }

  #object(depth: number): unknown {
    const entries: [string, unknown][] = [];
    while (!this.#take('}')) {
      const [, name, rest = ''] = /^(\w+)\s*:\s*(.*)$/s.exec(this.#tokens[this.#next++] ?? '') ?? [];
      if (name === undefined) return this.#stop();
      entries.push([name, rest === '' ? this.value(depth + 1) : rest === 'null' ? null : rest]);
      if (!this.#take(',') && this.#tokens[this.#next] !== '}') return this.#stop();
    }
    return Object.fromEntries(entries);
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#next] !== token) return false;
    this.#next++;
    return true;
  }

  /** Not the shorthand: nothing is read any more, and the end is not reached. */
  #stop(): undefined {
    this.#next = Number.POSITIVE_INFINITY;
    return undefined;
  }
}
