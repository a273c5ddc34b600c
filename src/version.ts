// Written by `npm run generate` from package.json. Do not edit.

/** The version of hegao that is told in JSON and by `--version`. */
export const version = '0.1.0'
