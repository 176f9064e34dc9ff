import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCOPES_OF_ROLE } from '../access/roles.ts'
import { changePassword } from '../session/change-password.ts'
import { endAllSessions, endSession } from '../session/end-sessions.ts'
import { confirmTotp, enrolTotp } from '../session/second-factor.ts'
import { isAlive, STORED_SESSION_SELECT, sessionPrincipal } from '../session/session-principal.ts'
import { revokeStaff } from '../staff/revoke-staff.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aCashier, aTill, PIN, signInAt, staffAt } from '../testing/a-till.ts'
import { aDoor, codeOf, signedIn } from '../testing/people.ts'
import { createTillSession } from './create-till-session.ts'
import { readTillCashiers } from './read-till-cashiers.ts'
import { registerTill } from './register-till.ts'
import { revokeTill } from './revoke-till.ts'
import { setPin } from './set-pin.ts'

const door = aDoor()
let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').withMember('cafe').open(database.store)
})
afterAll(() => database.drop())

const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
const storedOf = (id: string) =>
  database.store.prisma.staffSession.findUniqueOrThrow({ where: { id }, select: STORED_SESSION_SELECT })

describe('a till', () => {
  it('keeps only the hash of its secret, and lists its own cashiers who have a PIN', async () => {
    const { till, secret } = await registerTill(town.member('wash').context, { name: 'Desk', place: 'Bay 2' })
    expect(secret).toMatch(/^tl_\w+_\w{32,}$/)
    const row = await database.store.prisma.till.findFirstOrThrow({ where: { id: till.id } })
    expect(JSON.stringify(row)).not.toContain(secret)
    expect(row).toMatchObject({ lastFour: secret.slice(-4), idleMinutes: 15, place: 'Bay 2' })
    const { personId } = await aCashier(town, 'cafe')
    const without = await staffAt(town, 'cafe')
    const atCafe = (await readTillCashiers(await aTill(town, 'cafe'))).map((one) => one.personId)
    expect(atCafe).toContain(personId)
    expect(atCafe).not.toContain(without.session.personId)
    const atWash = (await readTillCashiers(await aTill(town, 'wash'))).map((one) => one.personId)
    expect(atWash).not.toContain(personId)
  })

  it('is registered and revoked by its member or an administrator, and by no other member', async () => {
    const cafe = town.member('cafe')
    expect(
      await refusalOf(registerTill(town.member('wash').context, { name: 'x', memberId: cafe.id })),
    ).toMatchObject({ code: 'NOT_FOUND' })
    const { till } = await registerTill(town.adminContext, { name: 'x', memberId: cafe.id, idleMinutes: 30 })
    expect(till).toMatchObject({ memberId: cafe.id, idleMinutes: 30 })
    expect(await refusalOf(revokeTill(town.member('wash').context, { id: till.id }))).toMatchObject({
      code: 'NOT_FOUND',
    })
    const { till: revoked } = await revokeTill(cafe.context, { id: till.id })
    expect(revoked.revokedAt).not.toBeNull()
    expect((await revokeTill(town.adminContext, { id: till.id })).till).toEqual(revoked)
  })

  it('ends its sessions when it is revoked', async () => {
    const till = await aTill(town)
    const { session } = await signInAt(till, (await aCashier(town)).personId)
    expect(isAlive(await storedOf(session.id), new Date())).toBe(true)
    await revokeTill(town.member('wash').context, { id: till.principal.tillId })
    expect(isAlive(await storedOf(session.id), new Date())).toBe(false)
    // One that was begun while the till was being revoked is over too.
    const late = { ...(await storedOf(session.id)), endedAt: null }
    expect(isAlive(late, new Date())).toBe(false)
  })
})

