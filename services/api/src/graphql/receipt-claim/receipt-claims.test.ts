import { encodePublicId } from '@artel/use-cases'
import { aCoalition, aDriveNumber, aReceipt, type BuiltCoalition, fiscalOf } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEFAULT_RATE_LIMITS } from '../../limits/rate-limits.ts'
import { CAPTURE, freshKey, HOLD, persistedId, RECORD, roubles } from '../../testing/operations.ts'
import { callApi, startTestApi, type TestApi } from '../../testing/test-api.ts'

const ADD = `mutation ($input: FiscalDriveAddInput!) { fiscalDriveAdd(input: $input) { __typename
  ... on FiscalDrivePayload { fiscalDrive { id fn since until member { handle } } } ... on UserError { code path } } }`
const CLOSE = `mutation ($input: FiscalDriveCloseInput!) { fiscalDriveClose(input: $input) { __typename
  ... on FiscalDrivePayload { fiscalDrive { until } } ... on UserError { code } } }`
const DRIVES = '{ fiscalDrives(first: 50) { nodes { id fn } } }'
const MAKE = `mutation ($input: ReceiptClaimMakeInput!) { receiptClaimMake(input: $input) { __typename
  ... on ReceiptClaimMakePayload { replayed receiptClaim { id state } }
  ... on UserError { code path } ... on ReceiptNotClaimableError { bar } } }`
const CONFIRM = `mutation ($input: ReceiptClaimConfirmInput!) { receiptClaimConfirm(input: $input) { __typename
  ... on ReceiptClaimConfirmPayload { replayed balanceAfter purchase { id receiptRef pointsEarned fiscal { fn i fp } } }
  ... on UserError { code } ... on ReceiptNotClaimableError { bar } } }`
const DECLINE = `mutation ($input: ReceiptClaimDeclineInput!) { receiptClaimDecline(input: $input) { __typename
  ... on ReceiptClaimPayload { receiptClaim { state reason } } ... on UserError { code } } }`
const LIST = `query ($pending: Boolean) { receiptClaims(first: 50, pending: $pending) { nodes {
  id state total { amountMinor } receipt { i } customer { id } purchase { id } } } }`

let api: TestApi
let town: BuiltCoalition
let fn: string
beforeAll(async () => {
  const named = { ...DEFAULT_RATE_LIMITS.named, codes: { burst: 5, perSecond: 1 } }
  api = await startTestApi({ rateLimits: { ...DEFAULT_RATE_LIMITS, named } })
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(api.store)
  fn = await registered('wash')
})
afterAll(() => api.stop())

const keyOf = (handle: string) => town.member(handle).apiKey
const customer = (name: string) => ({ id: encodePublicId('customer', town.customer(name).id) })
const call = async (query: string, input: object, key: string) => {
  const { data, errors } = await api.call(query, { input }, { key })
  expect(errors).toEqual([])
  return data
}

async function registered(handle: string): Promise<string> {
  const number = aDriveNumber()
  const since = new Date(Date.now() - 3_600_000).toISOString()
  const { fiscalDriveAdd } = await call(ADD, { fn: number, since }, keyOf(handle))
  expect(fiscalDriveAdd).toMatchObject({ fiscalDrive: { fn: number, until: null, member: { handle } } })
  return number
}

/** As a page sends it: a customer's token runs persisted operations alone. */
const sentOwn = (operation: string, variables: object, token: string) =>
  callApi(api.url, { documentId: persistedId(operation), variables }, { key: token })
const claimOwn = async (receipt: string, token: string) => {
  const input = { receipt, idempotencyKey: freshKey() }
  const { data, errors } = await sentOwn('OwnReceiptClaimMake', { input }, token)
  return data?.receiptClaimMake ?? errors[0]?.extensions
}
const ownClaims = async (token: string) =>
  (await sentOwn('OwnReceiptClaims', { first: 10 }, token)).data.receiptClaims.nodes
