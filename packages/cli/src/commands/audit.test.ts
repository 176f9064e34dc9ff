import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { encodePublicId, suspendMember } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../testing/run-command.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ handle: 'zarechye' }).withMember('wash').open(database.store)
  await suspendMember(town.adminContext, { memberId: town.member('wash').id })
})
afterAll(() => database.drop())

async function artel(...args: string[]) {
  const env = { DATABASE_URL: database.databaseUrl }
  const { code, stdout, stderr } = await runCommand([...args], { env })
  return { code, stdout, stderr }
}
const audit = (...args: string[]) => artel('audit', ...args, '--coalition', 'zarechye')

test('the log is shown newest first, and exported whole and oldest first, with ids as the API has them', async () => {
  const shown = await audit('list', '--limit', '1')
  expect(shown).toMatchObject({ code: 0, stderr: '' })
  expect(shown.stdout).toMatch(/key_\w+ +memberSuspend +mbr_\w+ +DONE +status ACTIVE -> SUSPENDED/)
  const lines = (await audit('list', '--jsonl')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ position }) => position)).toEqual(lines.map((_, at) => String(at + 1)))
  expect(lines.at(-1)).toMatchObject({
    ...{ act: 'memberSuspend', memberId: encodePublicId('member', town.member('wash').id) },
    details: { status: { before: 'ACTIVE', after: 'SUSPENDED' } },
  })
  const csv = (await audit('list', '--csv', '--act', 'memberSuspend', '--from', '2000-01-01')).stdout
  expect(csv.split('\r\n')).toHaveLength(3)
  expect(csv).toContain('"{""status"":{""before"":""ACTIVE"",""after"":""SUSPENDED""}}"')
})

test('a log that was changed is named by `audit verify` and by `verify`, and a head that was written down shows what was cut off', async () => {
  const head = (await audit('head')).stdout.trim()
  expect(head).toMatch(/^\d+:[0-9a-f]{64}$/)
  const whole = await audit('verify', '--expect-head', head)
  expect(whole).toMatchObject({ code: 0, stdout: expect.stringContaining(head) })
  expect((await artel('verify')).stdout).toContain(head)
  await asSuperuser(database.databaseUrl, 'update audit_event set times = 2 where position = 1')
  const changed = await audit('verify', '--lang', 'ru')
  expect(changed.code).toBe(1)
  expect(changed.stdout).toMatch(/Журнал не такой[\s\S]*audit_event \{"position":"1"\}.*AUDIT_HASH/)
  expect(await artel('verify')).toMatchObject({ code: 1, stdout: expect.stringContaining('AUDIT_HASH') })
})
