import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { buildWidget } from './build-widget.ts'

const room = new URL('..', import.meta.url)

test('all elements together stay within 25 kB gzip', async () => {
  const bytes = gzipSync(await buildWidget(), { level: 9 }).length
  expect(bytes).toBeLessThanOrEqual(25_000)
})

test('the built module carries hashes, not documents, and no way to run text as code', async () => {
  const code = await buildWidget()
  const manifest: Record<string, string> = JSON.parse(
    await readFile(new URL('../schema/persisted-operations.json', room), 'utf8'),
  )
  expect(Object.keys(manifest).length).toBeGreaterThan(0)
  for (const hash of Object.keys(manifest)) expect(code).toContain(hash)
  expect(code).not.toContain('fragment Account on')
  expect(code).not.toMatch(/\beval\(|new Function\(/)
})

test('importing on a server defines nothing and throws nothing', async () => {
  const built = await build({
    root: room.pathname,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: ['@artel/sdk'] },
    build: { ssr: 'src/index.ts', write: false },
  })
  const chunk = 'output' in built ? built.output[0] : undefined
  const file = new URL(
    `data:text/javascript,${encodeURIComponent((chunk?.code ?? '').replaceAll('from "lit"', `from "${import.meta.resolve('lit')}"`).replaceAll('from "lit/directives/live.js"', `from "${import.meta.resolve('lit/directives/live.js')}"`))}`,
  )
  const widget = await import(file.href)
  expect(() => widget.defineArtelElements()).not.toThrow()
  expect(typeof widget.ArtelWallet).toBe('function')
})
