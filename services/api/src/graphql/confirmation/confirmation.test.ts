import { minor } from '@artel/ledger'
import { encodePublicId, recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, type BuiltCoalition, codeIn } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshKey, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const REFUSAL = '... on UserError { code message path retryable }'
const RECORD = `mutation ($input: PurchaseRecordInput!) { purchaseRecord(input: $input) {
  ... on PurchaseRecordPayload { replayed balanceAfter } ${REFUSAL}
  ... on ConfirmationRequiredError { purpose customerId threshold }
  ... on ConfirmationInvalidError { reason attemptsLeft } } }`
const REQUEST = `mutation ($input: ConfirmationRequestInput!) { confirmationRequest(input: $input) {
  ... on ConfirmationRequestPayload { confirmationId channel maskedAddress expiresAt replayed } ${REFUSAL} } }`
const UPDATE = `mutation ($input: CoalitionUpdateInput!) { coalitionUpdate(input: $input) {
  ... on CoalitionUpdatePayload { coalition { confirmSpendingAbovePoints } } ${REFUSAL} } }`

const PHONE = '+79125550117'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await townOf(api)
})
afterAll(() => api.stop())

async function townOf({ store }: TestApi): Promise<BuiltCoalition> {
  const built = await aCoalition().withMember('wash').withCustomer('Anna', { phone: PHONE }).open(store)
  await recordPurchase(
    built.member('wash').context,
    aSale(built.customer('Anna'), { total: roublesIn(10_000) }),
  )
  return built
}
const roublesIn = (whole: number) => ({ amountMinor: minor(BigInt(whole) * 100n), currency: 'RUB' })

const memberOf = (built: BuiltCoalition) => ({ key: built.member('wash').apiKey })
const anna = (built: BuiltCoalition) => ({ id: encodePublicId('customer', built.customer('Anna').id) })
const saleOf = (built: BuiltCoalition, spent: string) => ({
  ...{ customer: anna(built), receiptRef: freshKey(), total: roubles(1_000), points: spent },
  idempotencyKey: freshKey(),
})

test('an administrator sets the threshold and takes it away; it is checked, and left alone when left out', async () => {
  const update = async (input: object) => {
    const { data } = await api.call(UPDATE, { input }, { key: town.adminKey })
    return data.coalitionUpdate
  }
  expect(await update({ confirmSpendingAbovePoints: '100' })).toEqual({
    coalition: { confirmSpendingAbovePoints: '100' },
  })
  expect(await update({ coverageAnonymous: true })).toEqual({
    coalition: { confirmSpendingAbovePoints: '100' },
  })
  expect(await update({ confirmSpendingAbovePoints: null })).toEqual({
    coalition: { confirmSpendingAbovePoints: null },
  })
  expect(await update({ confirmSpendingAbovePoints: '-1' })).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await update({ confirmSpendingAbovePoints: '0' })).toEqual({
    coalition: { confirmSpendingAbovePoints: '0' },
  })
})

test('a sale is refused, the customer is asked, and the same sale goes through with the code', async () => {
  const sale = saleOf(town, '200')
  const first = await api.call(RECORD, { input: sale }, memberOf(town))
  expect(first.data.purchaseRecord).toEqual({
    ...{ code: 'CONFIRMATION_REQUIRED', message: expect.stringContaining('confirmationRequest') },
    ...{
      path: ['input', 'confirmation'],
      retryable: false,
      purpose: 'SPEND',
      customerId: anna(town).id,
      threshold: '0',
    },
  })
  const wish = {
    purpose: 'SPEND',
    customer: anna(town),
    points: '200',
    locale: 'en',
    idempotencyKey: freshKey(),
  }
  const { data } = await api.call(REQUEST, { input: wish }, memberOf(town))
  const { confirmationId: id } = data.confirmationRequest
  expect(data.confirmationRequest).toMatchObject({
    channel: 'SMS',
    maskedAddress: '+7********17',
    replayed: false,
  })
  expect(id).toMatch(/^cnf_/)
  const code = codeIn(api.messages.at(-1))
  const wrong = { id, code: code === '111111' ? '222222' : '111111' }
  const guessed = await api.call(RECORD, { input: { ...sale, confirmation: wrong } }, memberOf(town))
  expect(guessed.data.purchaseRecord).toMatchObject({
    ...{ code: 'CONFIRMATION_INVALID', reason: 'WRONG_CODE', attemptsLeft: 4 },
  })
  const malformed = await api.call(
    RECORD,
    { input: { ...sale, confirmation: { id: anna(town).id, code } } },
    memberOf(town),
  )
  expect(malformed.data.purchaseRecord).toMatchObject({
    code: 'NOT_FOUND',
    path: ['input', 'confirmation', 'id'],
  })
  const done = await api.call(RECORD, { input: { ...sale, confirmation: { id, code } } }, memberOf(town))
  expect(done.data.purchaseRecord).toMatchObject({ replayed: false })
  const again = await api.call(RECORD, { input: sale }, memberOf(town))
  expect(again.data.purchaseRecord).toEqual({ ...done.data.purchaseRecord, replayed: true })
  // What nobody but the customer may read is in no line of the log.
  const log = api.logLines.join('\n')
  expect([log.includes(code), log.includes(PHONE), log.length > 0]).toEqual([false, false, true])
})

test('a production without a sender says so wherever a code is needed, and sends nothing anywhere', async () => {
  const live = await startTestApi({ production: true, messageSender: null })
  try {
    const there = await townOf(live)
    await live.call(UPDATE, { input: { confirmSpendingAbovePoints: '100' } }, { key: there.adminKey })
    const above = await live.call(RECORD, { input: saleOf(there, '101') }, memberOf(there))
    expect(above.data.purchaseRecord).toMatchObject({ code: 'CONFIRMATION_UNAVAILABLE' })
    const below = await live.call(RECORD, { input: saleOf(there, '100') }, memberOf(there))
    expect(below.data.purchaseRecord).toMatchObject({ replayed: false })
    const wish = { purpose: 'SPEND', customer: anna(there), points: '200', idempotencyKey: freshKey() }
    const asked = await live.call(REQUEST, { input: wish }, memberOf(there))
    expect(asked.data.confirmationRequest).toMatchObject({
      code: 'CONFIRMATION_UNAVAILABLE',
      retryable: false,
    })
    expect([live.messages, live.logLines.join('').includes(PHONE)]).toEqual([[], false])
    expect(await live.store.prisma.confirmation.count()).toBe(0)
  } finally {
    await live.stop()
  }
})
