import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { createSession } from '../session/create-session.ts'
import { resetSecondFactor } from '../session/reset-second-factor.ts'
import { confirmTotp, enrolTotp } from '../session/second-factor.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { anAuthenticator } from '../testing/an-authenticator.ts'
import { aDoor, aPerson, codeOf, lackOf, signedIn } from '../testing/people.ts'
import { createPasskeySession } from './create-passkey-session.ts'
import { registerPasskey } from './register-passkey.ts'
import { removePasskey } from './remove-passkey.ts'
import { startPasskeyRegistration } from './start-passkey-registration.ts'
import { startPasskeySignIn } from './start-passkey-sign-in.ts'

const password = 'ключ от гаража 7'
const door = aDoor()
const HERE = { origin: 'https://artel.example', rpId: 'artel.example' }
let database: TestDatabase
let town: BuiltCoalition
let nobody: Context
let olga: { readonly email: string; readonly context: Context }
let last = 0
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').open(database.store)
  nobody = { store: database.store, principal: { kind: 'anonymous' } }
})
afterAll(() => database.drop())
beforeEach(async () => {
  last += 1
  const email = `olga${last}@example.com`
  const { secret } = await aPerson(town.adminContext, { email, role: 'COALITION_ADMIN', password })
  olga = { email, context: await signedIn(nobody, secret) }
})

type Authenticator = ReturnType<typeof anAuthenticator>
async function register(context: Context, device: Authenticator, name = 'phone') {
  const { options } = await startPasskeyRegistration(context, { door })
  return registerPasskey(context, { response: device.register(options), name, door })
}
async function signIn(device: Authenticator, own = {}) {
  const { options } = await startPasskeySignIn(nobody, { door })
  return createPasskeySession(nobody, { response: device.signIn(options, own), door })
}
const failed = expect.objectContaining({ code: 'SIGN_IN_FAILED' })
const byPassword = async () =>
  signedIn(nobody, (await createSession(nobody, { email: olga.email, password, door })).secret)

