import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { createApiKey } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownWords } from '../testing/own-words.ts'
import { runCommand } from '../testing/run-command.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ handle: 'zarechye' }).withMember('wash').withMember('cafe').open(database.store)
})
afterAll(() => database.drop())

const till = Object.assign(tillBy(undefined), { by: tillBy })

function tillBy(key: string | undefined) {
  return (...args: string[]) => run(args, key)
}

async function run(args: readonly string[], key = '') {
  const { code, stdout, stderr } = await runCommand(['till', ...args, '--coalition', 'zarechye'], {
    env: { DATABASE_URL: database.databaseUrl, ARTEL_KEY: key },
  })
  return { code, stdout, stderr: ownWords(stderr) }
}

test('a till is registered for a member, shown with its secret once, and revoked by its own member alone', async () => {
  const made = await till('register', '--member', 'wash', '--name', 'Bay 1', '--place', 'Gate', '--json')
  expect(made).toMatchObject({ code: 0, stderr: '' })
  const { tills, secret } = JSON.parse(made.stdout)
  expect(secret).toMatch(/^tl_/)
  expect(tills).toMatchObject([
    { name: 'Bay 1', place: 'Gate', member: 'wash', idleMinutes: 15, revokedAt: null },
  ])
  const listed = await till('list', '--lang', 'ru')
  expect(listed.stdout).toContain('действует')
  expect(listed.stdout).not.toContain(secret)
  const [{ id }] = tills
  const foreign = await till('revoke', '--id', id, '--key', town.member('cafe').apiKey)
  expect(foreign).toMatchObject({ code: 1, stdout: '' })
  const revoked = await till('revoke', '--id', id, '--key', town.member('wash').apiKey)
  expect(revoked.stdout).toContain('revoked')
  expect(await till('revoke', '--id', 'mbr_x')).toMatchObject({ code: 2 })
  // A key lists what it may see in the API, and no more; it is not an argument that others see.
  const own = await createApiKey(town.member('cafe').context, { name: 'desk' })
  const sales = await createApiKey(town.member('cafe').context, { name: 'till', scopes: ['purchases:write'] })
  const none = await till.by(own.secret)('list', '--json')
  expect(JSON.parse(none.stdout)).toEqual({ tills: [] })
  expect(await till.by(sales.secret)('list', '--json')).toMatchObject({ code: 1, stdout: '' })
})
