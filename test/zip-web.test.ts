/** The tests of zips once more, on the port of browsers. What they pack they pack with zlib: our own deflate is slow at bombs. */
import { vi } from 'vitest'

vi.mock('#platform', async () => {
  const [{ platform }, { deflateRawSync }] = await Promise.all([import('../src/platform/web.ts'), import('node:zlib')])
  return { platform: { ...platform, deflateRaw: deflateRawSync } }
})

await import('./zip.test.ts')
