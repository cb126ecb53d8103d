/** What runs hooks before a commit; lint-staged, which husky runs, stands before it. */
export const hookManagers = ['pre-commit', 'lefthook', 'lint-staged', 'husky'] as const;
export type HookManager = (typeof hookManagers)[number];
export const hookWords = [...hookManagers, 'none'] as const;

/** What checks pull requests. */
export const hosts = ['github', 'azure', 'gitlab'] as const;
export type Host = (typeof hosts)[number];
export const hostWords = [...hosts, 'none'] as const;