describe('a passkey', () => {
  test('signs its person in with a second factor given, again and again', async () => {
    const device = anAuthenticator(HERE)
    expect(lackOf(olga.context)).toBe('ENROLMENT')
    const { passkey } = await register(olga.context, device)
    expect(passkey).toMatchObject({ name: 'phone', lastUsedAt: null, transports: ['internal'] })
    for (let time = 0; time < 2; time += 1) {
      const { session, secret } = await signIn(device)
      expect(session).toMatchObject({ startedBy: 'PASSKEY', confirmedAt: expect.any(Date) })
      expect((await signedIn(nobody, secret)).principal).toMatchObject({
        kind: 'admin',
        coalitionId: town.id,
      })
    }
    const acts = await database.store.prisma.auditEvent.findMany({ where: { subjectId: passkey.personId } })
    expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['passkeyRegister', 'sessionCreate']))
  })

  test('answers a challenge once, its own and in time', async () => {
    const device = anAuthenticator(HERE)
    await register(olga.context, device)
    const { options } = await startPasskeySignIn(nobody, { door })
    const response = device.signIn(options)
    const both = await Promise.allSettled([1, 2].map(() => createPasskeySession(nobody, { response, door })))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const own = JSON.stringify({ challenge: Buffer.alloc(32, 1).toString('base64url') })
    await expect(createPasskeySession(nobody, { response: device.signIn(own), door })).rejects.toEqual(failed)
    const ofRegistration = await startPasskeyRegistration(await signedInBy(device), { door })
    const mixed = createPasskeySession(nobody, { response: device.signIn(ofRegistration.options), door })
    await expect(mixed).rejects.toEqual(failed)
    const late = await startPasskeySignIn(nobody, { door })
    await expire()
    await expect(
      createPasskeySession(nobody, { response: device.signIn(late.options), door }),
    ).rejects.toEqual(failed)
    await startPasskeySignIn(nobody, { door })
    expect(await database.store.prisma.passkeyChallenge.count()).toBeLessThanOrEqual(2)
  })

  test('of another site, of a copy, without its owner, or of nobody signs nobody in', async () => {
    const device = anAuthenticator(HERE)
    await register(olga.context, device)
    await signIn(device, { count: 7 })
    for (const own of [{ count: 7 }, { count: 3 }, { count: 9, isVerified: false }])
      await expect(signIn(device, own)).rejects.toEqual(failed)
    await expect(signIn(anAuthenticator(HERE))).rejects.toEqual(failed)
    for (const page of [
      { ...HERE, origin: 'https://artel.example.evil.example' },
      { ...HERE, rpId: 'evil.example' },
    ]) {
      const other = register(await signedInBy(device, { count: 20 + last++ }), anAuthenticator(page))
      await expect(other).rejects.toMatchObject({ path: ['response'] })
    }
    await signIn(device, { count: 1_000 })
  })

  test.each([
    '',
    '{}',
    'null',
    '[]',
    '{"id":1,"response":{}}',
    '{"id":"x","response":{"clientDataJSON":"e30"}}',
    'x'.repeat(20_001),
  ])('is not read out of %s', async (response) => {
    await expect(createPasskeySession(nobody, { response, door })).rejects.toEqual(failed)
    const kept = registerPasskey(olga.context, { response, name: 'x', door })
    await expect(kept).rejects.toMatchObject({ path: ['response'] })
  })

  test('is made by nobody who has given less than there is', async () => {
    const bare = await byPassword()
    const refused = (context: Context) => startPasskeyRegistration(context, { door })
    await expect(refused(bare)).rejects.toMatchObject({ code: 'LINK_REQUIRED' })
    const device = anAuthenticator(HERE)
    const { passkey } = await register(olga.context, device)
    // With its first passkey the sessions of before are over: another one of the password.
    for (const weak of [await byPassword(), olga.context]) {
      await expect(refused(weak)).rejects.toMatchObject({ code: 'SECOND_FACTOR_ENROLLED' })
      await expect(enrolTotp(weak, { door })).rejects.toMatchObject({ code: 'SECOND_FACTOR_ENROLLED' })
      const removed = removePasskey(weak, { passkeyId: passkey.id })
      await expect(removed).rejects.toMatchObject({ code: 'SECOND_FACTOR_ENROLLED' })
    }
    const strong = await signedInBy(device)
    const { secret } = await enrolTotp(strong, { door })
    await confirmTotp(strong, { code: codeOf(secret), door })
  })

  test('that is removed signs nobody in, ends what passkeys began elsewhere, and is its owner’s alone', async () => {
    const device = anAuthenticator(HERE)
    const second = anAuthenticator(HERE)
    const { passkey } = await register(olga.context, device)
    const here = await signedInBy(device)
    await register(here, second, 'laptop')
    const { secret: elsewhere } = await signIn(second)
    const { secret } = await aPerson(town.adminContext, {
      email: `eve${last}@example.com`,
      role: 'COALITION_ADMIN',
    })
    const foreign = removePasskey(await signedIn(nobody, secret), { passkeyId: passkey.id })
    await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await removePasskey(here, { passkeyId: passkey.id })
    await expect(signIn(device)).rejects.toEqual(failed)
    const ended = await database.store.prisma.staffSession.findMany({
      where: { personId: passkey.personId, startedBy: 'PASSKEY', endedAt: { not: null } },
    })
    expect(ended).toHaveLength(1)
    expect(elsewhere).toBeDefined()
    await signIn(second)
  })

  test('that is the first ends the other sessions of its person, as a first code does', async () => {
    const { prisma } = database.store
    const bare = await byPassword()
    const alive = async () => {
      const ids = [bare, olga.context].flatMap(({ principal }) =>
        'sessionId' in principal ? (principal.sessionId ?? []) : [],
      )
      const open = await prisma.staffSession.findMany({ where: { id: { in: ids }, endedAt: null } })
      return open.map(({ id }) => ids.indexOf(id))
    }
    expect((await alive()).sort()).toEqual([0, 1])
    const device = anAuthenticator(HERE)
    await register(olga.context, device)
    expect(await alive()).toEqual([1])
    await register(await signedInBy(device), anAuthenticator(HERE), 'laptop')
    expect(await alive()).toEqual([1])
  })

  test('is one of at most twenty, however many are registered at the same time', async () => {
    const { prisma } = database.store
    const device = anAuthenticator(HERE)
    const { passkey } = await register(olga.context, device)
    const { id: _, ...own } = passkey
    await prisma.passkey.createMany({
      data: Array.from({ length: 17 }, (_one, at) => ({
        ...own,
        id: uuidv7(),
        credentialId: `${own.credentialId}-${at}`,
      })),
    })
    const here = await signedInBy(device)
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, () => register(here, anAuthenticator(HERE))),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect(await prisma.passkey.count({ where: { personId: own.personId } })).toBe(20)
  })

  test('goes with a reset of the second factor by the operator', async () => {
    const device = anAuthenticator(HERE)
    await register(olga.context, device)
    await resetSecondFactor(
      { ...nobody, principal: { kind: 'operator' } },
      { email: olga.email, reason: 'lost', operator: 'root', language: 'en' },
    ).catch((error: unknown) => expect(error).toMatchObject({ code: 'LETTER_NOT_SENT' }))
    await expect(signIn(device)).rejects.toEqual(failed)
  })
})

async function signedInBy(device: Authenticator, own = {}): Promise<Context> {
  return signedIn(nobody, (await signIn(device, own)).secret)
}

/** All challenges are over. */
const expire = () =>
  asSuperuser(database.databaseUrl, "update passkey_challenge set expires_at = now() - interval '1 second'")
