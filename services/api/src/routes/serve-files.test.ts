import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'artel-widget-'))
  await mkdir(join(directory, 'cdn', 'chunks'), { recursive: true })
  await mkdir(join(directory, 'packages'))
  await writeFile(join(directory, 'cdn', 'artel.js'), 'export {}')
  await writeFile(join(directory, 'cdn', 'chunks', 'a-1.js'), 'export const a = 1')
  await writeFile(join(directory, 'cdn', '.env'), 'SECRET=1')
  await writeFile(join(directory, 'cdn', 'notes.exe'), 'x')
  await writeFile(join(directory, 'secret.js'), 'export const secret = 1')
  await symlink(join(directory, 'secret.js'), join(directory, 'cdn', 'link.js'))
  await writeFile(join(directory, 'packages', 'artel-sdk.tgz'), 'packed')
  api = await startTestApi({ widgetDir: join(directory, 'cdn'), packagesDir: join(directory, 'packages') })
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

test('/packages/ serves the tarballs of npm', async () => {
  const response = await fetch(`${api.url}/packages/artel-sdk.tgz`)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/gzip'])
  expect(await response.text()).toBe('packed')
  expect(await rawStatus('/packages/../secret.js')).toBe(404)
})

/** Sends a path as it is written. `fetch` would normalise it. */
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
