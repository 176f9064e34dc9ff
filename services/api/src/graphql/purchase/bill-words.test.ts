import { createHash } from 'node:crypto'
import { decodePublicId, encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAPTURE, freshKey, HOLD, RECORD, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
let key: string
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition().withMember('service').withCustomer('Anna', { reference: 'anna' }).open(api.store)
  key = town.member('service').apiKey
  await api.call(RECORD, { input: sale({ receiptRef: 'earn', total: roubles(2_000) }) }, { key })
})
afterAll(() => api.stop())

const OIL = { ref: '1', title: 'Oil', total: roubles(60) }
const CARD = { ref: '2', title: 'Gift card', total: roubles(40) }
const sale = (overrides: Record<string, unknown> = {}) => ({
  customer: { reference: 'anna' },
  receiptRef: freshKey(),
  total: roubles(100),
  idempotencyKey: freshKey(),
  ...overrides,
})
const record = (overrides: Record<string, unknown>) => api.call(RECORD, { input: sale(overrides) }, { key })

const SHOWN = `query Shown($id: ID!) {
  purchase(by: { id: $id }) { code lines { ref title sku category quantity earns total { amountMinor } } }
}`
const shown = async (id: string) => (await api.call(SHOWN, { id }, { key })).data.purchase

test('what a bill says comes back as it is compared, and what it does not say is null', async () => {
  const words = { sku: 'OIL-5W30', category: ' Service/Oil', quantity: '1.50', earns: true }
  const { data } = await record({
    lines: [
      { ...OIL, ...words },
      { ...CARD, earns: false },
    ],
    code: ' winter-26 ',
  })
  const { id } = data.purchaseRecord.purchase
  expect(await shown(id)).toEqual({
    code: 'WINTER-26',
    lines: [
      {
        ...{ ref: '1', title: 'Oil', total: { amountMinor: '6000' }, sku: 'OIL-5W30' },
        ...{ category: 'service/oil', quantity: '1.5', earns: true },
      },
      {
        ...{ ref: '2', title: 'Gift card', total: { amountMinor: '4000' }, sku: null, category: null },
        ...{ quantity: null, earns: false },
      },
    ],
  })
  const plain = await record({ lines: [OIL, CARD] })
  expect(await shown(plain.data.purchaseRecord.purchase.id)).toMatchObject({
    code: null,
    lines: [OIL, CARD].map(({ ref }) => ({ ref, sku: null, category: null, quantity: null, earns: true })),
  })
})

test('a bill that says nothing is stored to the byte as ever, and under the hash that it ever had', async () => {
  const idempotencyKey = freshKey()
  const input = { ...sale({ receiptRef: 'as ever', lines: [OIL, CARD] }), idempotencyKey }
  const first = await api.call(RECORD, { input }, { key })
  const id = decodePublicId('purchase', first.data.purchaseRecord.purchase.id) ?? ''
  const { rows } = await api.store.pool.query<{ lines: string; hash: string }>(
    `select p.lines::text, encode(e.request_hash, 'hex') as hash from purchase p
      join entry e on e.coalition_id = p.coalition_id and e.group_id = p.purchase_id and e.key is not null
      where p.coalition_id = $1 and p.purchase_id = $2`,
    [town.id, id],
  )
  const money = (minor: number) => `{"amountMinor":"${minor}","currency":"RUB"}`
  const request = `{"customer":{"reference":"anna"},"lines":[{"ref":"1","title":"Oil","total":${money(6_000)}},{"ref":"2","title":"Gift card","total":${money(4_000)}}],"points":"0","receiptRef":"as ever","total":${money(10_000)}}`
  expect(rows).toEqual([
    {
      lines:
        '[{"ref":"1","title":"Oil","totalMinor":"6000"},{"ref":"2","title":"Gift card","totalMinor":"4000"}]',
      hash: createHash('sha256').update(request).digest('hex'),
    },
  ])
  const nothing = { sku: null, category: null, quantity: null, earns: null }
  const again = { ...input, code: null, lines: [{ ...OIL, ...nothing }, CARD] }
  const replay = await api.call(RECORD, { input: again }, { key })
  expect(replay.data.purchaseRecord).toMatchObject({ replayed: true })
})