const confirm = async (id: string, key: string) =>
  (await call(CONFIRM, { id, idempotencyKey: freshKey() }, key)).receiptClaimConfirm
const pendingOf = async (key: string) =>
  (await api.call(LIST, { pending: true }, { key })).data.receiptClaims.nodes

async function tokenOf(name: string, handle = 'wash'): Promise<string> {
  const { data } = await api.call(
    `mutation ($id: ID!) { widgetSessionCreate(input: { customer: { id: $id } }) { ... on WidgetSessionCreatePayload { token } } }`,
    { id: customer(name).id },
    { key: keyOf(handle) },
  )
  return data.widgetSessionCreate.token
}

test("from the customer's page over the member's list to the points", async () => {
  const token = await tokenOf('Anna', 'cafe')
  const atWash = await tokenOf('Anna')
  const receipt = aReceipt(fn, { s: '1234.00' })
  const { receiptClaim } = await claimOwn(receipt, token)
  expect(receiptClaim).toMatchObject({ state: 'PENDING', total: { amountMinor: '123400' } })
  // A page of the café claims what a till of the wash printed, and is told of no claims there.
  expect(await ownClaims(token)).toEqual([])
  expect(await ownClaims(atWash)).toMatchObject([{ id: receiptClaim.id, state: 'PENDING', purchase: null }])
  expect(await pendingOf(keyOf('wash'))).toMatchObject([
    ...[{ id: receiptClaim.id, customer: customer('Anna'), receipt: { i: fiscalOf(receipt).i } }],
  ])
  expect(await pendingOf(keyOf('cafe'))).toEqual([])
  expect(await confirm(receiptClaim.id, keyOf('cafe'))).toMatchObject({ code: 'NOT_FOUND' })
  const confirmed = await confirm(receiptClaim.id, keyOf('wash'))
  const { i, fp } = fiscalOf(receipt)
  expect(confirmed).toMatchObject({
    ...{ replayed: false, balanceAfter: '61' },
    purchase: { receiptRef: `${fn}-${i}-${fp}`, pointsEarned: '61', fiscal: { fn, i, fp } },
  })
  expect(await ownClaims(atWash)).toMatchObject([
    ...[{ state: 'CONFIRMED', purchase: { id: confirmed.purchase.id, pointsEarned: '61' } }],
  ])
  expect(await pendingOf(keyOf('wash'))).toEqual([])
  expect(await confirm(receiptClaim.id, keyOf('wash'))).toMatchObject({ bar: 'CONFIRMED' })
})

test('a no has a reason, which the customer reads', async () => {
  const token = await tokenOf('Anna')
  const { receiptClaim } = await claimOwn(aReceipt(fn), token)
  const input = { id: receiptClaim.id, reason: 'Not in our journal' }
  const { receiptClaimDecline: no } = await call(DECLINE, input, keyOf('wash'))
  expect(no).toMatchObject({ receiptClaim: { state: 'DECLINED', reason: 'Not in our journal' } })
  const [newest] = await ownClaims(token)
  expect(newest).toMatchObject({ state: 'DECLINED', reason: 'Not in our journal' })
})

test("a till's sale closes the claim, whose customer is not told of the other's purchase", async () => {
  const token = await tokenOf('Anna')
  const receipt = aReceipt(fn)
  const { receiptClaim } = await claimOwn(receipt, token)
  const sale = { total: roubles(1000), fiscal: fiscalOf(receipt), customer: customer('Boris') }
  const record = async () => {
    const input = { ...sale, receiptRef: freshKey(), idempotencyKey: freshKey() }
    return (await api.call(RECORD, { input }, { key: keyOf('wash') })).data.purchaseRecord
  }
  const { purchase } = await record()
  expect(await record()).toMatchObject({ code: 'FISCAL_RECEIPT_USED' })
  const [newest] = await ownClaims(token)
  expect(newest).toMatchObject({ id: receiptClaim.id, state: 'RECORDED', purchase: null })
  const { data } = await api.call(LIST, {}, { key: keyOf('wash') })
  const row = data.receiptClaims.nodes.find(({ id }: { id: string }) => id === receiptClaim.id)
  expect(row.purchase).toEqual({ id: purchase.id })
})

