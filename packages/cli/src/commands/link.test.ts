import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { updateMember } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownWords } from '../testing/own-words.ts'
import { runCommand } from '../testing/run-command.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ handle: 'zarechye' }).withMember('wash').withMember('cafe').open(database.store)
  await updateMember(town.member('wash').context, { linkPages: ['https://wash.example/'] })
})
afterAll(() => database.drop())

async function link(...args: string[]) {
  const { code, stdout, stderr } = await runCommand(['link', ...args, '--coalition', 'zarechye'], {
    env: { DATABASE_URL: database.databaseUrl, ARTEL_PUBLIC_URL: 'https://artel.example/' },
  })
  return { code, stdout, stderr: ownWords(stderr) }
}

test('a link is made, listed with what came of it, printed as a QR code and archived', async () => {
  const made = await link('create', '--member', 'wash', '--source', 'cafe', '--name', 'Flyer', '--json')
  expect(made).toMatchObject({ code: 0, stderr: '' })
  const [first] = JSON.parse(made.stdout).links
  expect(first).toMatchObject({
    ...{ name: 'Flyer', source: 'cafe', member: 'wash', clicks: 0, purchases: 0, status: 'ACTIVE' },
    url: `https://artel.example/r/${first.code}`,
  })
  expect((await link('qr', '--id', first.id)).stdout).toMatch(/^<svg .*<\/svg>\n$/)
  const other = first.id.slice(0, -1) + (first.id.endsWith('1') ? '2' : '1')
  expect((await link('qr', '--id', other)).code).toBe(1)
  const archived = await link('archive', '--id', first.id, '--lang', 'ru')
  expect(archived.stdout).toContain('в архиве')
  expect(await link('archive', '--id', 'mbr_x')).toMatchObject({ code: 2 })
})

test('what is refused says what to do', async () => {
  const foreign = await link(
    ...['create', '--member', 'wash', '--name', 'x', '--target', 'https://evil.example/', '--lang', 'en'],
  )
  expect(foreign).toMatchObject({ code: 1, stdout: '' })
  expect(foreign.stderr).toContain('Must lie on a page that the member allows links to')
  const keyed = await link('list', '--key', town.member('cafe').apiKey, '--json')
  expect(JSON.parse(keyed.stdout).links).toHaveLength(1)
})
