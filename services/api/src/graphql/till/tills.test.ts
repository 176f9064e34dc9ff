import { encodePublicId, registerTill, setPin } from '@artel/use-cases'
import { aCoalition, aDoor, aPerson, type BuiltCoalition, signedIn } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshKey, RECORD, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const PIN = '4071'
let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  // The same key as the door of the tests: what they hash is found here.
  api = await startTestApi({ secretsKey: aDoor().secretsKey })
  town = await aCoalition().withMember('wash').withMember('cafe').withCustomer('Anna').open(api.store)
})
afterAll(() => api.stop())

const REGISTER = `mutation ($input: TillRegisterInput!) { tillRegister(input: $input) {
  ... on UserError { code } ... on TillRegisterPayload { secret till { id name member { handle } } } } }`
const SIGN_IN = `mutation ($input: TillSessionCreateInput!) { tillSessionCreate(input: $input) {
  ... on UserError { code message }
  ... on SessionPayload { token me { lacks person { id } places { id roles } session { tillName } sessions { id } } } } }`
const CASHIERS = '{ tillCashiers { cashierId name } }'
const REVOKE = `mutation ($id: ID!) { tillRevoke(input: { id: $id }) {
  ... on UserError { code } ... on TillRevokePayload { till { revokedAt } } } }`

const aTill = (handle = 'wash') => registerTill(town.member(handle).context, { name: 'Bay 1' })
/** A cashier with a PIN, and the secret of the session that set it. */
async function aCashier(email: string, role: 'CASHIER' | 'MEMBER_MANAGER' = 'CASHIER', handle = 'wash') {
  const { secret, session, grant } = await aPerson(town.member(handle).context, { email, role })
  await setPin(await signedIn({ store: api.store }, secret), { pin: PIN, door: aDoor() })
  const { personId } = session
  return { secret, personId, cashierId: encodePublicId('person', personId), grantId: grant.id }
}
const signIn = async (key: string, cashierId: string, pin = PIN) =>
  (await api.call(SIGN_IN, { input: { cashierId, pin } }, { key })).data?.tillSessionCreate
const codesOf = (answer: { errors: readonly { extensions: Record<string, unknown> }[] }) =>
  answer.errors.map(({ extensions }) => extensions.code)

describe('a day at the till', () => {
  test('the manager registers it, a cashier signs in by PIN, sells, and the next one takes over', async () => {
    const registered = await api.call(
      REGISTER,
      { input: { name: 'Desk' } },
      { key: town.member('wash').apiKey },
    )
    const { secret: key, till } = registered.data.tillRegister
    expect(till).toMatchObject({ name: 'Desk', member: { handle: 'wash' } })
    const [olga, pavel] = [await aCashier('olga@wash.example'), await aCashier('pavel@wash.example')]
    const { data } = await api.call(CASHIERS, {}, { key })
    expect(data.tillCashiers).toEqual([
      { cashierId: olga.cashierId, name: 'olga' },
      { cashierId: pavel.cashierId, name: 'pavel' },
    ])
    const { token, me } = await signIn(key, olga.cashierId)
    expect(me).toMatchObject({
      ...{ lacks: null, person: { id: olga.cashierId }, session: { tillName: 'Desk' } },
      places: [{ id: encodePublicId('member', town.member('wash').id), roles: ['CASHIER'] }],
    })
    expect(me.sessions).toHaveLength(1)
    const customer = { id: encodePublicId('customer', town.customer('Anna').id) }
    const sale = { idempotencyKey: freshKey(), customer, receiptRef: 'till-1', total: roubles(100) }
    const sold = await api.call(RECORD, { input: sale }, { key: token })
    expect(sold.data.purchaseRecord.purchase.id).toMatch(/^pur_/)
    const next = await signIn(key, pavel.cashierId)
    expect(next.me.person.id).toBe(pavel.cashierId)
    const status = async () => (await api.call('{ me { person { id } } }', {}, { key: token })).status
    await expect.poll(status).toBe(401)
  })

  test('a PIN is set with a code of the manager, at the till', async () => {
    const { secret: key } = await aTill()
    const { session, grant } = await aPerson(town.member('wash').context, {
      ...{ email: 'new@wash.example', role: 'CASHIER' },
    })
    const made = await api.call(
      `mutation ($grantId: ID!) { pinCodeCreate(input: { grantId: $grantId }) {
        ... on UserError { code } ... on PinCodeCreatePayload { pinCode expiresAt } } }`,
      { grantId: encodePublicId('staffGrant', grant.id) },
      { key: town.member('wash').apiKey },
    )
    const SET = `mutation ($input: PinSetByCodeInput!) { pinSetByCode(input: $input) {
      ... on UserError { code } ... on PinSetByCodePayload { cashier { cashierId } } } }`
    const input = { code: made.data.pinCodeCreate.pinCode, pin: PIN }
    const cashierId = encodePublicId('person', session.personId)
    const set = await api.call(SET, { input }, { key })
    expect(set.data.pinSetByCode).toEqual({ cashier: { cashierId } })
    expect((await signIn(key, cashierId)).token).toMatch(/^ss_/)
  })
})

