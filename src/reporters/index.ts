import type { Reporter } from './reporter.ts';

export type { Reporter, ReporterOptions } from './reporter.ts';

/** The formats, each loaded when it is asked for. */
export const reporters = {
  text: async (): Promise<Reporter> => (await import('./text.ts')).text,
  json: async (): Promise<Reporter> => (await import('./json.ts')).json,
  sarif: async (): Promise<Reporter> => (await import('./sarif.ts')).sarif,
  markdown: async (): Promise<Reporter> => (await import('./markdown.ts')).markdown,
  github: async (): Promise<Reporter> => (await import('./github.ts')).github,
  azure: async (): Promise<Reporter> => (await import('./azure.ts')).azure,
  gitlab: async (): Promise<Reporter> => (await import('./gitlab.ts')).gitlab,
  junit: async (): Promise<Reporter> => (await import('./junit.ts')).junit,
  rdjson: async (): Promise<Reporter> => (await import('./rdjson.ts')).rdjson,
} as const;

export type Format = keyof typeof reporters;

/** Names of the formats, as `--format` takes them. */
export const formatNames = Object.keys(reporters) as readonly Format[];
