/**
 * What the engine may know of the machine beside the language: these globals, which Node and browsers share. It is checked with
 * nothing else (tsconfig.engine.json): no types of Node, no DOM.
 */

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean })
  decode(bytes?: Uint8Array): string
}

declare class TextEncoder {
  encode(text: string): Uint8Array
}

declare const performance: { now(): number }
