import { foldFigures } from '@artel/store'
import { encodePublicId, recordPurchase } from '@artel/use-cases'
import {
  aCoalition,
  aRunningRule,
  aSale,
  type BuiltCoalition,
  localDay,
  noonOf,
  roubles,
} from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
let ruleId: string
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition({ openedDaysAgo: 9 })
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(api.store)
  ruleId = (await aRunningRule(town, 'wash')).ruleId
  const { context } = town.member('wash')
  const anna = town.customer('Anna')
  const lines = (category: string, sku?: string) => [
    { ref: '1', title: 'x', total: roubles(1000), category, ...(sku ? { sku } : {}) },
  ]
  const sell = (receiptRef: string, days: number, over: object = {}) =>
    recordPurchase(context, aSale(anna, { receiptRef, occurredAt: noonOf(localDay(days)), ...over }))
  await sell('old', -8)
  await sell('oil', -2, { lines: lines('service/oil', 'OIL-1') })
  await sell('service', -2, { lines: lines('service') })
  await sell('other', -1, { lines: lines('services') })
  await recordPurchase(town.member('cafe').context, aSale(town.customer('Boris'), { receiptRef: 'cafe' }))
  await recordPurchase(town.member('cafe').context, aSale(anna, { receiptRef: 'brought' }))
  while ((await foldFigures(api.store, town.id)).more);
})
afterAll(() => api.stop())

const PERIOD = () => `from: "${localDay(-6)}", to: "${localDay(0)}"`
const inCoalition = async (field: string, key = town.adminKey) => {
  const { data, errors } = await api.call(`{ coalition { ${field} } }`, {}, { key })
  return { answer: data?.coalition, codes: errors.map(({ extensions }) => extensions.code) }
}
const FIGURES = () => `figures(${PERIOD()}, by: WEEK, marginBps: 3000) { asOf member { handle }
  total { from to sums { purchases gross { amountMinor currency } averageBill { amountMinor } pointsIssued }
    customers { active new returning lost } }
  before { sums { purchases averageBill { amountMinor } } } parts { from sums { purchases } customers { lost } }
  cost { total { amountMicros } perNewCustomer { amountMicros } returnBps } }`

describe('figures over HTTP', () => {
  test('are of the coalition for administrators, and of itself for a member', async () => {
    const { answer } = await inCoalition(FIGURES())
    expect(answer.figures).toMatchObject({
      member: null,
      total: {
        ...{ from: localDay(-6), to: localDay(0) },
        sums: {
          ...{ purchases: 5, gross: { amountMinor: '500000', currency: 'RUB' }, pointsIssued: '550' },
          averageBill: { amountMinor: '100000' },
        },
        customers: { active: 2, new: 1, returning: 1, lost: 0 },
      },
      before: { sums: { purchases: 1 } },
      cost: { total: { amountMicros: '550000000' }, perNewCustomer: { amountMicros: '550000000' } },
    })
    const parts = answer.figures.parts.map(({ sums }: { sums: { purchases: number } }) => sums.purchases)
    expect(parts.reduce((sum: number, part: number) => sum + part, 0)).toBe(5)
    const own = await inCoalition(FIGURES(), town.member('cafe').apiKey)
    expect(own.answer.figures).toMatchObject({
      member: { handle: 'cafe' },
      total: { sums: { purchases: 2 }, customers: { new: 2 } },
    })
  })

  test('of another member do not exist for a member, and a period must be one', async () => {
    const wash = encodePublicId('member', town.member('wash').id)
    const other = `figures(${PERIOD()}, memberId: "${wash}") { asOf }`
    expect((await inCoalition(other, town.member('cafe').apiKey)).codes).toEqual(['NOT_FOUND'])
    expect((await inCoalition('figures(from: "2026-13-01", to: "x") { asOf }')).codes).toEqual([
      'INVALID_INPUT',
    ])
  })

  test('by rule, category and member carry names, and ids where there are any', async () => {
    const by = (dimension: string, more = '') =>
      inCoalition(
        `figuresBy(${PERIOD()}, dimension: ${dimension}${more}) { id name quantityMilli sums { purchases pointsIssued } }`,
      )
    expect((await by('RULE', ', language: EN')).answer.figuresBy).toMatchObject([
      {
        id: encodePublicId('rule', ruleId),
        name: 'Ten per cent',
        sums: { purchases: 3, pointsIssued: '300' },
      },
    ])
    expect(
      (await by('CATEGORY')).answer.figuresBy.map(({ id, name }: Record<string, string>) => [id, name]),
    ).toEqual([
      [null, 'service'],
      [null, 'service/oil'],
      [null, 'services'],
    ])
    expect((await by('MEMBER')).answer.figuresBy.map(({ name }: Record<string, string>) => name)).toEqual([
      'wash',
      'cafe',
    ])
  })

  test('say who brought customers to whom, and who stays', async () => {
    const visits = await inCoalition(`firstVisits(${PERIOD()}) { from { handle } to { handle } customers }`)
    expect(visits.answer.firstVisits).toEqual([
      { from: { handle: 'wash' }, to: { handle: 'cafe' }, customers: 1 },
    ])
    const cohorts = await inCoalition('retention(months: 2) { month size active }')
    const sizes = cohorts.answer.retention.map(({ size }: { size: number }) => size)
    expect(sizes.reduce((sum: number, size: number) => sum + size, 0)).toBe(2)
    const partners = 'retention(of: PARTNERS) { size }'
    expect((await inCoalition(partners)).codes).toEqual([])
    expect((await inCoalition(partners, town.member('cafe').apiKey)).codes).toEqual(['FORBIDDEN'])
  })
})

describe('the sales behind a figure', () => {
  const LIST = `query ($filter: PurchasesFilter) { purchases(filter: $filter, first: 10) { nodes { receiptRef } } }`
  const listed = async (filter: object, key = town.adminKey): Promise<string[]> =>
    (await api.call(LIST, { filter }, { key })).data.purchases.nodes.map(
      ({ receiptRef }: { receiptRef: string }) => receiptRef,
    )
  const day = (from: number, to: number) => ({
    occurredFrom: noonOf(localDay(from)).toISOString(),
    occurredTo: new Date(noonOf(localDay(to)).getTime() + 1).toISOString(),
  })

  test('are found by when they happened', async () => {
    expect(await listed(day(-9, -3))).toEqual(['old'])
    expect(await listed(day(-2, -1))).toEqual(['other', 'service', 'oil'])
  })

  test('are found by rule, article, and category with all that is in it', async () => {
    expect(await listed({ ruleId: encodePublicId('rule', ruleId) })).toEqual([
      'other',
      'service',
      'oil',
      'old',
    ])
    expect(await listed({ sku: 'OIL-1' })).toEqual(['oil'])
    expect(await listed({ category: 'service' })).toEqual(['service', 'oil'])
    expect(await listed({ category: 'service/oil' })).toEqual(['oil'])
    expect(await listed({ category: 'serv' })).toEqual([])
    expect(await listed({ sku: 'OIL-1' }, town.member('cafe').apiKey)).toEqual([])
  })
})