describe('a session by PIN', () => {
  it('is a cashier at its till alone, whatever roles the person has, and after its minutes over', async () => {
    const till = await aTill(town)
    const manager = await aCashier(town, 'wash', 'MEMBER_MANAGER')
    const { session, secret, deviceProof } = await signInAt(till, manager.personId)
    expect(deviceProof).toBeNull()
    const { principal } = await signedIn({ store: database.store }, secret)
    expect(principal).toMatchObject({
      ...{ kind: 'member', memberId: town.member('wash').id, scopes: new Set(SCOPES_OF_ROLE.CASHIER) },
      ...{ personId: manager.personId, tillId: till.principal.tillId },
    })
    const stored = await storedOf(session.id)
    const at = (minutes: number) => new Date(stored.lastSeenAt.getTime() + minutes * 60_000)
    expect([isAlive(stored, at(14)), isAlive(stored, at(15))]).toEqual([true, false])
    expect(session.expiresAt.getTime() - session.createdAt.getTime()).toBe(12 * 3_600_000)
    expect(sessionPrincipal(stored, { noun: 'coalition', id: town.id })).toBeNull()
    expect(sessionPrincipal(stored, { noun: 'member', id: town.member('cafe').id })).toBeNull()
  })

  it('serves who has a second factor, without it, and changes nothing of the account', async () => {
    const { secret, personId } = await aCashier(town)
    const own = await signedIn({ store: database.store }, secret)
    const { secret: totp } = await enrolTotp(own, { door })
    await confirmTotp(own, { code: codeOf(totp), door })
    const started = await signInAt(await aTill(town), personId)
    const atTill = await signedIn({ store: database.store }, started.secret)
    expect(atTill.principal.kind).toBe('member')
    for (const use of [
      setPin(atTill, { pin: '9158', door }),
      enrolTotp(atTill, { door }),
      changePassword(atTill, { password: 'a new long password', door }),
      endAllSessions(atTill, { keepThis: false }),
    ])
      expect(await refusalOf(use)).toMatchObject({ name: 'PermissionError' })
    await endSession(atTill, {})
    expect((await storedOf(started.session.id)).endedAt).not.toBeNull()
  })

  it('takes the place of the one before at the same till, and of no other', async () => {
    const [desk, bay] = [await aTill(town), await aTill(town)]
    const [anna, boris] = [await aCashier(town), await aCashier(town)]
    const first = await signInAt(desk, anna.personId)
    const elsewhere = await signInAt(bay, anna.personId)
    await signInAt(desk, boris.personId)
    expect((await storedOf(first.session.id)).endedAt).not.toBeNull()
    expect((await storedOf(elsewhere.session.id)).endedAt).toBeNull()
  })

  it('ends with the role, and the PIN does not come back with another one', async () => {
    const till = await aTill(town)
    const { personId, grant } = await aCashier(town)
    const { session } = await signInAt(till, personId)
    await revokeStaff(town.member('wash').context, { grantId: grant.id })
    expect(sessionPrincipal(await storedOf(session.id), null)).toMatchObject({
      ...{ kind: 'person', lacks: 'NOTHING', tillId: till.principal.tillId },
    })
    expect(await database.store.prisma.cashierPin.count({ where: { personId } })).toBe(0)
    expect(await refusalOf(signInAt(till, personId))).toMatchObject({ code: 'PIN_NOT_VALID' })
  })
})

describe('a PIN', () => {
  it.each([
    '123',
    '12ab',
    '123456789',
    '1111',
    '1234',
    '8901',
    '4321',
    '1212',
    '123123',
    '1122',
    '1987',
    '2026',
  ])('%s is refused', async (pin) => {
    const own = await signedIn({ store: database.store }, (await staffAt(town, 'wash')).secret)
    expect(await refusalOf(setPin(own, { pin, door }))).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['pin'],
    })
  })

  it('is of no use without the key of the deployment, nor in the place of another', async () => {
    const till = await aTill(town)
    const [anna, boris] = [await aCashier(town), await staffAt(town, 'wash')]
    const row = await database.store.prisma.cashierPin.findFirstOrThrow({
      where: { personId: anna.personId },
    })
    expect(row.pinHash).toMatch(/^\$argon2id\$/)
    const elsewhere = { ...door, secretsKey: Buffer.alloc(32, 9) }
    expect(
      await refusalOf(createTillSession(till, { personId: anna.personId, pin: PIN, door: elsewhere })),
    ).toMatchObject({ code: 'PIN_NOT_VALID' })
    const { personId } = boris.session
    await database.store.prisma.cashierPin.create({ data: { ...row, personId } })
    expect(await refusalOf(signInAt(till, personId))).toMatchObject({ code: 'PIN_NOT_VALID' })
    expect((await signInAt(till, anna.personId)).secret).toMatch(/^ss_/)
  })

  it('of a cashier of another member, and of who has none, is refused in the same words', async () => {
    const till = await aTill(town, 'wash')
    const stranger = await aCashier(town, 'cafe')
    const without = await staffAt(town, 'wash')
    const refusals = [
      await refusalOf(signInAt(till, stranger.personId)),
      await refusalOf(signInAt(till, without.session.personId)),
      await refusalOf(signInAt(till, (await aCashier(town)).personId, '0000')),
    ]
    expect(refusals[0]).toMatchObject({ code: 'PIN_NOT_VALID', details: {} })
    expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1)
  })

  it('that is set anew ends the sessions of the one before', async () => {
    const till = await aTill(town)
    const { secret, personId } = await aCashier(town)
    const { session } = await signInAt(till, personId)
    await setPin(await signedIn({ store: database.store }, secret), { pin: '9158', door })
    expect((await storedOf(session.id)).endedAt).not.toBeNull()
    expect(await refusalOf(signInAt(till, personId))).toMatchObject({ code: 'PIN_NOT_VALID' })
    expect((await signInAt(till, personId, '9158')).secret).toMatch(/^ss_/)
  })
})
