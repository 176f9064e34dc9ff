import { newId } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import type { Message } from '../messages/message-sender.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { keepingSender } from '../testing/keeping-sender.ts'
import { aDoor, aPerson, codeOf, linkIn, signedIn } from '../testing/people.ts'
import { changePassword } from './change-password.ts'
import { createSession } from './create-session.ts'
import { makeDeviceProof } from './known-device.ts'
import { makeLink } from './one-time-link.ts'
import { requestSignInLink } from './request-sign-in-link.ts'
import { confirmSession, confirmTotp, enrolTotp } from './second-factor.ts'
import type { StaffDoor } from './staff-door.ts'

const password = 'ключ от гаража 7'
/** Where the people of these tests accepted their invitations. */
const home = aDoor()
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
const attempt = (email: string, tried: string, door: StaffDoor) =>
  createSession(nobody, { email, password: tried, door })
const codeOfRefusal = (use: Promise<unknown>) =>
  use.then(() => undefined).catch((error: { code: string }) => error.code)
const waitOut = () => database.store.prisma.signInDelay.updateMany({ data: { allowedAt: new Date(0) } })
/** Every address is another network. */
const stranger = (at: number, more: Partial<StaffDoor> = {}): StaffDoor => ({
  ...aDoor(`198.18.${at}.1`),
  ...more,
})

/** Strangers from everywhere fail until the account itself waits. */
async function everybodyGuesses(guess: (door: StaffDoor) => Promise<unknown>) {
  for (let at = 0; at < 16; at += 1) {
    await waitOut()
    await codeOfRefusal(guess(stranger(at)))
  }
  expect(await codeOfRefusal(guess(stranger(99)))).toBe('SIGN_IN_DELAYED')
}

