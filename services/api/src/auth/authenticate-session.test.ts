import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { encodePublicId, endSession, revokeStaff } from '@artel/use-cases'
import { aCoalition, aPerson, type BuiltCoalition, signedIn } from '@artel/use-cases/testing'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeAuthenticateSession } from './authenticate-session.ts'

/** What the documentation promises: five seconds, and then it is over everywhere. */
const PROMISED_MS = 5_000

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').withMember('cafe').open(database.store)
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => database.drop())

/** Two processes that have seen the session just now. */
async function twoProcesses(secret: string) {
  const processes = [makeAuthenticateSession(database.store), makeAuthenticateSession(database.store)]
  for (const authenticate of processes) await authenticate(secret, null)
  return {
    after: (ms: number) => {
      const later = Date.now() + ms
      vi.spyOn(Date, 'now').mockReturnValue(later)
      return Promise.allSettled(processes.map((authenticate) => authenticate(secret, null)))
    },
  }
}

describe('what is taken away works for five seconds at most, on every process', () => {
  test('a session that was ended', async () => {
    const { secret } = await aPerson(town.member('wash').context, { email: 'a@example.com', role: 'CASHIER' })
    const { after } = await twoProcesses(secret)
    await endSession(await signedIn(town.adminContext, secret), {})
    expect(await after(PROMISED_MS)).toMatchObject(Array(2).fill({ value: null }))
  })

  test('a role that was revoked', async () => {
    const { secret, grant } = await aPerson(town.member('wash').context, {
      ...{ email: 'b@example.com', role: 'CASHIER' },
    })
    const { after } = await twoProcesses(secret)
    await revokeStaff(town.member('wash').context, { grantId: grant.id })
    expect(await after(PROMISED_MS)).toMatchObject(
      Array(2).fill({ value: { kind: 'person', lacks: 'NOTHING' } }),
    )
  })

  test('a session that nobody used for twelve hours, or that is fourteen days old', async () => {
    for (const [at, past] of [
      "last_seen_at - interval '12 hours'",
      "expires_at - interval '14 days'",
    ].entries()) {
      const { secret, session } = await aPerson(town.member('wash').context, {
        ...{ email: `old-${at}@example.com`, role: 'CASHIER' },
      })
      const change = `${past.split(' ', 1)[0]} = ${past}`
      await asSuperuser(
        database.databaseUrl,
        `update staff_session set ${change} where staff_session_id = '${session.id}'`,
      )
      expect(await makeAuthenticateSession(database.store)(secret, null)).toBeNull()
    }
  })
})

test('of several places the header says which; where the person has no role is forbidden', async () => {
  const invited = { email: 'two@example.com', role: 'CASHIER' }
  await aPerson(town.member('wash').context, invited)
  const { secret } = await aPerson(town.member('cafe').context, invited)
  const authenticate = makeAuthenticateSession(database.store)
  const [wash, cafe] = [town.member('wash').id, town.member('cafe').id]
  expect(await authenticate(secret, null)).toMatchObject({ kind: 'person', lacks: 'PLACE' })
  for (const memberId of [wash, cafe])
    expect(await authenticate(secret, encodePublicId('member', memberId))).toMatchObject({
      ...{ kind: 'member', memberId, status: 'ACTIVE' },
    })
  for (const elsewhere of [encodePublicId('coalition', town.id), encodePublicId('member', town.id)])
    await expect(authenticate(secret, elsewhere)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } })
  await expect(authenticate(secret, 'wash')).rejects.toMatchObject({ extensions: { code: 'BAD_REQUEST' } })
})

test('a made-up session is nobody', async () => {
  expect(await makeAuthenticateSession(database.store)('ss_x', null)).toBeNull()
})

test('a session by which a stream is kept open is idle all the same', async () => {
  const lastSeenOf = async (id: string) =>
    (await database.store.prisma.staffSession.findUniqueOrThrow({ where: { id } })).lastSeenAt.getTime()
  const ofStream = await aPerson(town.member('wash').context, {
    email: 'stream@example.com',
    role: 'CASHIER',
  })
  const ofRequest = await aPerson(town.member('wash').context, { email: 'till@example.com', role: 'CASHIER' })
  const [idleSince, usedSince] = [
    await lastSeenOf(ofStream.session.id),
    await lastSeenOf(ofRequest.session.id),
  ]
  await makeAuthenticateSession(database.store, { cacheMs: 500, isUse: false })(ofStream.secret, null)
  await makeAuthenticateSession(database.store)(ofRequest.secret, null)
  await expect.poll(() => lastSeenOf(ofRequest.session.id)).toBeGreaterThan(usedSince)
  expect(await lastSeenOf(ofStream.session.id)).toBe(idleSince)
})
