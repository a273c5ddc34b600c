/** The formats that `--format` knows, by name. Names only: the command line lists them before it loads any. */

/** Loaded with every check. */
export const firstFormats = ['pretty', 'compact', 'json'] as const

/** Loaded when they are asked for (more.ts). */
export const moreFormats = ['ndjson', 'sarif', 'junit', 'checkstyle', 'github', 'gitlab', 'rdjson', 'html'] as const

export const formats = [...firstFormats, ...moreFormats] as const

export type MoreFormat = (typeof moreFormats)[number]
export type AnyFormat = (typeof formats)[number]
