// Written by `npm run docs`. Do not edit.

/** The example of each rule that `azlocal-lint explain` shows: its fixtures without marks. */
export const examples: Readonly<Record<string, { readonly bad: string; readonly good: string }>> = {};