test.each([
  ['another category', { lines: [{ ...OIL, category: 'service/tyres' }, CARD] }],
  ['another article', { lines: [{ ...OIL, category: 'service/oil', sku: 'OIL-0W20' }, CARD] }],
  ['another quantity', { lines: [{ ...OIL, category: 'service/oil', quantity: '2' }, CARD] }],
  ['a line that earns nothing', { lines: [{ ...OIL, category: 'service/oil', earns: false }, CARD] }],
  ['another code', { code: 'SUMMER' }],
  ['no code', { code: null }],
])('the same key with %s is another request', async (_what, change) => {
  const input = sale({ lines: [{ ...OIL, category: 'service/oil' }, CARD], code: 'WINTER' })
  const first = await api.call(RECORD, { input }, { key })
  expect(first.data.purchaseRecord).toMatchObject({ replayed: false })
  const second = await api.call(RECORD, { input: { ...input, ...change } }, { key })
  expect(second.data.purchaseRecord).toMatchObject({ code: 'IDEMPOTENCY_KEY_MISMATCH' })
  const replay = await api.call(RECORD, { input }, { key })
  expect(replay.data.purchaseRecord).toMatchObject({ replayed: true })
})

describe('a hold keeps its code for the capture', () => {
  const held = async (code?: string) => {
    const order = { orderRef: freshKey(), bill: roubles(100), points: '10', idempotencyKey: freshKey() }
    const input = { customer: { reference: 'anna' }, ...order, ...(code && { code }) }
    const { data } = await api.call(HOLD, { input }, { key })
    return data.holdCreate.hold.id as string
  }
  const captured = async (holdId: string, overrides: Record<string, unknown> = {}) => {
    const bill = { receiptRef: freshKey(), total: roubles(100), idempotencyKey: freshKey() }
    const { data } = await api.call(CAPTURE, { input: { holdId, ...bill, ...overrides } }, { key })
    return shown(data.holdCapture.purchase.id)
  }
  const codeOf = async (id: string) =>
    (await api.call('query Hold($id: ID!) { hold(id: $id) { code } }', { id }, { key })).data.hold

  test('which may name another', async () => {
    const [plain, kept, other] = [await held(), await held('winter'), await held('winter')]
    expect([await codeOf(plain), await codeOf(kept)]).toEqual([{ code: null }, { code: 'WINTER' }])
    const lines = [{ ...OIL, category: 'service/oil', quantity: '4' }, CARD]
    expect(await captured(plain)).toMatchObject({ code: null })
    expect(await captured(kept, { lines })).toMatchObject({
      code: 'WINTER',
      lines: [{ category: 'service/oil', quantity: '4' }, { category: null }],
    })
    expect(await captured(other, { code: 'summer' })).toMatchObject({ code: 'SUMMER' })
  })
})

const QUOTE = `query Quote($input: PurchaseQuoteInput!) {
  purchaseQuote(input: $input) { __typename ... on PurchaseQuote { pointsToEarn } ... on UserError { code path message } }
}`

test('a quote takes what the sale takes and refuses what the sale refuses', async () => {
  const memberId = encodePublicId('member', town.member('service').id)
  const quoted = async (bill: Record<string, unknown>, asking = {}) =>
    (await api.call(QUOTE, { input: { memberId, total: roubles(100), ...bill } }, asking)).data.purchaseQuote
  const lines = [
    { ...OIL, sku: 'OIL-5W30', category: 'service/oil', quantity: '0.5' },
    { ...CARD, earns: false },
  ]
  for (const asking of [{}, { key }])
    expect(await quoted({ lines, code: 'winter' }, asking)).toMatchObject({ __typename: 'PurchaseQuote' })
  expect(await quoted({ lines: [OIL] })).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'lines'] })
  expect(await quoted({ code: 'a b' })).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'code'] })
})

