import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../errors/error-codes.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const PAGE = 'https://wash.example'

let api: TestApi
let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'artel-widget-'))
  await mkdir(join(directory, 'cdn', 'chunks'), { recursive: true })
  await writeFile(join(directory, 'cdn', 'artel.js'), 'export {}')
  await writeFile(join(directory, 'cdn', 'chunks', 'a-1.js'), 'export const a = 1')
  await writeFile(join(directory, 'cdn', '.env'), 'SECRET=1')
  await writeFile(join(directory, 'cdn', 'notes.exe'), 'x')
  await writeFile(join(directory, 'secret.js'), 'export const secret = 1')
  await symlink(join(directory, 'secret.js'), join(directory, 'cdn', 'link.js'))
  api = await startTestApi({ widgetDir: join(directory, 'cdn') })
  await aCoalition()
    .withMember('wash', { allowedOrigins: [PAGE] })
    .open(api.store)
})
afterAll(async () => {
  await api.stop()
  await rm(directory, { recursive: true })
})

describe('/widget/', () => {
  test('serves the files of the widget to every page', async () => {
    for (const path of ['artel.js', 'chunks/a-1.js']) {
      const response = await fetch(`${api.url}/widget/${path}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('cache-control')).toBe('no-cache')
    }
  })

  test('answers 304 to a browser that has the file, and no body to HEAD', async () => {
    const etag = (await fetch(`${api.url}/widget/artel.js`)).headers.get('etag') ?? ''
    expect((await fetch(`${api.url}/widget/artel.js`, { headers: { 'if-none-match': etag } })).status).toBe(
      304,
    )
    const head = await fetch(`${api.url}/widget/artel.js`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  test.each([
    '/widget/../secret.js',
    '/widget/%2e%2e/secret.js',
    '/widget/..%2fsecret.js',
    '/widget/chunks/../../secret.js',
    '/widget/chunks//a-1.js',
    '/widget/link.js',
    '/widget/.env',
    '/widget/notes.exe',
    '/widget/',
    '/widget/chunks',
    '/widget/artel.js%00.png',
    '/widget/nothing.js',
    '/graphiql/../package.json',
  ])('gives nothing away at %s', async (path) => {
    expect(await rawStatus(path)).toBe(404)
  })
})

describe('CORS', () => {
  const preflight = (origin: string) =>
    fetch(`${api.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })

  test('an allowed origin of a member may call, exactly', async () => {
    const response = await preflight(PAGE)
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe(PAGE)
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    expect(response.headers.get('vary')).toContain('Origin')
    const call = await api.call('{ viewer { kind } }', {}, { headers: { origin: PAGE } })
    expect([call.status, call.headers.get('access-control-allow-origin')]).toEqual([200, PAGE])
    expect(call.headers.get('access-control-expose-headers')).toContain('x-request-id')
  })

  test('a page can read why it was refused', async () => {
    const call = await api.call(
      '{ viewer { kind } }',
      {},
      { headers: { origin: PAGE, authorization: 'Bearer nothing' } },
    )
    expect([call.status, call.headers.get('access-control-allow-origin')]).toEqual([401, PAGE])
  })

  test.each([
    'https://evil.example',
    'https://wash.example.evil.example',
    'http://wash.example',
    'https://WASH.example',
    'null',
    `${PAGE}:8443`,
  ])('the origin %s is not allowed', async (origin) => {
    const response = await preflight(origin)
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null])
  })
})

describe('pages', () => {
  test('/ links to everything that is there', async () => {
    const html = await (await fetch(`${api.url}/`)).text()
    for (const href of ['/graphiql', '/errors', '/widget/artel.js', '/healthz', '/readyz'])
      expect(html).toContain(`href="${href}"`)
  })

  test('/errors explains every code, under a strict policy', async () => {
    const response = await fetch(`${api.url}/errors`)
    const html = await response.text()
    for (const code of Object.keys(ERROR_CODES)) expect(html).toContain(`id="${code}"`)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

/** Sends a path as it is written: fetch would tidy it up first. */
function rawStatus(path: string): Promise<number> {
  const { hostname, port } = new URL(api.url)
  return new Promise((resolve, reject) => {
    httpRequest({ hostname, port, path }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}