describe('who tries what a till is not for', () => {
  test('the secret of a till lists cashiers and lets them in, and does nothing else', async () => {
    const { secret: key } = await aTill()
    for (const query of [
      '{ viewer { kind } }',
      '{ coalition { name } }',
      '{ tills(first: 1) { nodes { id } } }',
      '{ staff(first: 1) { nodes { email } } }',
      'mutation { pinSet(input: { pin: "9158" }) { __typename } }',
      'mutation { tillRegister(input: { name: "x" }) { __typename } }',
      'mutation { sessionLinkRequest(input: { email: "x@example.com" }) { __typename } }',
    ])
      expect([query, codesOf(await api.call(query, {}, { key }))]).toEqual([query, ['FORBIDDEN']])
    expect(codesOf(await api.call(CASHIERS, {}, { key: town.member('wash').apiKey }))).toEqual(['FORBIDDEN'])
    expect(codesOf(await api.call(CASHIERS))).toEqual(['UNAUTHENTICATED'])
  })

  test('a till that was made up, or is of another coalition by its name, is nobody', async () => {
    const other = await aCoalition().withMember('wash').open(api.store)
    const { secret } = await aTill()
    const { secret: foreign } = await registerTill(other.member('wash').context, { name: 'x' })
    const [, coalition] = foreign.split('_')
    const [, , random] = secret.split('_')
    for (const key of [`tl_${coalition}_${random}`, `${secret}x`, 'tl_x_y'])
      expect((await api.call(CASHIERS, {}, { key })).status).toBe(401)
  })

  test('a cashier of another member, and a wrong PIN, are refused in the same words', async () => {
    const { secret: key } = await aTill()
    const stranger = await aCashier('stranger@cafe.example', 'CASHIER', 'cafe')
    const own = await aCashier('own@wash.example')
    const wrong = await signIn(key, own.cashierId, '0000')
    expect(wrong).toMatchObject({ code: 'PIN_NOT_VALID' })
    expect(await signIn(key, stranger.cashierId)).toEqual(wrong)
  })

  test('a revoked till and its sessions are refused by every process', async () => {
    const { till, secret: key } = await aTill()
    const { cashierId } = await aCashier('late@wash.example')
    const { token } = await signIn(key, cashierId)
    expect((await api.call(CASHIERS, {}, { key })).status).toBe(200)
    expect((await api.call('{ viewer { kind } }', {}, { key: token })).data.viewer.kind).toBe('MEMBER')
    const id = encodePublicId('till', till.id)
    const elsewhere = await api.call(REVOKE, { id }, { key: town.member('cafe').apiKey })
    expect(elsewhere.data.tillRevoke).toEqual({ code: 'NOT_FOUND' })
    const revoked = await api.call(REVOKE, { id }, { key: town.member('wash').apiKey })
    expect(revoked.data.tillRevoke.till.revokedAt).not.toBeNull()
    const statusOf = async (credential: string) =>
      (await api.call('{ __typename }', {}, { key: credential })).status
    await expect.poll(() => statusOf(key)).toBe(401)
    await expect.poll(() => statusOf(token)).toBe(401)
  })

  test('a manager signed in by PIN proposes, approves and manages nothing, and leaves the account alone', async () => {
    const { secret: key } = await aTill()
    const manager = await aCashier('manager@wash.example', 'MEMBER_MANAGER')
    const { token } = await signIn(key, manager.cashierId)
    const customer = encodePublicId('customer', town.customer('Anna').id)
    const nowhere = (noun: 'adjustment' | 'till' | 'staffGrant') => encodePublicId(noun, town.id)
    for (const call of [
      `adjustmentPropose(input: { idempotencyKey: "${freshKey()}", customer: { id: "${customer}" }, points: "5", kind: GOODWILL, reason: "x" })`,
      `adjustmentApprove(input: { idempotencyKey: "${freshKey()}", adjustmentId: "${nowhere('adjustment')}" })`,
      `promoAward(input: { idempotencyKey: "${freshKey()}", customer: { id: "${customer}" }, points: "5" })`,
      'staffInvite(input: { email: "x@example.com", role: CASHIER })',
      'apiKeyCreate(input: { name: "x" })',
      'tillRegister(input: { name: "x" })',
      `tillRevoke(input: { id: "${nowhere('till')}" })`,
      `pinCodeCreate(input: { grantId: "${nowhere('staffGrant')}" })`,
      'pinSet(input: { pin: "9158" })',
      'totpEnrol(input: {})',
      'passwordChange(input: { password: "a new long password" })',
      'sessionEndAll(input: {})',
    ]) {
      const answer = await api.call(`mutation { ${call} { __typename } }`, {}, { key: token })
      expect([call, codesOf(answer)]).toEqual([call, ['FORBIDDEN']])
    }
    // The session by e-mail is not seen from the till, and does what the role says.
    const { data } = await api.call('{ me { sessions { id } } }', {}, { key: token })
    expect(data.me.sessions).toHaveLength(1)
    const invited = await api.call('{ tills(first: 1) { nodes { id } } }', {}, { key: manager.secret })
    expect(invited.data.tills.nodes).toHaveLength(1)
  })

  test('a PIN session acts nowhere else, whatever the header names', async () => {
    const { secret: key } = await aTill()
    const both = await aCashier('both@wash.example')
    const { token } = await signIn(key, both.cashierId)
    for (const place of [
      encodePublicId('member', town.member('cafe').id),
      encodePublicId('coalition', town.id),
    ]) {
      const headers = { 'artel-acting-for': place }
      expect(codesOf(await api.call('{ viewer { kind } }', {}, { key: token, headers }))).toEqual([
        'FORBIDDEN',
      ])
    }
  })
})
