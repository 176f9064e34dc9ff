import { openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import type { Message } from '../messages/message-sender.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { keepingSender } from '../testing/keeping-sender.ts'
import { aDoor, aPerson, linkIn, signedIn } from '../testing/people.ts'
import { changePassword } from './change-password.ts'
import { createSession } from './create-session.ts'
import { endAllSessions, endSession } from './end-sessions.ts'
import { makeLink } from './one-time-link.ts'
import { requestSignInLink } from './request-sign-in-link.ts'
import type { StaffDoor } from './staff-door.ts'

const password = 'ключ от гаража 7'
let database: TestDatabase
let town: BuiltCoalition
let nobody: Context
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').open(database.store)
  nobody = { store: database.store, principal: { kind: 'anonymous' } }
})
afterAll(() => database.drop())

const cashier = (email: string) => aPerson(town.member('wash').context, { email, role: 'CASHIER', password })
const attempt = (email: string, tried: string, door: StaffDoor = aDoor()) =>
  createSession(nobody, { email, password: tried, door })
const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
/** Time passes for whoever waits. */
const waitOut = () => database.store.prisma.signInDelay.updateMany({ data: { allowedAt: new Date(0) } })

describe('signing in by password', () => {
  it('takes the e-mail in any case and the password in any Unicode form', async () => {
    await cashier('Olga.K@Example.com')
    const { session, secret } = await attempt('olga.k@EXAMPLE.com', password.normalize('NFD'))
    expect(secret).toMatch(/^ss_/)
    expect(session).toMatchObject({ device: 'Firefox, Linux', network: '203.0.113.x' })
    const row = await database.store.prisma.staffSession.findUniqueOrThrow({ where: { id: session.id } })
    expect(JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? '' : value))).not.toContain(secret)
  })

  it('refuses a wrong password and an e-mail that nobody has in the same words, hashing for both', async () => {
    await cashier('known@example.com')
    const wrong = await refusalOf(attempt('known@example.com', 'not this one', aDoor('198.51.100.1')))
    const unknown = await refusalOf(attempt('stranger@example.com', 'not this one', aDoor('198.51.100.2')))
    expect(wrong).toMatchObject({ code: 'SIGN_IN_FAILED', details: {}, path: [] })
    expect(JSON.stringify(unknown)).toBe(JSON.stringify(wrong))
    const counted = await Promise.all(
      ['known@example.com', 'stranger@example.com'].map(async (email, at) => {
        for (let one = 0; one < 3; one += 1)
          await refusalOf(attempt(email, 'not this one', aDoor(`198.51.100.${at + 1}`)))
        return refusalOf(attempt(email, 'not this one', aDoor(`198.51.100.${at + 1}`)))
      }),
    )
    expect(counted.map((one) => (one as { code: string }).code)).toEqual([
      'SIGN_IN_DELAYED',
      'SIGN_IN_DELAYED',
    ])
  })

  it('lets nobody wait who has not failed, and tells the right password after the wait', async () => {
    await cashier('anna@example.com')
    for (let one = 0; one < 10; one += 1) {
      await waitOut()
      await refusalOf(attempt('anna@example.com', 'guess', aDoor('192.0.2.9')))
    }
    const early = await refusalOf(attempt('anna@example.com', password, aDoor('192.0.2.9')))
    expect(early).toMatchObject({ code: 'SIGN_IN_DELAYED', retryable: true })
    // From elsewhere the owner is not kept out.
    expect((await attempt('anna@example.com', password, aDoor('192.0.2.10'))).secret).toMatch(/^ss_/)
    await waitOut()
    expect((await attempt('anna@example.com', password, aDoor('192.0.2.9'))).secret).toMatch(/^ss_/)
    // Forgiven: three are free again.
    for (let one = 0; one < 3; one += 1)
      expect(await refusalOf(attempt('anna@example.com', 'guess', aDoor('192.0.2.9')))).toMatchObject({
        code: 'SIGN_IN_FAILED',
      })
  })

  it('waits longer each time, up to a quarter of an hour, and much shorter for an account that all the world guesses', async () => {
    await cashier('boris@example.com')
    const waits: number[] = []
    for (let one = 0; one < 16; one += 1) {
      await waitOut()
      await refusalOf(attempt('boris@example.com', 'guess', aDoor('192.0.2.20')))
      const refused = await refusalOf(attempt('boris@example.com', 'guess', aDoor('192.0.2.20')))
      if (refused && typeof refused === 'object' && 'waitSeconds' in refused)
        waits.push(refused.waitSeconds as number)
    }
    expect(waits.slice(0, 5)).toEqual([2, 4, 8, 16, 32])
    expect(waits.at(-1)).toBeGreaterThan(890)
    await waitOut()
    for (let one = 0; one < 30; one += 1) {
      await waitOut()
      await refusalOf(attempt('boris@example.com', 'guess', aDoor(`2001:db8:${one}::/64`)))
    }
    const kept = await refusalOf(attempt('boris@example.com', password, aDoor('192.0.2.21')))
    expect(kept).toMatchObject({ code: 'SIGN_IN_DELAYED' })
    expect((kept as { waitSeconds: number }).waitSeconds).toBeLessThanOrEqual(30)
  })

  it('looks at no more of a hundred guesses at once, on two processes, than at guesses one by one', async () => {
    await cashier('vera@example.com')
    const another = await openStore({ databaseUrl: database.databaseUrl })
    try {
      const guess = (store: Store) =>
        createSession(
          { ...nobody, store },
          { email: 'vera@example.com', password: 'guess', door: aDoor('192.0.2.30') },
        )
      const outcomes = await Promise.all(
        Array.from({ length: 100 }, (_, at) => refusalOf(guess(at % 2 === 0 ? database.store : another))),
      )
      const codes = outcomes.map((one) => (one as { code: string }).code)
      // Each one beyond the free ones waits twice as long as the one before, so even a slow machine lets few through.
      expect(codes.filter((code) => code === 'SIGN_IN_FAILED').length).toBeLessThan(15)
      expect(new Set(codes)).toEqual(new Set(['SIGN_IN_FAILED', 'SIGN_IN_DELAYED']))
    } finally {
      await another.close()
    }
  })
})

