import { generateKeyPairSync } from 'node:crypto'
import { points, Refusal } from '@artel/ledger'
import type { Store } from '@artel/store'
import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { updateCoalition } from '../coalition/update-coalition.ts'
import { requestConfirmation } from '../confirmation/request-confirmation.ts'
import { eraseCustomer } from '../customer/erase-customer.ts'
import { freezeCustomer } from '../freeze/freeze-customer.ts'
import { unfreezeCustomer } from '../freeze/unfreeze-customer.ts'
import { encodePublicId } from '../ids/public-id.ts'
import type { Message } from '../messages/message-sender.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { exportCustomer } from '../privacy/export-customer.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, aDoor, aSale, type BuiltCoalition, codeIn, keepingSender } from '../testing/index.ts'
import { createCustomerToken } from './create-customer-token.ts'
import { MOST_CODES_AN_HOUR, requestCustomerSignIn } from './request-customer-sign-in.ts'
import { signInCustomer } from './sign-in-customer.ts'
import { signOutCustomer } from './sign-out-customer.ts'
import { startCustomerSession } from './stored-session.ts'

const PHONE = '+79120000001'
const sessionKey = { privateKey: generateKeyPairSync('ed25519').privateKey, algorithm: 'EdDSA' as const }
let database: TestDatabase
let store: Store
let town: BuiltCoalition
let anyone: Context
let kept: Message[]
let coalition: string
/** Of a caller of its own, so that no test waits for another's failures. */
let door: ReturnType<typeof aDoor>
let addresses = 0
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())
beforeEach(async () => {
  town = await aCoalition()
    .withMember('shop')
    .withCustomer('Anna', { phone: PHONE })
    .withCustomer('Boris', { phone: '+79120000002' })
    .open(store)
  await updateCoalition(town.adminContext, { hostedPage: true })
  coalition = encodePublicId('coalition', town.id)
  kept = []
  anyone = { store, principal: { kind: 'anonymous' }, sender: keepingSender(kept) }
  addresses += 1
  door = aDoor(`203.0.113.${addresses}`)
})

async function request(phone = PHONE, at = door): Promise<void> {
  const work: Promise<void>[] = []
  const later = (one: Promise<void>) => work.push(one)
  await requestCustomerSignIn(anyone, { coalition, phone, language: 'ru', door: at, later })
  await Promise.all(work)
}
const code = () => codeIn(kept.at(-1))
const wrong = () => (code() === '000000' ? '000001' : '000000')
const signIn = (given = code(), phone = PHONE, at = door) =>
  signInCustomer(anyone, { coalition, phone, code: given, door: at, sessionKey })
async function signedIn(phone = PHONE): Promise<string> {
  await request(phone)
  return (await signIn(code(), phone)).secret
}
const tokenOf = (secret: string | null) =>
  createCustomerToken(anyone, { coalition, secretOf: () => secret, door, sessionKey })
const claims = (token: string | undefined) =>
  JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString())
const outcome = (work: Promise<unknown>) => work.then(() => 'done').catch((error: unknown) => codeOf(error))
const codeOf = (error: unknown) => (error instanceof Refusal ? error.code : error)
/** Moves what a session remembers into the past. */
const age = (what: string) =>
  asSuperuser(database.databaseUrl, `update customer_session set ${what} where coalition_id = '${town.id}'`)

