/**
 * Loads what must stay outside the program: packages too large to be built into it or chosen by the user, and the user's own
 * files. The built program has no `import()` of its own (it is CommonJS run from V8's cache), so its loader lends it one:
 * `scripts/build.mjs` puts that in the place of this file.
 */

/** As `import(specifier)`: a package's name or a `file:` URL. Rejects as that does. */
export const importModule = (specifier: string): Promise<unknown> => import(specifier)
