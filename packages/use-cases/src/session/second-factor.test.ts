import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { ADMIN_SCOPES } from '../access/principal.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aDoor, aPerson, codeOf, lackOf, signedIn } from '../testing/people.ts'
import { createSession } from './create-session.ts'
import { openSecret, sealSecret } from './sealed-secret.ts'
import { confirmSession, confirmTotp, enrolTotp } from './second-factor.ts'

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
const administrator = (email: string) =>
  aPerson(town.adminContext, { email, role: 'COALITION_ADMIN', password })

/** An administrator with a second factor. The code that was spent is of this very step. */
async function enrolled(email: string) {
  const { secret } = await administrator(email)
  const first = await signedIn(nobody, secret)
  const { secret: totp } = await enrolTotp(first, { door })
  const confirmed = await confirmTotp(first, { code: codeOf(totp), door })
  return { totp, confirmed }
}

it('an administrator without a second factor may do nothing but enrol one', async () => {
  const { secret } = await administrator('bare@example.com')
  const bare = await signedIn(nobody, secret)
  expect(lackOf(bare)).toBe('ENROLMENT')
  const { secret: totp, uri } = await enrolTotp(bare, { door })
  expect(uri).toMatch(/^otpauth:\/\/totp\/Artel:bare%40example\.com\?/)
  expect(await refusalOf(confirmTotp(bare, { code: '000000', door }))).toMatchObject({
    code: 'CODE_NOT_VALID',
    path: ['code'],
  })
  expect(lackOf(await signedIn(nobody, secret))).toBe('ENROLMENT')
  const { secret: renewed, recoveryCodes } = await confirmTotp(bare, { code: codeOf(totp), door })
  await expect(signedIn(nobody, secret)).rejects.toThrow()
  const { principal } = await signedIn(nobody, renewed)
  expect(principal).toMatchObject({ kind: 'admin', coalitionId: town.id, scopes: new Set(ADMIN_SCOPES) })
  expect(new Set(recoveryCodes).size).toBe(10)
})

it('is asked for in every session from then on, and a code works once on however many processes', async () => {
  const { totp, confirmed } = await enrolled('again@example.com')
  expect(confirmed.session.confirmedAt).not.toBeNull()
  const sessions = await Promise.all(
    [1, 2, 3, 4].map(() => createSession(nobody, { email: 'again@example.com', password, door })),
  )
  const contexts = await Promise.all(sessions.map(({ secret }) => signedIn(nobody, secret)))
  expect(contexts.map(lackOf)).toEqual(Array(4).fill('SECOND_FACTOR'))
  const [first] = contexts
  if (!first) throw new Error('Nobody signed in')
  // The step that enrolment spent.
  expect(await refusalOf(confirmSession(first, { code: codeOf(totp), door }))).toMatchObject({
    code: 'CODE_NOT_VALID',
  })
  const code = codeOf(totp, 1)
  const outcomes = await Promise.allSettled(contexts.map((one) => confirmSession(one, { code, door })))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

it('is not replaced by who has the password alone', async () => {
  const { totp } = await enrolled('keep@example.com')
  const { secret } = await createSession(nobody, { email: 'keep@example.com', password, door })
  const thief = await signedIn(nobody, secret)
  expect(await refusalOf(enrolTotp(thief, { door }))).toMatchObject({ code: 'SECOND_FACTOR_ENROLLED' })
  expect(await refusalOf(confirmTotp(thief, { code: codeOf(totp, 1), door }))).toMatchObject({
    code: 'SECOND_FACTOR_ENROLLED',
  })
})

it('is stood in for by each recovery code once, however it is typed', async () => {
  const { confirmed } = await enrolled('lost@example.com')
  const [code = ''] = confirmed.recoveryCodes
  const use = async (typed: string) => {
    const { secret } = await createSession(nobody, { email: 'lost@example.com', password, door })
    return confirmSession(await signedIn(nobody, secret), { code: typed, door })
  }
  expect(await refusalOf(use('abcde-fghij'))).toMatchObject({ code: 'CODE_NOT_VALID' })
  expect((await use(` ${code.replaceAll('-', ' ')} `)).session.confirmedAt).not.toBeNull()
  expect(await refusalOf(use(code))).toMatchObject({ code: 'CODE_NOT_VALID' })
})

it('is not guessed: after a few codes the next one has to wait', async () => {
  await enrolled('guess@example.com')
  const { secret } = await createSession(nobody, { email: 'guess@example.com', password, door })
  const guesser = await signedIn(nobody, secret)
  const codes = []
  for (let one = 0; one < 6; one += 1)
    codes.push(
      ((await refusalOf(confirmSession(guesser, { code: '000000', door }))) as { code: string }).code,
    )
  expect(codes).toEqual([...Array(5).fill('CODE_NOT_VALID'), 'SIGN_IN_DELAYED'])
})

it('stands sealed in the database, for one person and under one key', async () => {
  const { totp } = await enrolled('sealed@example.com')
  const person = await database.store.prisma.person.findUniqueOrThrow({
    where: { email: 'sealed@example.com' },
  })
  expect(person.totpSealed).not.toContain(totp)
  expect(openSecret(door.secretsKey, person.id, person.totpSealed ?? '')).toBe(totp)
  expect(() => openSecret(door.secretsKey, town.id, person.totpSealed ?? '')).toThrow()
  expect(() => openSecret(Buffer.alloc(32, 8), person.id, person.totpSealed ?? '')).toThrow()
  const sealed = sealSecret(door.secretsKey, person.id, totp)
  const changed = `${sealed.slice(0, -2)}${sealed.at(-2) === 'A' ? 'B' : 'A'}${sealed.slice(-1)}`
  expect(() => openSecret(door.secretsKey, person.id, changed)).toThrow()
})
