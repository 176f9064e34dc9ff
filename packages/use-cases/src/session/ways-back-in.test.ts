import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { PermissionError } from '../errors/system-error.ts'
import type { Message } from '../messages/message-sender.ts'
import { inviteStaff } from '../staff/invite-staff.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { keepingSender } from '../testing/keeping-sender.ts'
import { aDoor, aPerson, codeOf, lackOf, signedIn } from '../testing/people.ts'
import { changePassword } from './change-password.ts'
import { createSession } from './create-session.ts'
import { endAllSessions, endSession } from './end-sessions.ts'
import { makeLink } from './one-time-link.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { confirmSession, confirmTotp, enrolTotp } from './second-factor.ts'
import { STORED_SESSION_SELECT, sessionPrincipal } from './session-principal.ts'
import { hashSecret } from './session-secret.ts'

const password = 'ключ от гаража 7'
const door = aDoor()
let database: TestDatabase
let town: BuiltCoalition
let nobody: Context
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').open(database.store)
  nobody = { store: database.store, principal: { kind: 'anonymous' } }
})
afterAll(() => database.drop())

const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
const byPassword = (email: string, tried = password) =>
  createSession(nobody, { email, password: tried, door })
async function byLink(personId: string) {
  const linkSecret = await makeLink(database.store, { personId, purpose: 'SIGN_IN', lifeMs: 60_000 })
  return createSession(nobody, { linkSecret, door })
}
const administrator = (email: string) =>
  aPerson(town.adminContext, { email, role: 'COALITION_ADMIN', password })
async function enrolled(email: string) {
  const { secret, session } = await administrator(email)
  const first = await signedIn(nobody, secret)
  const { secret: totp } = await enrolTotp(first, { door })
  const { recoveryCodes } = await confirmTotp(first, { code: codeOf(totp), door })
  return { totp, recoveryCodes, personId: session.personId }
}

describe('a session that has not given the second factor', () => {
  it('ends itself and nothing else', async () => {
    await enrolled('thief@example.com')
    const other = await byPassword('thief@example.com')
    const { secret, session } = await byPassword('thief@example.com')
    const thief = await signedIn(nobody, secret)
    expect(await refusalOf(endSession(thief, { id: other.session.id }))).toBeInstanceOf(PermissionError)
    expect(await refusalOf(endAllSessions(thief, { keepThis: true }))).toBeInstanceOf(PermissionError)
    const open = { personId: session.personId, endedAt: null }
    const standing = await database.store.prisma.staffSession.count({ where: open })
    expect(await endSession(thief, {})).toEqual({ sessionId: session.id })
    expect(await database.store.prisma.staffSession.count({ where: open })).toBe(standing - 1)
  })
})

describe('a role that demands a second factor which there is not', () => {
  it('lets who has the password alone change nothing of the account, wherever they act, and who came by a link', async () => {
    const email = 'unenrolled@example.com'
    const { session } = await administrator(email)
    const { personId } = session
    const change = { current: password, password: 'a better one, longer', door }
    const other = await byLink(personId)
    const { secret } = await byPassword(email)
    const atTheCoalition = await signedIn(nobody, secret)
    expect(lackOf(atTheCoalition)).toBe('ENROLMENT')
    await aPerson(town.member('wash').context, { email, role: 'CASHIER' })
    const stored = await database.store.prisma.staffSession.findUniqueOrThrow({
      where: { tokenHash: hashSecret(secret) },
      select: STORED_SESSION_SELECT,
    })
    const acting = sessionPrincipal(stored, { noun: 'member', id: town.member('wash').id })
    if (acting?.kind !== 'member') throw new Error('A cashier acts for the member')
    const atTheTill: Context = { ...nobody, principal: { ...acting, status: 'ACTIVE' } }
    for (const thief of [atTheCoalition, await signedIn(nobody, secret), atTheTill]) {
      expect(await refusalOf(changePassword(thief, change))).toBeInstanceOf(PermissionError)
      expect(await refusalOf(endAllSessions(thief, { keepThis: true }))).toBeInstanceOf(PermissionError)
      expect(await refusalOf(endSession(thief, { id: other.session.id }))).toBeInstanceOf(PermissionError)
    }
    const owner = await changePassword(await signedIn(nobody, other.secret), change)
    await endAllSessions(await signedIn(nobody, owner.secret), { keepThis: true })
    expect(await database.store.prisma.staffSession.count({ where: { personId, endedAt: null } })).toBe(1)
  })
})

describe('who forgot the password', () => {
  it('sets another in a session that a link began, within an hour, and not in one that a password began', async () => {
    const { session } = await aPerson(town.member('wash').context, {
      ...{ email: 'forgot@example.com', role: 'CASHIER', password },
    })
    const { personId } = session
    const change = { password: 'a better one, longer', door }
    const known = await signedIn(nobody, (await byPassword('forgot@example.com')).secret)
    expect(await refusalOf(changePassword(known, change))).toMatchObject({ code: 'SIGN_IN_FAILED' })
    const late = await byLink(personId)
    await asSuperuser(
      database.databaseUrl,
      `update staff_session set created_at = created_at - interval '1 hour'
        where staff_session_id = '${late.session.id}'`,
    )
    expect(await refusalOf(changePassword(await signedIn(nobody, late.secret), change))).toMatchObject({
      code: 'SIGN_IN_FAILED',
    })
    const fresh = await byLink(personId)
    const left = await makeLink(database.store, { personId, purpose: 'SIGN_IN', lifeMs: 60_000 })
    const { secret } = await changePassword(await signedIn(nobody, fresh.secret), change)
    await expect(signedIn(nobody, secret)).resolves.toBeDefined()
    expect((await byPassword('forgot@example.com', change.password)).secret).toMatch(/^ss_/)
    // A link that was left in the mail opens nothing any more.
    expect(await refusalOf(createSession(nobody, { linkSecret: left, door }))).toMatchObject({
      code: 'LINK_NOT_VALID',
    })
  })

  it('and has a second factor gives it first', async () => {
    const { totp, personId } = await enrolled('both@example.com')
    const { secret } = await byLink(personId)
    const change = { password: 'a better one, longer', door }
    expect(await refusalOf(changePassword(await signedIn(nobody, secret), change))).toMatchObject({
      code: 'SECOND_FACTOR_ENROLLED',
    })
    const proven = await confirmSession(await signedIn(nobody, secret), { code: codeOf(totp, 1), door })
    await changePassword(await signedIn(nobody, proven.secret), change)
    expect((await byPassword('both@example.com', change.password)).secret).toMatch(/^ss_/)
  })
})