describe('a code to sign in', () => {
  test('goes to the phone in the language of the page, and says what it is for', async () => {
    await request()
    expect(kept).toEqual([
      {
        channel: 'SMS',
        address: PHONE,
        locale: 'ru',
        subject: null,
        text: expect.stringContaining('Test coalition'),
      },
    ])
    expect(kept[0]?.text).toContain('Не говорите его никому')
  })

  test('is sent to nobody who is no customer, and the answer is the same', async () => {
    await request('+79129999999')
    expect(kept).toEqual([])
    await request()
    expect(await outcome(signIn(code(), '+79129999999'))).toBe('SIGN_IN_CODE_WRONG')
    expect(await outcome(signIn(wrong()))).toBe('SIGN_IN_CODE_WRONG')
  })

  test('is sent once a minute, however often and from wherever it is asked for', async () => {
    for (let at = 0; at < 3; at += 1) await request(PHONE, aDoor(`198.51.100.${at}`))
    expect(kept).toHaveLength(1)
  })

  test('makes whoever asks from one place wait, whether or not somebody has the phone', async () => {
    for (const phone of [PHONE, '+79129999999']) {
      const outcomes = []
      for (let at = 0; at < 6; at += 1) outcomes.push(await outcome(request(phone)))
      expect([outcomes[0], outcomes.at(-1)]).toEqual(['done', 'SIGN_IN_DELAYED'])
    }
  })

  test('is sent to no more customers of a coalition within an hour than there may be', async () => {
    const rows = Array.from({ length: MOST_CODES_AN_HOUR }, () => uuidv7())
    await store.prisma.confirmation.createMany({
      data: rows.map((id) => ({
        ...{ coalitionId: town.id, id, customerId: town.customer('Boris').id, purpose: 'SIGN_IN' },
        ...{ channel: 'SMS', codeHash: new Uint8Array(32), createdAt: new Date() },
        ...{ expiresAt: new Date(), keyScopeId: town.customer('Boris').id, key: id, requestHash: '' },
      })),
    })
    expect([await outcome(request()), await outcome(request('+79129999999'))]).toEqual([
      'SIGN_IN_DELAYED',
      'SIGN_IN_DELAYED',
    ])
  })

  test('takes none of the codes with which the customer says yes, nor the other way round', async () => {
    await request()
    const shop = { ...town.member('shop').context, sender: keepingSender(kept) }
    await recordPurchase(shop, aSale({ id: town.customer('Anna').id }))
    await requestConfirmation(shop, {
      ...{ purpose: 'SPEND', customer: { phone: PHONE }, points: points(10n) },
      idempotencyKey: uuidv7(),
    })
    expect(kept).toHaveLength(2)
    expect(await outcome(signIn())).toBe('SIGN_IN_CODE_WRONG')
  })

  test('works once, and is spent by five tries from wherever they come', async () => {
    await request()
    const right = code()
    await signIn(right)
    expect(await outcome(signIn(right))).toBe('SIGN_IN_CODE_WRONG')
    await store.prisma.confirmation.updateMany({
      where: { coalitionId: town.id },
      data: { createdAt: new Date(0) },
    })
    await request()
    const next = code()
    for (let at = 0; at < 5; at += 1) await outcome(signIn(wrong(), PHONE, aDoor(`192.0.2.${at}`)))
    expect(await outcome(signIn(next))).toBe('SIGN_IN_CODE_WRONG')
  })

  test('is guessed ever more slowly from one place', async () => {
    await request()
    const outcomes = []
    for (let at = 0; at < 6; at += 1) outcomes.push(await outcome(signIn(wrong())))
    expect([outcomes[0], outcomes.at(-1)]).toEqual(['SIGN_IN_CODE_WRONG', 'SIGN_IN_DELAYED'])
  })

  test('is none where the coalition has no page', async () => {
    await updateCoalition(town.adminContext, { hostedPage: false })
    expect(await outcome(request())).toBe('NOT_FOUND')
    coalition = 'no-such-town'
    expect(await outcome(request())).toBe('NOT_FOUND')
  })
})

