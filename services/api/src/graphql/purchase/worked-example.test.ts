import { verifyBooks } from '@artel/store/testing'
import { encodePublicId } from '@artel/use-cases'
import {
  aCoalition,
  BURN_FUNDED_TERMS,
  type BuiltCoalition,
  ISSUE_FUNDED_TERMS,
} from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAPTURE, freshKey, HOLD, RECORD, REFUND, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const MONTH_SECONDS = 31 * 86_400
const handles = ['service', 'wash', 'parts'] as const
type Handle = (typeof handles)[number]

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

const micros = (roublesText: string) => String(BigInt(Math.round(Number(roublesText) * 100)) * 10_000n)
const ADVANCE = `mutation ($seconds: Int!) { clockAdvance(input: { seconds: $seconds }) { __typename ... on UserError { code } } }`
const BOOKS = `query { viewer { member { clearingPosition { net { amountMicros rounded { amountMinor currency } } owes { amountMicros } isOwed { amountMicros } pointsIssued pointsRedeemed } } } }`
const COVERAGE = `query { coalition { coverage { outstandingPoints covered required { amountMicros } reserve { amountMicros } contingent { amountMicros } byIssuer { member { handle } outstandingPoints reserve { amountMicros } contingent { amountMicros } } } } }`

const cases = [
  {
    funding: 'issue-funded',
    terms: ISSUE_FUNDED_TERMS,
    net: { service: '1110.00', wash: '-243.00', parts: '-84.00' },
    reserve: '551.70',
    contingent: { service: '0', wash: '0', parts: '0' },
  },
  {
    funding: 'burn-funded',
    terms: BURN_FUNDED_TERMS,
    net: { service: '570.00', wash: '-261.90', parts: '-166.80' },
    reserve: '0',
    contingent: { service: '450.00', wash: '18.90', parts: '82.80' },
  },
]

describe.each(cases)(
  'the worked example through the API, $funding',
  ({ terms, net, reserve, contingent }) => {
    let town: BuiltCoalition
    const keyOf = (handle: Handle) => town.member(handle).apiKey
    const customer = (name: string) => ({ id: encodePublicId('customer', town.customer(name).id) })

    /** Sends a mutation and returns its payload; fails the test on any refusal. */
    const done = async (query: string, handle: Handle, input: Record<string, unknown>) => {
      const { data, errors } = await api.call(
        query,
        { input: { idempotencyKey: freshKey(), ...input } },
        { key: keyOf(handle) },
      )
      expect(errors).toEqual([])
      const [payload] = Object.values<Record<string, { id: string } & string>>(data)
      expect(payload?.__typename).toMatch(/Payload$/)
      return payload ?? {}
    }
    const advance = async (seconds: number) => {
      const { data } = await api.call(ADVANCE, { seconds }, { key: town.adminKey })
      expect(data.clockAdvance.__typename).toBe('ClockAdvancePayload')
    }

    beforeAll(async () => {
      town = await aCoalition({ terms })
        .withMember('service', { kind: 'AUTO_SERVICE', earnRule: { kind: 'PERCENT', percentBps: 500 } })
        .withMember('wash', { kind: 'CAR_WASH', earnRule: { kind: 'PERCENT', percentBps: 300 } })
        .withMember('parts', { kind: 'PARTS_SHOP', earnRule: { kind: 'PERCENT', percentBps: 400 } })
        .withCustomer('Anna')
        .withCustomer('Boris')
        .open(api.store)
      // Boris's 400 points are a month older than Anna's, so that his last 200 expire alone at the end.
      const e4 = await done(RECORD, 'service', {
        customer: customer('Boris'),
        receiptRef: 'E4',
        total: roubles(8_000),
      })
      const e5 = await done(REFUND, 'service', {
        purchase: { id: e4.purchase?.id },
        amount: roubles(4_000),
      })
      expect(e5).toMatchObject({ balanceAfter: '200', refund: { pointsRecovered: '200' } })
      await advance(MONTH_SECONDS)
      const e1 = await done(RECORD, 'service', {
        customer: customer('Anna'),
        receiptRef: 'E1',
        total: roubles(20_000),
      })
      expect(e1).toMatchObject({ balanceAfter: '1000', purchase: { pointsEarned: '1000' } })
      // E2 through a hold and its capture, E3 at once: two ways to the same books.
      const { hold } = await done(HOLD, 'wash', {
        customer: customer('Anna'),
        orderRef: 'WO',
        bill: roubles(1_200),
        points: '350',
      })
      const e2 = await done(CAPTURE, 'wash', {
        holdId: hold?.id,
        receiptRef: 'E2',
        total: roubles(1_000),
        points: '300',
      })
      expect(e2).toMatchObject({
        balanceAfter: '721',
        hold: { status: 'CAPTURED' },
        purchase: { pointsRedeemed: '300', pointsEarned: '21' },
      })
      const e3 = await done(RECORD, 'parts', {
        customer: customer('Anna'),
        receiptRef: 'E3',
        total: roubles(5_000),
        points: '400',
      })
      expect(e3).toMatchObject({
        balanceAfter: '505',
        purchase: { pointsEarned: '184', moneyPart: { amountMinor: '460000' } },
      })
      const e6 = await done(REFUND, 'parts', { purchase: { receiptRef: 'E3' }, amount: roubles(2_500) })
      expect(e6).toMatchObject({
        balanceAfter: '613',
        refund: {
          pointsReturned: '200',
          pointsRecovered: '92',
          purchase: { refundable: { amountMinor: '250000' } },
        },
      })
      await advance(11 * MONTH_SECONDS)
    })

    test.each(handles)('leaves %s owing, or owed, to the kopeck', async (handle) => {
      const { data } = await api.call(BOOKS, {}, { key: keyOf(handle) })
      const position = data.viewer.member.clearingPosition
      expect(position.net).toEqual({
        amountMicros: micros(net[handle]),
        rounded: { amountMinor: String(BigInt(micros(net[handle])) / 10_000n), currency: 'RUB' },
      })
      expect(BigInt(position.owes.amountMicros) - BigInt(position.isOwed.amountMicros)).toBe(
        BigInt(micros(net[handle])),
      )
    })

    test('covers its 613 outstanding points, by issuer', async () => {
      const { data } = await api.call(COVERAGE, {}, { key: keyOf('wash') })
      const { byIssuer, ...coverage } = data.coalition.coverage
      expect(coverage).toMatchObject({
        outstandingPoints: '613',
        covered: true,
        required: { amountMicros: micros('551.70') },
        reserve: { amountMicros: micros(reserve) },
      })
      const found = Object.fromEntries(
        byIssuer.map((part: { member: { handle: string }; contingent: { amountMicros: string } }) => [
          part.member.handle,
          part.contingent.amountMicros,
        ]),
      )
      for (const handle of handles)
        expect([handle, found[handle] ?? '0']).toEqual([handle, micros(contingent[handle])])
    })

    test('verifies clean', async () => {
      const proof = await verifyBooks({ databaseUrl: api.databaseUrl, coalitionId: town.id })
      expect(proof).toMatchObject({ ok: true, findings: [] })
    })
  },
)
