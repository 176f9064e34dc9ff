import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { ownWords } from '../testing/own-words.ts'
import { runCommand } from '../testing/run-command.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ handle: 'zarechye' }).withMember('wash').open(database.store)
})
afterAll(() => database.drop())

async function webhook(...args: string[]) {
  const env = { DATABASE_URL: database.databaseUrl, ARTEL_PRIVATE_WEBHOOKS: '1' }
  const { code, stdout, stderr } = await runCommand(['webhook', ...args, '--coalition', 'zarechye'], { env })
  return { code, stdout, stderr: ownWords(stderr) }
}

test("a member's endpoint is made, tried, paused, changed and deleted with its key, and is the member's alone", async () => {
  const key = ['--key', town.member('wash').apiKey]
  const made = await webhook(
    'create',
    '--url',
    'http://localhost:9/a',
    '--events',
    'purchase.recorded',
    ...key,
  )
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(made.stdout).toMatch(/signed with whsec_\S+, which is shown this once/)
  const listed = await webhook('list', '--json', ...key)
  const [{ id = '', ...endpoint } = {}] = JSON.parse(listed.stdout).endpoints
  expect(endpoint).toEqual({
    ...{ url: 'http://localhost:9/a', status: 'ACTIVE', query: null },
    eventKinds: ['purchase.recorded'],
  })
  expect(listed.stdout).not.toContain('whsec_')
  expect((await webhook('list')).stdout).toBe('There is none yet.\n')
  const tried = await webhook('test', '--id', id, '--lang', 'ru', ...key)
  expect(tried.stdout).toMatch(/whd_\S+\s+webhook\.test\s+\d\d\.\d\d\.\d{4}.*ждёт\s+0/)
  const deliveries = JSON.parse((await webhook('deliveries', '--id', id, '--json', ...key)).stdout).deliveries
  expect(deliveries).toMatchObject([{ eventKind: 'webhook.test', status: 'PENDING', lastOutcome: null }])
  expect((await webhook('replay', '--id', deliveries[0].id, ...key)).code).toBe(0)
  expect((await webhook('pause', '--id', id, ...key)).stdout).toContain('paused')
  expect(await webhook('test', '--id', id, ...key)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('WEBHOOK_PAUSED'),
  })
  expect((await webhook('resume', '--id', id, ...key)).stdout).toContain('active')
  expect((await webhook('rotate', '--id', id, '--hours', '0', '--json', ...key)).stdout).toContain('whsec_')
  const elsewhere = await webhook('update', '--id', id, '--url', 'http://localhost:9/b', ...key)
  expect(elsewhere.stdout).toContain('http://localhost:9/b')
  expect((await webhook('delete', '--id', id, ...key)).stdout).toBe('There is none yet.\n')
})

test('what is wrong is said in one line', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'artel-webhook-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  const query = join(directory, 'query.graphql')
  writeFileSync(query, 'query ($id: ID!) { purchase(by: { id: $id }) { nothingLikeThis } }')
  const create = ['create', '--url', 'http://localhost:9/a', '--key', town.adminKey]
  expect(await webhook(...create, '--query', query)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^[^\n]*nothingLikeThis[^\n]*\[WEBHOOK_QUERY_REFUSED\]\n$/),
  })
  expect(await webhook(...create, '--events', 'no.such')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^[^\n]*purchase\.recorded[^\n]*\n$/),
  })
  expect(await webhook('pause', '--id', 'whd_1', '--lang', 'ru')).toMatchObject({
    code: 2,
    stderr: '--id должен быть номером вида whe_...; указано «whd_1».\n',
  })
})