describe('a session of the page', () => {
  test('becomes a token of the coalition that reads and changes the wallet, for the own origin, and holds nothing', async () => {
    const { token } = await tokenOf(await signedIn())
    expect(claims(token?.token)).toMatchObject({
      ...{ iss: coalition, sub: encodePublicId('customer', town.customer('Anna').id), aud: 'artel' },
      ...{
        scope: 'wallet:read wallet:write',
        origin: new URL(door.publicUrl).origin,
        sid: expect.any(String),
      },
    })
    const { exp, iat } = claims(token?.token)
    expect(exp - iat).toBe(600)
    const { tokenHash } = await store.prisma.customerSession.findFirstOrThrow({
      where: { coalitionId: town.id },
    })
    expect(tokenHash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('changes its secret once a day, and the one before answers beside it for a minute', async () => {
    const first = await signedIn()
    expect((await tokenOf(first)).secret).toBeNull()
    await age("renewed_at = now() - interval '25 hours', last_seen_at = now() - interval '25 hours'")
    const { secret: second } = await tokenOf(first)
    expect(second).toMatch(/^cs_/)
    const { token, secret } = await tokenOf(first)
    expect([token === null, secret]).toEqual([false, null])
    expect((await tokenOf(second)).token).not.toBeNull()
  })

  test('ends for both when a secret comes back after the next one was used', async () => {
    const first = await signedIn()
    await age("renewed_at = now() - interval '25 hours'")
    const { secret: second } = await tokenOf(first)
    expect((await tokenOf(second)).token).not.toBeNull()
    await age("renewed_at = now() - interval '2 minutes'")
    expect((await tokenOf(first)).token).toBeNull()
    expect((await tokenOf(second)).token).toBeNull()
  })

  test('goes on where the answer with its next secret was lost', async () => {
    const first = await signedIn()
    await age("renewed_at = now() - interval '25 hours'")
    await tokenOf(first)
    await age("renewed_at = now() - interval '2 hours', last_seen_at = now() - interval '2 hours'")
    const { token, secret } = await tokenOf(first)
    expect(token).not.toBeNull()
    expect((await tokenOf(secret)).token).not.toBeNull()
  })

  test.each([
    ['that nobody used for 30 days', "last_seen_at = now() - interval '31 days'"],
    ['of 180 days', "expires_at = now() - interval '1 second'"],
  ])('%s is over', async (_what, what) => {
    const secret = await signedIn()
    await age(what)
    expect((await tokenOf(secret)).token).toBeNull()
  })

  test('ends alone, or with all others of the customer', async () => {
    const [one, other] = [await signedIn(), await signedInAgain()]
    expect((await tokenOf(one)).devices).toHaveLength(2)
    const out = (secret: string, everywhere: boolean) =>
      signOutCustomer(anyone, { coalition, secretOf: () => secret, everywhere })
    expect((await out(one, false)).ended).toBe(1)
    expect([(await tokenOf(one)).token, (await tokenOf(other)).token === null]).toEqual([null, false])
    const third = await signedInAgain()
    expect((await out(third, true)).ended).toBe(2)
    expect((await tokenOf(other)).token).toBeNull()
  })

  test('is one of twenty at most: once more, and the one used the longest ago is over', async () => {
    const customerId = town.customer('Anna').id
    const secrets = []
    for (let at = 0; at < 20; at += 1)
      secrets.push((await startCustomerSession(store, door, { coalitionId: town.id, customerId }))?.secret)
    const [oldest, next] = secrets
    await tokenOf(oldest ?? '')
    const latest = await signedIn()
    const living = async (secret = '') => (await tokenOf(secret)).token !== null
    expect([await living(oldest), await living(next), await living(latest)]).toEqual([true, false, true])
    expect((await tokenOf(latest)).devices).toHaveLength(20)
  })

  test('ends where the phone was said to be lost, and no code opens another until an administrator unfreezes', async () => {
    const shop = town.member('shop').context
    const customer = { id: town.customer('Anna').id }
    const secret = await signedIn()
    await freezeCustomer(shop, { customer })
    expect((await tokenOf(secret)).token).not.toBeNull()
    await store.prisma.confirmation.updateMany({
      where: { coalitionId: town.id },
      data: { createdAt: new Date(0) },
    })
    await request()
    const waiting = code()
    await freezeCustomer(shop, { customer, isPhoneLost: true })
    expect((await tokenOf(secret)).token).toBeNull()
    expect(await outcome(signIn(waiting))).toBe('SIGN_IN_CODE_WRONG')
    const of = { coalitionId: town.id, customerId: customer.id }
    expect(await startCustomerSession(store, door, of)).toBeUndefined()
    const before = kept.length
    await request(PHONE, aDoor('198.51.100.77'))
    expect(kept).toHaveLength(before)
    await unfreezeCustomer(town.adminContext, { customer, reason: 'passport seen' })
    expect((await tokenOf(await signedInAgain())).token).not.toBeNull()
  })

  test('ends too where an administrator had frozen before the phone was said to be lost', async () => {
    const customer = { id: town.customer('Anna').id }
    const secret = await signedIn()
    await freezeCustomer(town.adminContext, { customer, reason: 'theft' })
    expect((await tokenOf(secret)).token).not.toBeNull()
    await freezeCustomer(town.member('shop').context, { customer, isPhoneLost: true })
    expect((await tokenOf(secret)).token).toBeNull()
  })

  test('is of the survivor after a merge, and signed out everywhere with it', async () => {
    const secret = await signedIn()
    const [from, into] = [town.customer('Anna').id, town.customer('Boris').id]
    await mergeCustomers(town.adminContext, {
      ...{ customer: { id: from }, into: { id: into }, idempotencyKey: uuidv7() },
    })
    const survivor = await signedIn('+79120000002')
    expect((await tokenOf(survivor)).devices).toHaveLength(2)
    expect(claims((await tokenOf(secret)).token?.token)).toMatchObject({
      sub: encodePublicId('customer', into),
    })
  })

  test('goes with an erasure, and is told by an export before', async () => {
    const secret = await signedIn()
    const customerId = town.customer('Anna').id
    const { data } = await exportCustomer(town.adminContext, { customer: { id: customerId } })
    expect(data.sessions).toEqual([expect.objectContaining({ device: door.device, endedAt: null })])
    await eraseCustomer(town.adminContext, { customerId, reason: 'CUSTOMER_REQUEST' })
    expect((await tokenOf(secret)).token).toBeNull()
    expect(await store.prisma.customerSession.count({ where: { coalitionId: town.id } })).toBe(0)
  })

  test('is none for what is no secret', async () => {
    for (const secret of [null, '', 'cs_x', `ss_${'1'.repeat(40)}`]) {
      expect(await tokenOf(secret)).toMatchObject({ token: null, secret: null, devices: [] })
    }
  })
})

async function signedInAgain(): Promise<string> {
  await store.prisma.confirmation.updateMany({
    where: { coalitionId: town.id },
    data: { createdAt: new Date(0) },
  })
  return signedIn()
}
