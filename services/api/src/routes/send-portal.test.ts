import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const portalDir = mkdtempSync(join(tmpdir(), 'artel-portal-'))
let api: TestApi

beforeAll(async () => {
  mkdirSync(join(portalDir, 'assets'))
  writeFileSync(
    join(portalDir, 'index.html'),
    '<meta nonce="ARTEL_NONCE"><script nonce="ARTEL_NONCE"></script>',
  )
  writeFileSync(join(portalDir, 'assets', 'main-1a2b.js'), 'export {}')
  api = await startTestApi({ portalDir })
})
afterAll(async () => {
  await api.stop()
  rmSync(portalDir, { recursive: true })
})

test('every address below /portal has the one page, under a policy with a nonce of its own', async () => {
  const nonces = new Set<string>()
  for (const path of ['/portal', '/portal/', '/portal/mbr_1/sales?from=2026-01-01']) {
    const response = await fetch(`${api.url}${path}`)
    const nonce = /nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? ''
    expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 200, 'no-cache'])
    expect(await response.text()).toBe(`<meta nonce="${nonce}"><script nonce="${nonce}"></script>`)
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(3)
})

test('its files may be kept for good, and one that is not there is no page', async () => {
  const file = await fetch(`${api.url}/portal/assets/main-1a2b.js`)
  expect([file.status, file.headers.get('cache-control')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ])
  expect((await fetch(`${api.url}/portal/assets/main-0000.js`)).status).toBe(404)
})

test('links of letters lead on to the portal', async () => {
  for (const screen of ['sign-in', 'invitation']) {
    const response = await fetch(`${api.url}/${screen}`, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([302, `/portal/${screen}`])
  }
})
