import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { createApiKey } from '../keys/create-api-key.ts'
import type { Message } from '../messages/message-sender.ts'
import { registerPasskey } from '../passkey/register-passkey.ts'
import { removePasskey } from '../passkey/remove-passkey.ts'
import { startPasskeyRegistration } from '../passkey/start-passkey-registration.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { anAuthenticator } from '../testing/an-authenticator.ts'
import { keepingSender } from '../testing/keeping-sender.ts'
import { aDoor, aPerson, codeOf, signedIn } from '../testing/people.ts'
import { changePassword } from './change-password.ts'
import { endAllSessions } from './end-sessions.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { confirmSession, confirmTotp, enrolTotp } from './second-factor.ts'

const password = 'ключ от гаража 7'
const door = aDoor()
const HERE = { origin: 'https://artel.example', rpId: 'artel.example' }
let database: TestDatabase
let town: BuiltCoalition
let nobody: Context
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').open(database.store)
  nobody = { store: database.store, principal: { kind: 'anonymous' } }
})
afterAll(() => database.drop())

let last = 0
let letters: Message[]
let email: string
beforeEach(() => {
  last += 1
  letters = []
  email = `olga${last}@example.com`
})
const withMail = (context: Context): Context => ({ ...context, sender: keepingSender(letters) })

/** An administrator, as the link of the invitation signs her in. */
async function invited() {
  const { secret, session } = await aPerson(town.adminContext, { email, role: 'COALITION_ADMIN', password })
  return {
    context: withMail(await signedIn(nobody, secret)),
    sessionId: session.id,
    personId: session.personId,
  }
}
/** The same with a second factor, given just now. */
async function confirmed() {
  const { context, ...ids } = await invited()
  const { secret: totp } = await enrolTotp(context, { door })
  const { secret } = await confirmTotp(context, { code: codeOf(totp), door })
  return { ...ids, totp, context: withMail(await signedIn(nobody, secret)) }
}
const shift = (sessionId: string, column: 'confirmed_at' | 'created_at', minutes: number) =>
  asSuperuser(
    database.databaseUrl,
    `update staff_session set ${column} = ${column} - interval '${minutes} minutes' where staff_session_id = '${sessionId}'`,
  )
const register = async (context: Context, device = anAuthenticator(HERE)) => {
  const { options } = await startPasskeyRegistration(context, { door })
  return registerPasskey(context, { response: device.register(options), name: 'phone', door })
}
const stale = expect.objectContaining({ code: 'SECOND_FACTOR_STALE', minutes: 10 })

describe('a session that gave its second factor long ago', () => {
  test('changes nothing that opens the account until it gives it again', async () => {
    const { context, sessionId, totp } = await confirmed()
    const { passkey } = await register(context)
    const device = anAuthenticator(HERE)
    const { options } = await startPasskeyRegistration(context, { door })
    await shift(sessionId, 'confirmed_at', 11)
    for (const change of [
      () => startPasskeyRegistration(context, { door }),
      () => registerPasskey(context, { response: device.register(options), name: 'thief', door }),
      () => removePasskey(context, { passkeyId: passkey.id }),
      () => enrolTotp(context, { door }),
      () => confirmTotp(context, { code: codeOf(totp, 1), door }),
      () => changePassword(context, { current: password, password: 'другой ключ 12', door }),
    ])
      await expect(change()).rejects.toEqual(stale)
    const { secret } = await confirmSession(context, { code: codeOf(totp, 1), door })
    const again = withMail(await signedIn(nobody, secret))
    // The challenge was not used up by the refusal.
    await registerPasskey(again, { response: device.register(options), name: 'laptop', door })
    await removePasskey(again, { passkeyId: passkey.id })
    await changePassword(again, { current: password, password: 'другой ключ 12', door })
    expect(letters.map(({ address }) => address)).toEqual(letters.map(() => email))
    expect(letters.map(({ subject }) => subject?.replace(/^.*: | \/.*$/g, ''))).toEqual([
      'a second factor was set up',
      ...['a passkey was added', 'a passkey was added', 'a passkey was removed', 'the password was changed'],
    ])
  })

  test('without any second factor enrols one within the hour of its link', async () => {
    const { context, sessionId } = await invited()
    await shift(sessionId, 'created_at', 61)
    await expect(enrolTotp(context, { door })).rejects.toMatchObject({ code: 'LINK_REQUIRED' })
    await expect(startPasskeyRegistration(context, { door })).rejects.toMatchObject({ code: 'LINK_REQUIRED' })
  })
})

describe('a session that is over, and that some process still takes for alive,', () => {
  test('registers no passkey, enrols no factor and sets no password', async () => {
    const { context, totp } = await confirmed()
    const device = anAuthenticator(HERE)
    const { options } = await startPasskeyRegistration(context, { door })
    await endAllSessions(context, { keepThis: false })
    for (const change of [
      () => registerPasskey(context, { response: device.register(options), name: 'thief', door }),
      () => enrolTotp(context, { door }),
      () => confirmTotp(context, { code: codeOf(totp, 1), door }),
      () => confirmSession(context, { code: codeOf(totp, 1), door }),
      () => changePassword(context, { password: 'другой ключ 12', door }),
    ])
      await expect(change()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(letters).toHaveLength(1)
  })

  test('puts no second factor into use that it enrolled before', async () => {
    const { context, personId } = await invited()
    const { secret: totp } = await enrolTotp(context, { door })
    await endAllSessions(context, { keepThis: false })
    await expect(confirmTotp(context, { code: codeOf(totp), door })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const { prisma } = database.store
    expect(await prisma.person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({
      totpConfirmedAt: null,
    })
    expect(await prisma.recoveryCode.count({ where: { personId } })).toBe(0)
  })
})

test('a reset ends the keys that act for the person', async () => {
  const { context, personId } = await confirmed()
  const { apiKey } = await createApiKey(context, { name: 'Kept by a thief' })
  expect(apiKey.personId).toBe(personId)
  const operator: Context = { store: database.store, principal: { kind: 'operator' } }
  await resetSecondFactor(operator, { email, reason: 'Stolen', operator: 'root', language: 'en' })
  const { revokedAt } = await database.store.prisma.apiKey.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId: town.id, id: apiKey.id } },
  })
  expect(revokedAt).not.toBeNull()
})
