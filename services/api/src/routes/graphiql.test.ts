import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from '@artel/test-browser'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { parse, validate } from 'graphql'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXAMPLES } from '../../graphiql/examples.ts'
import { schema } from '../graphql/schema.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const DIST = fileURLToPath(new URL('../../dist/graphiql', import.meta.url))

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  await build({
    configFile: fileURLToPath(new URL('../../graphiql/vite.config.ts', import.meta.url)),
    logLevel: 'error',
  })
  api = await startTestApi()
  town = await aCoalition().withMember('wash').open(api.store)
})
afterAll(() => api.stop())

test('every example of the page fits the schema', () => {
  expect(EXAMPLES.flatMap(({ query }) => validate(schema, parse(query)))).toEqual([])
  for (const { variables } of EXAMPLES) expect(() => JSON.parse(variables ?? '{}')).not.toThrow()
})

test('nothing that is built loads from elsewhere', async () => {
  const files = (await readdir(DIST, { recursive: true })).filter((name) => /\.(html|css)$/.test(name))
  expect(files).toContain('index.html')
  for (const name of files) {
    const text = await readFile(join(DIST, name), 'utf8')
    expect([
      name,
      text.match(
        /(src|href)="(https?:)?\/\/[^"]*"|url\(["']?(https?:)?\/\/[^)]*|@import\s+["'](https?:)?\/\//g,
      ),
    ]).toEqual([name, null])
  }
})

test('the page asks nobody but this API, obeys its policy, and runs an operation with the key that its link brought', async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const asked = new Set<string>()
    const complaints: string[] = []
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url())) asked.add(new URL(request.url()).origin)
    })
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    const response = await page.goto(`${api.url}/graphiql#key=${town.member('wash').apiKey}`)
    expect(response?.headers()['content-security-policy']).toContain("script-src 'self'")
    expect(await page.getByLabel('API key').inputValue()).toBe(town.member('wash').apiKey)
    expect(page.url()).toBe(`${api.url}/graphiql`)
    // The button is there before the editor is: press it until it takes.
    const execute = page.getByRole('button', { name: /execute query/i })
    const pressAndRead = async () => {
      if (await execute.isVisible()) await execute.click()
      return page.locator('.result-window').innerText()
    }
    await expect.poll(pressAndRead, { interval: 500 }).toContain('"MEMBER"')
    expect([...asked]).toEqual([api.url])
    expect(complaints).toEqual([])
  } finally {
    await browser.close()
  }
})
