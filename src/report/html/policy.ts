/** What the page may do: show its own style and run its own script, and nothing else. */

/** SHA-256 of `style` and of `script` in base64: whoever changes them puts the new ones here (a test says which). */
export const styleHash = 'l0FheD3NZ5LqM64Bn2lobMv4c1I0td3hy44IVO3ePFw='
export const scriptHash = 'N/ZMkxr8KWt+RC9EEpwIPjdZoDl87Zr9sYVoFMh89rY='

export const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`