/** What was written for the coalition's customers. */
const written = () =>
  Promise.all([
    api.store.prisma.purchase.count({ where: { coalitionId: town.id } }),
    api.store.prisma.hold.count({ where: { coalitionId: town.id } }),
  ])

describe('bad words are refused at their field, and nothing is written', () => {
  const ofLine = (words: Record<string, unknown>) => ({ lines: [{ ...OIL, ...words }, CARD] })
  test.each([
    ['an empty category', ofLine({ category: '' }), ['lines', '0', 'category']],
    ['a slash before', ofLine({ category: '/oil' }), ['lines', '0', 'category']],
    ['a slash after', ofLine({ category: 'oil/' }), ['lines', '0', 'category']],
    ['two slashes', ofLine({ category: 'service//oil' }), ['lines', '0', 'category']],
    ['six parts', ofLine({ category: 'a/b/c/d/e/f' }), ['lines', '0', 'category']],
    ['a long part', ofLine({ category: 'x'.repeat(41) }), ['lines', '0', 'category']],
    ['other letters', ofLine({ category: '油' }), ['lines', '0', 'category']],
    ['a tab', ofLine({ category: 'a\tb' }), ['lines', '0', 'category']],
    ['an empty article', ofLine({ sku: '' }), ['lines', '0', 'sku']],
    ['a long article', ofLine({ sku: 'x'.repeat(65) }), ['lines', '0', 'sku']],
    ['a quantity of 0', ofLine({ quantity: '0' }), ['lines', '0', 'quantity']],
    ['0.000', ofLine({ quantity: '0.000' }), ['lines', '0', 'quantity']],
    ['a negative quantity', ofLine({ quantity: '-1' }), ['lines', '0', 'quantity']],
    ['more than a million', ofLine({ quantity: '1000000.001' }), ['lines', '0', 'quantity']],
    ['an empty code', { code: '' }, ['code']],
    ['a short code', { code: 'ab' }, ['code']],
    ['a long code', { code: 'x'.repeat(33) }, ['code']],
    ['a code with a blank', { code: 'win ter' }, ['code']],
  ])('%s', async (_name, overrides, path) => {
    const before = await written()
    const { status, errors, data } = await record(overrides)
    expect([status, errors]).toEqual([200, []])
    expect(data.purchaseRecord).toMatchObject({ code: 'INVALID_INPUT', path: ['input', ...path] })
    expect(data.purchaseRecord.message).toMatch(/Must (not )?(be|have|begin)/)
    expect(await written()).toEqual(before)
  })

  test.each(['1,5', '1e3', '+1', ' 1', '', '1.0001', '01', 'one', 1, 1.5, ['1'], true])(
    'the quantity %j fits no type',
    async (quantity) => {
      const before = await written()
      const { status, errors } = await record(ofLine({ quantity }))
      expect([status, errors[0]?.extensions]).toMatchObject([
        400,
        { code: 'BAD_USER_INPUT', retryable: false },
      ])
      expect(errors[0]?.message).toContain('such as "2" or "1.5"')
      expect(await written()).toEqual(before)
    },
  )

  test('a code of a hold, and of its capture', async () => {
    const before = await written()
    const order = { orderRef: freshKey(), bill: roubles(100), points: '10', idempotencyKey: freshKey() }
    const hold = { customer: { reference: 'anna' }, ...order }
    const refused = await api.call(HOLD, { input: { ...hold, code: '!' } }, { key })
    expect(refused.data.holdCreate).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'code'] })
    expect(await written()).toEqual(before)
    const { data } = await api.call(HOLD, { input: hold }, { key })
    const bill = { receiptRef: freshKey(), total: roubles(100), idempotencyKey: freshKey(), code: '!' }
    const capture = await api.call(CAPTURE, { input: { holdId: data.holdCreate.hold.id, ...bill } }, { key })
    expect(capture.data.holdCapture).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'code'] })
  })
})