describe('signing in by link', () => {
  const ask = async (email: string) => {
    const letters: Message[] = []
    const works: Promise<void>[] = []
    const context = { ...nobody, sender: keepingSender(letters) }
    const door = aDoor('192.0.2.40')
    await requestSignInLink(context, { email, language: 'ru', door, later: (work) => works.push(work) })
    await Promise.all(works)
    return letters
  }

  it('sends a link that works once to who has the e-mail, and answers the same to who has not', async () => {
    await aPerson(town.member('wash').context, { email: 'link@example.com', role: 'CASHIER' })
    expect(await ask('no-one@example.com')).toEqual([])
    const [letter] = await ask('Link@example.com')
    expect(letter).toMatchObject({ channel: 'EMAIL', address: 'link@example.com', locale: 'ru' })
    const linkSecret = linkIn(letter)
    expect((await createSession(nobody, { linkSecret, door: aDoor() })).secret).toMatch(/^ss_/)
    expect(await refusalOf(createSession(nobody, { linkSecret, door: aDoor() }))).toMatchObject({
      code: 'LINK_NOT_VALID',
    })
  })

  it('takes no link that has run out, and no invitation for one', async () => {
    const { session } = await cashier('late@example.com')
    const { personId } = session
    const old = await makeLink(database.store, { personId, purpose: 'SIGN_IN', lifeMs: 0 })
    const { coalitionId, id: grantId } = await database.store.prisma.staffGrant.findFirstOrThrow({
      where: { personId },
    })
    const invitation = await makeLink(database.store, {
      ...{ personId, purpose: 'INVITATION', lifeMs: 60_000, coalitionId, grantId },
    })
    for (const linkSecret of [old, invitation, 'made up'])
      expect(await refusalOf(createSession(nobody, { linkSecret, door: aDoor() }))).toMatchObject({
        code: 'LINK_NOT_VALID',
      })
  })
})

describe('a session', () => {
  it('is ended by its person, one or all, and by no other', async () => {
    const one = await cashier('one@example.com')
    const other = await cashier('other@example.com')
    const another = await attempt('one@example.com', password)
    const mine = await signedIn(nobody, one.secret)
    expect(await refusalOf(endSession(mine, { id: other.session.id }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await endSession(mine, { id: another.session.id })).toEqual({ sessionId: another.session.id })
    await attempt('one@example.com', password)
    expect(await endAllSessions(mine, { keepThis: true })).toEqual({ ended: 1 })
    expect(await endAllSessions(mine, { keepThis: false })).toEqual({ ended: 1 })
  })

  it('ends with a changed password everywhere else, and goes on here under another secret', async () => {
    await cashier('change@example.com')
    const here = await attempt('change@example.com', password)
    const there = await attempt('change@example.com', password)
    const context = await signedIn(nobody, here.secret)
    const change = { password: 'a better one, longer', door: aDoor() }
    expect(await refusalOf(changePassword(context, { ...change, current: 'wrong' }))).toMatchObject({
      code: 'SIGN_IN_FAILED',
    })
    expect(await refusalOf(changePassword(context, { ...change, password: 'short' }))).toMatchObject({
      code: 'INVALID_INPUT',
    })
    const { secret, session } = await changePassword(context, { ...change, current: password })
    expect(session.id).toBe(here.session.id)
    await expect(signedIn(nobody, here.secret)).rejects.toThrow()
    await expect(signedIn(nobody, secret)).resolves.toBeDefined()
    const { prisma } = database.store
    const ended = await prisma.staffSession.findUniqueOrThrow({ where: { id: there.session.id } })
    expect(ended.endedAt).not.toBeNull()
    expect(await refusalOf(attempt('change@example.com', password))).toMatchObject({ code: 'SIGN_IN_FAILED' })
  })
})