describe('whom strangers keep waiting', () => {
  it('is who comes from where the person has never been, and neither a known network nor a known device', async () => {
    const { deviceProof } = await cashier('olga@example.com')
    await everybodyGuesses((door) => attempt('olga@example.com', 'guess', door))
    expect(await codeOfRefusal(attempt('olga@example.com', password, stranger(100)))).toBe('SIGN_IN_DELAYED')
    expect((await attempt('olga@example.com', password, home)).secret).toMatch(/^ss_/)
    await everybodyGuesses((door) => attempt('olga@example.com', 'guess', door))
    // At an address that itself has to wait, with the browser of before.
    const crowded = stranger(99)
    expect((await attempt('olga@example.com', password, { ...crowded, deviceProof })).secret).toMatch(/^ss_/)
  })

  it('is not freed of it by a proof of another e-mail or one that was made up, and a known device does not guess at will', async () => {
    const { deviceProof } = await cashier('anna@example.com')
    await cashier('boris@example.com')
    await everybodyGuesses((door) => attempt('boris@example.com', 'guess', door))
    for (const proof of [deviceProof, 'made.up', ''])
      expect(
        await codeOfRefusal(attempt('boris@example.com', password, stranger(101, { deviceProof: proof }))),
      ).toBe('SIGN_IN_DELAYED')
    const codes = []
    for (let at = 0; at < 7; at += 1)
      codes.push(
        await codeOfRefusal(attempt('anna@example.com', 'guess', stranger(110 + at, { deviceProof }))),
      )
    expect(codes).toEqual([...Array(6).fill('SIGN_IN_FAILED'), 'SIGN_IN_DELAYED'])
  })

  it('is not freed of it by a proof of before another password or second factor, or by one that is a year old', async () => {
    const email = 'proof@example.com'
    const { deviceProof, session } = await cashier(email)
    const where = { id: session.personId }
    const isFree = async (proof: string | null) =>
      (await codeOfRefusal(attempt(email, 'guess', stranger(102, { deviceProof: proof })))) ===
      'SIGN_IN_FAILED'
    await everybodyGuesses((door) => attempt(email, 'guess', door))
    await database.store.prisma.signInDelay.updateMany({
      data: { allowedAt: new Date(Date.now() + 3_600_000) },
    })
    expect(await isFree(deviceProof)).toBe(true)
    const person = await database.store.prisma.person.findUniqueOrThrow({ where })
    const daysOld = (days: number) => new Date(Date.now() - days * 86_400_000)
    expect(await isFree(makeDeviceProof(home, person, daysOld(364)))).toBe(true)
    expect(await isFree(makeDeviceProof(home, person, daysOld(366)))).toBe(false)
    await database.store.prisma.person.update({ where, data: { totpSealed: 'another factor' } })
    expect(await isFree(deviceProof)).toBe(false)
    await database.store.prisma.person.update({ where, data: { totpSealed: null } })
    expect(await isFree(deviceProof)).toBe(true)
    const linkSecret = await makeLink(database.store, {
      ...{ personId: session.personId, purpose: 'SIGN_IN', lifeMs: 60_000 },
    })
    const { secret } = await createSession(nobody, { linkSecret, door: home })
    const change = { password: 'a better one, longer', door: home }
    const changed = await changePassword(await signedIn(nobody, secret), change)
    expect(await isFree(deviceProof)).toBe(false)
    expect(await isFree(changed.deviceProof)).toBe(true)
    await waitOut()
  })

  it('is nobody behind an address where many sign in by link: a link that is used takes its request back', async () => {
    const letters: Message[] = []
    const office = aDoor('198.18.200.1')
    const ask = async (email: string) => {
      const works: Promise<void>[] = []
      const context = { ...nobody, sender: keepingSender(letters) }
      const later = (work: Promise<void>) => works.push(work)
      await requestSignInLink(context, { email, language: 'en', door: office, later })
      await Promise.all(works)
    }
    const people = Array.from({ length: 34 }, (_, at) => `colleague-${at}@example.com`)
    await database.store.prisma.person.createMany({
      data: people.map((email) => ({ id: newId(), email, name: 'Colleague', createdAt: new Date() })),
    })
    for (const email of people) {
      await ask(email)
      // Read on the phone, in another network.
      await createSession(nobody, { linkSecret: linkIn(letters.at(-1)), door: stranger(103) })
    }
    expect(letters).toHaveLength(people.length)
    expect(await codeOfRefusal(ask('one-more@example.com'))).toBeUndefined()
  })

  it('is nobody who comes with a link: a flood of requests leaves one in the mail that works', async () => {
    await cashier('link@example.com')
    const letters: Message[] = []
    const ask = async (door: StaffDoor) => {
      const works: Promise<void>[] = []
      const later = (work: Promise<void>) => works.push(work)
      const context = { ...nobody, sender: keepingSender(letters) }
      await requestSignInLink(context, { email: 'link@example.com', language: 'en', door, later })
      await Promise.all(works)
    }
    for (let at = 0; at < 40; at += 1) await ask(stranger(at))
    expect(letters.length).toBeGreaterThan(0)
    expect(letters.length).toBeLessThan(20)
    await ask(home)
    const linkSecret = linkIn(letters.at(-1))
    expect((await createSession(nobody, { linkSecret, door: stranger(7) })).secret).toMatch(/^ss_/)
    // Those before it have ended with it.
    for (const letter of letters.slice(0, -1))
      expect(await codeOfRefusal(createSession(nobody, { linkSecret: linkIn(letter), door: home }))).toBe(
        'LINK_NOT_VALID',
      )
  })

  it('is not the owner of a second factor, when a thief of the password uses up the attempts at it', async () => {
    const { secret } = await aPerson(town.adminContext, {
      ...{ email: 'chief@example.com', role: 'COALITION_ADMIN', password },
    })
    const first = await signedIn(nobody, secret)
    const { secret: totp } = await enrolTotp(first, { door: home })
    const { recoveryCodes } = await confirmTotp(first, { code: codeOf(totp), door: home })
    const give = async (code: string, door: StaffDoor) => {
      const started = await attempt('chief@example.com', password, door)
      return confirmSession(await signedIn(nobody, started.secret), { code, door })
    }
    await everybodyGuesses((door) => give('000000', door))
    expect(await codeOfRefusal(give(codeOf(totp, 1), stranger(120)))).toBe('SIGN_IN_DELAYED')
    expect((await give(codeOf(totp, 1), home)).session.confirmedAt).not.toBeNull()
    await everybodyGuesses((door) => give('000000', door))
    expect((await give(recoveryCodes[0] ?? '', stranger(121))).session.confirmedAt).not.toBeNull()
  })
})

it('an address that waits leaves no row of the e-mails that it makes up', async () => {
  const door = aDoor('192.0.2.200')
  const rows = () => database.store.prisma.signInDelay.count()
  for (let at = 0; at < 33; at += 1) {
    await waitOut()
    await codeOfRefusal(attempt(`invented-${at}@example.com`, 'guess', door))
  }
  const before = await rows()
  for (let at = 0; at < 20; at += 1)
    expect(await codeOfRefusal(attempt(`made-up-${at}@example.com`, 'guess', door))).toBe('SIGN_IN_DELAYED')
  expect(await rows()).toBe(before)
})
