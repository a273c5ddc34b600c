/** What is otherwise on Windows. Each takes the platform, so that its test runs anywhere. */
import { win32 } from 'node:path'

/** What of a process is asked here. */
export interface Host {
  readonly platform: string
  isTerminal(descriptor: number): boolean
  stream(descriptor: number): { write(text: string): unknown }
}

const thisHost: Host = {
  platform: process.platform,
  isTerminal: (descriptor) => process.getBuiltinModule('node:tty').isatty(descriptor),
  stream: (descriptor) => (descriptor === 2 ? process.stderr : process.stdout),
}

/**
 * The stream of a console of Windows, which knows the characters whatever code page the console has; bytes of UTF-8 are taken for
 * that code page, in China 936, and come out as other characters. Undefined for everything else: files and pipes take bytes.
 */
export function consoleOf(descriptor: number, host: Host = thisHost): { write(text: string): unknown } | undefined {
  const isConsole = host.platform === 'win32' && (descriptor === 1 || descriptor === 2) && host.isTerminal(descriptor)
  return isConsole ? host.stream(descriptor) : undefined
}

/** A pattern as the matcher wants it: there `\` takes away the meaning of the next character, on Windows it parts folders. */
export const slashed = (pattern: string, platform: string = process.platform): string =>
  platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern

/** What a pattern found, written as the user of this system writes paths. */
export const ownSlashes = (path: string, platform: string = process.platform): string =>
  platform === 'win32' ? win32.normalize(path) : path

/** Devices, with whatever extension: `aux.docx` is the serial port. NUL alone is a good place for what nobody wants. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i

/** Whether Windows takes `path` for a device, so that no file can have that name. */
export function isDeviceName(path: string, platform: string = process.platform): boolean {
  if (platform !== 'win32') return false
  const name = win32.basename(path)
  const [stem = ''] = name.split('.', 1)
  return devices.test(stem.trimEnd()) && name.toLowerCase() !== 'nul'
}
