import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import type { Message } from '../messages/message-sender.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { keepingSender } from '../testing/keeping-sender.ts'
import { aDoor, aPerson, codeOf, linkIn, signedIn } from '../testing/people.ts'
import { createSession } from './create-session.ts'
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