test('a captured hold takes the fiscal receipt as a sale does', async () => {
  const key = { key: keyOf('wash') }
  const boris = { customer: customer('Boris') }
  const sale = { ...boris, total: roubles(1000), receiptRef: freshKey(), idempotencyKey: freshKey() }
  await api.call(RECORD, { input: sale }, key)
  const order = {
    ...boris,
    bill: roubles(1000),
    points: '10',
    orderRef: freshKey(),
    idempotencyKey: freshKey(),
  }
  const { hold } = (await api.call(HOLD, { input: order }, key)).data.holdCreate
  const receipt = aReceipt(fn)
  const input = { holdId: hold.id, total: roubles(1000), fiscal: fiscalOf(receipt) }
  const bill = { ...input, receiptRef: freshKey(), idempotencyKey: freshKey() }
  const { holdCapture } = (await api.call(CAPTURE, { input: bill }, key)).data
  expect(holdCapture).toMatchObject({ purchase: { pointsRedeemed: '10' } })
  const again = { ...sale, fiscal: fiscalOf(receipt), receiptRef: freshKey(), idempotencyKey: freshKey() }
  const { purchaseRecord } = (await api.call(RECORD, { input: again }, key)).data
  expect(purchaseRecord).toMatchObject({ code: 'FISCAL_RECEIPT_USED' })
})

test('a member claims at its counter, of its own tills; a drive is closed by it or an administrator', async () => {
  const claim = async (key: string) => {
    const input = { receipt: aReceipt(fn), customer: customer('Boris'), idempotencyKey: freshKey() }
    return (await call(MAKE, input, key)).receiptClaimMake
  }
  expect(await claim(keyOf('cafe'))).toMatchObject({ bar: 'UNKNOWN_TILL' })
  expect(await claim(keyOf('wash'))).toMatchObject({ replayed: false, receiptClaim: { state: 'PENDING' } })

  const seen = async (key: string) => (await api.call(DRIVES, {}, { key })).data.fiscalDrives.nodes
  expect(await seen(keyOf('wash'))).toMatchObject([{ fn }])
  expect(await seen(keyOf('cafe'))).toEqual([])
  const [drive] = await seen(town.adminKey)
  expect(await call(ADD, { fn }, keyOf('cafe'))).toMatchObject({
    fiscalDriveAdd: { code: 'ALREADY_EXISTS', path: ['input', 'fn'] },
  })
  const mistake = await registered('cafe')
  const [other] = await seen(keyOf('cafe'))
  const closed = await call(CLOSE, { id: other.id }, town.adminKey)
  expect(closed.fiscalDriveClose.fiscalDrive.until).not.toBeNull()
  expect(await call(CLOSE, { id: drive.id }, keyOf('cafe'))).toMatchObject({
    fiscalDriveClose: { code: 'NOT_FOUND' },
  })
  expect(mistake).toBe(other.fn)
})

test('who tries receipts is slowed, and what is no receipt is refused at its part and is no guess', async () => {
  const token = await tokenOf('Boris')
  for (let round = 0; round < 20; round += 1)
    expect(await claimOwn(aReceipt(fn, { s: '12' }), token)).toMatchObject({ code: 'INVALID_INPUT' })
  const codes: unknown[] = []
  for (let round = 0; round < 12; round += 1)
    codes.push((await claimOwn(aReceipt('9999999999999999'), token)).code)
  expect(codes[0]).toBe('RECEIPT_NOT_CLAIMABLE')
  expect(codes.at(-1)).toBe('THROTTLED')
  expect(await claimOwn(aReceipt(fn), token)).toMatchObject({ code: 'THROTTLED' })
  expect((await claimOwn(aReceipt(fn), await tokenOf('Anna'))).receiptClaim.state).toBe('PENDING')
})