describe('a role that demands a second factor', () => {
  it('lets the first one be enrolled by who came by a link, and by nobody with the password alone', async () => {
    const { session } = await administrator('first@example.com')
    const thief = await signedIn(nobody, (await byPassword('first@example.com')).secret)
    expect(lackOf(thief)).toBe('ENROLMENT')
    expect(await refusalOf(enrolTotp(thief, { door }))).toMatchObject({ code: 'LINK_REQUIRED' })
    const owner = await signedIn(nobody, (await byLink(session.personId)).secret)
    const { secret: totp } = await enrolTotp(owner, { door })
    expect(await refusalOf(confirmTotp(thief, { code: codeOf(totp), door }))).toMatchObject({
      code: 'LINK_REQUIRED',
    })
    expect((await confirmTotp(owner, { code: codeOf(totp), door })).recoveryCodes).toHaveLength(10)
  })

  it('that is accepted later does not open to who enrolled one with the password alone before', async () => {
    const email = 'later@example.com'
    await aPerson(town.member('wash').context, { email, role: 'CASHIER', password })
    const thief = await signedIn(nobody, (await byPassword(email)).secret)
    expect(lackOf(thief)).toBeUndefined()
    expect(await refusalOf(enrolTotp(thief, { door }))).toMatchObject({ code: 'LINK_REQUIRED' })
    const owner = await signedIn(
      nobody,
      (await aPerson(town.adminContext, { email, role: 'COALITION_ADMIN' })).secret,
    )
    const { secret: totp } = await enrolTotp(owner, { door })
    expect(await refusalOf(confirmTotp(thief, { code: codeOf(totp), door }))).toMatchObject({
      code: 'LINK_REQUIRED',
    })
  })
})

describe('a second factor that is lost', () => {
  it('is reset by the operator alone, who says why; the person is told, signed out, and enrols anew by link', async () => {
    const { personId, recoveryCodes } = await enrolled('lost@example.com')
    await byPassword('lost@example.com')
    await inviteStaff(
      { ...town.member('wash').context, sender: keepingSender([]) },
      {
        ...{ email: 'lost@example.com', role: 'CASHIER', language: 'en', publicUrl: door.publicUrl },
      },
    )
    await makeLink(database.store, { personId, purpose: 'SIGN_IN', lifeMs: 60_000 })
    const asked = {
      ...{ email: 'Lost@example.com', reason: 'Phone drowned; seen in person', operator: 'root' },
      language: 'en' as const,
    }
    expect(await refusalOf(resetSecondFactor(town.adminContext, asked))).toBeInstanceOf(PermissionError)
    const letters: Message[] = []
    const operator: Context = {
      ...{ store: database.store, principal: { kind: 'operator' } },
      sender: keepingSender(letters),
    }
    expect(await resetSecondFactor(operator, asked)).toEqual({ personId, isTold: true })
    expect(letters).toMatchObject([{ address: 'lost@example.com' }])
    const { prisma } = database.store
    expect(await prisma.secondFactorReset.findMany({ where: { personId } })).toMatchObject([
      { operator: 'root', reason: 'Phone drowned; seen in person' },
    ])
    expect(await prisma.staffSession.count({ where: { personId, endedAt: null } })).toBe(0)
    // Neither the password nor a link of before opens anything.
    expect(await refusalOf(byPassword('lost@example.com'))).toMatchObject({ code: 'SIGN_IN_FAILED' })
    expect(await prisma.staffLink.count({ where: { personId, usedAt: null } })).toBe(0)
    const again = await signedIn(nobody, (await byLink(personId)).secret)
    expect(lackOf(again)).toBe('ENROLMENT')
    expect(await refusalOf(confirmSession(again, { code: recoveryCodes[0] ?? '', door }))).toMatchObject({
      code: 'CODE_NOT_VALID',
    })
    const { secret: totp } = await enrolTotp(again, { door })
    await confirmTotp(again, { code: codeOf(totp), door })
    expect(await refusalOf(resetSecondFactor(operator, { ...asked, email: 'no@example.com' }))).toMatchObject(
      { code: 'NOT_FOUND' },
    )
  })

  it('with the key of the deployment is refused in words, and a recovery code stands in for it', async () => {
    const { totp, recoveryCodes } = await enrolled('sealed@example.com')
    const another = { ...door, secretsKey: Buffer.alloc(32, 9) }
    const context = await signedIn(nobody, (await byPassword('sealed@example.com')).secret)
    const given = { code: codeOf(totp, 1), door: another }
    expect(await refusalOf(confirmSession(context, given))).toMatchObject({
      code: 'SECOND_FACTOR_UNREADABLE',
    })
    const proven = await confirmSession(context, { code: recoveryCodes[0] ?? '', door: another })
    const inside = await signedIn(nobody, proven.secret)
    const { secret: anew } = await enrolTotp(inside, { door: another })
    await confirmTotp(inside, { code: codeOf(anew), door: another })
  })
})
