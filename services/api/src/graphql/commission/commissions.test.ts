import { verifyBooks } from '@artel/store/testing'
import { advanceClock, decodePublicId, encodePublicId } from '@artel/use-cases'
import {
  aCoalition,
  aLinkOfAffiliate,
  type BuiltCoalition,
  clockOffsetAt,
  commissionAll,
  noonOfTenth,
  todayIn,
} from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshKey, RECORD, REFUND, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const DAY = 86_400
let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition({ clockOffsetSeconds: clockOffsetAt(noonOfTenth(150)) })
    .withMember('service')
    .withMember('wash')
    .withCustomer('Anna')
    .open(api.store)
})
afterAll(() => api.stop())

const service = () => town.member('service').apiKey

async function mutate(name: string, type: string, input: object, key?: string, selection = '') {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${selection}
    ... on UserError { code path } } }`
  const { data, errors } = await api.call(query, { input }, key === undefined ? {} : { key })
  expect(errors).toEqual([])
  return data[name]
}

const AFFILIATE = '... on AffiliatePayload { affiliate { id status name email owed { amountMicros } } }'
const PROGRAMME =
  '... on CommissionProgrammePayload { programme { id version endedOn sentence(language: EN) payer { handle } affiliate { name } } }'
const application = (termsVersion: number) => ({
  ...{ coalitionId: encodePublicId('coalition', town.id), name: 'Car blog', legalName: 'A. Blogger' },
  ...{ kind: 'BLOGGER', email: 'Blog@example.com', termsVersion },
})

async function applied() {
  const { data } = await api.call(
    '{ affiliates { nodes { id name status email } } }',
    {},
    { key: town.adminKey },
  )
  return data.affiliates.nodes
}

const ladder = [
  { from: roubles(0), bps: 500 },
  { from: roubles(100_000), bps: 700 },
  { from: roubles(300_000), bps: 1_000 },
]
const definition = async () => ({
  ...{ name: { en: 'Blog', ru: 'Блог' }, effect: { ladder }, fromDay: await todayIn(town) },
})

describe('affiliates and their commissions', () => {
  let affiliateId = ''
  let programmeId = ''

  test('anybody applies, with the terms of today, and nobody learns who has applied before', async () => {
    const texts = { textEn: 'Bring them.', textRu: 'Приводите.' }
    const none = await mutate('affiliateApply', 'AffiliateApplyInput', application(1))
    expect(none).toMatchObject({ code: 'NOT_FOUND' })
    const published = await mutate(
      'affiliateTermsPublish',
      'AffiliateTermsPublishInput',
      texts,
      town.adminKey,
    )
    expect(published).toEqual({ __typename: 'AffiliateTermsPublishPayload' })
    const { data } = await api.call(
      'query ($id: ID!) { affiliateTerms(coalitionId: $id) { version textEn } }',
      {
        id: encodePublicId('coalition', town.id),
      },
    )
    expect(data.affiliateTerms).toEqual({ version: 1, textEn: 'Bring them.' })
    const old = await mutate('affiliateApply', 'AffiliateApplyInput', application(2))
    expect(old).toMatchObject({ code: 'AFFILIATE_TERMS_CHANGED', path: ['input', 'termsVersion'] })
    const answers = [
      await mutate('affiliateApply', 'AffiliateApplyInput', application(1)),
      await mutate('affiliateApply', 'AffiliateApplyInput', application(1)),
    ]
    expect(answers[0]).toEqual(answers[1])
    const [only, ...others] = await applied()
    expect([only.status, only.email, others]).toEqual(['APPLIED', 'blog@example.com', []])
    affiliateId = only.id
  })

  test('an administrator admits it, and a member sees it once they deal with each other', async () => {
    const ofMember = async (key: string) =>
      (await api.call('{ affiliates { nodes { name email owed { amountMicros } } } }', {}, { key })).data
        .affiliates.nodes
    const { affiliate } = await mutate(
      ...(['affiliateAdmit', 'AffiliateAdmitInput', { id: affiliateId, minPayout: roubles(100) }] as const),
      ...([town.adminKey, AFFILIATE] as const),
    )
    expect(affiliate).toMatchObject({ status: 'ACTIVE', owed: { amountMicros: '0' } })
    expect(await ofMember(service())).toEqual([])
    const outOfOrder = { ...(await definition()), effect: { ladder: [ladder[1], ladder[0]] } }
    const start = (said: object) =>
      mutate(
        ...(['commissionProgrammeStart', 'CommissionProgrammeStartInput'] as const),
        ...([
          { payeeKind: 'AFFILIATE', payeeId: affiliateId, definition: said },
          service(),
          PROGRAMME,
        ] as const),
      )
    expect(await start(outOfOrder)).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['input', 'definition', 'effect', 'ladder', '1', 'from'],
    })
    const { programme } = await start(await definition())
    expect(programme).toMatchObject({
      version: 1,
      payer: { handle: 'service' },
      affiliate: { name: 'Car blog' },
    })
    expect(programme.sentence).toContain('7')
    programmeId = programme.id
    expect(await ofMember(service())).toEqual([{ name: 'Car blog', email: null, owed: null }])
    expect(await ofMember(town.member('wash').apiKey)).toEqual([])
  })

  test('sales earn by the ladder, and a refund of an earlier month counts in that month', async () => {
    const uuid = decodePublicId('affiliate', affiliateId) ?? ''
    await aLinkOfAffiliate(town, { id: uuid }, { to: 'service', code: 'BLOG-77' })
    const customer = { id: encodePublicId('customer', town.customer('Anna').id) }
    const sell = async (total: number) => {
      const sale = { customer, receiptRef: freshKey(), total: roubles(total), points: '0', code: 'BLOG-77' }
      const { data } = await api.call(
        RECORD,
        { input: { ...sale, idempotencyKey: freshKey() } },
        { key: service() },
      )
      return data.purchaseRecord.purchase.id as string
    }
    await sell(80_000)
    const second = await sell(50_000)
    await advanceClock(town.adminContext, { seconds: 31 * DAY })
    await commissionAll(town)
    await sell(10_000)
    const refund = { purchase: { id: second }, amount: roubles(40_000), reason: 'Return' }
    const { data } = await api.call(
      REFUND,
      { input: { ...refund, idempotencyKey: freshKey() } },
      { key: service() },
    )
    expect(data.purchaseRefund.__typename).toBe('PurchaseRefundPayload')
    await commissionAll(town)
    const page = await api.call(
      `query ($filter: CommissionsFilter) { commissions(filter: $filter) { nodes { status soldOn amount { amountMinor }
        volume { amountMinor } affiliate { name } purchase { id } programme { id }
        lines { kind isBooked amount { amountMinor } } } } }`,
      { filter: { affiliateId, programmeId } },
      { key: service() },
    )
    const [third, back, first] = page.data.commissions.nodes
    expect([first, back, third].map(({ status, amount }) => [status, amount.amountMinor])).toEqual([
      ['APPROVED', '400000'],
      ['APPROVED', '50000'],
      ['PENDING', '50000'],
    ])
    expect(back.lines).toEqual([
      { kind: 'SALE', isBooked: true, amount: { amountMinor: '310000' } },
      { kind: 'REFUND', isBooked: true, amount: { amountMinor: '-260000' } },
    ])
    expect([back.purchase.id, back.programme.id, back.affiliate.name]).toEqual([
      second,
      programmeId,
      'Car blog',
    ])
    const owed = await api.call(
      'query ($id: ID!) { affiliate(id: $id) { owed { amountMicros } statements { nodes { windowNo } } } }',
      { id: affiliateId },
      { key: town.adminKey },
    )
    expect(owed.data.affiliate.owed).toEqual({ amountMicros: '4500000000' })
    const foreign = await api.call(
      '{ commissions { nodes { id } } }',
      {},
      { key: town.member('wash').apiKey },
    )
    expect(foreign.data.commissions.nodes).toEqual([])
    const { findings } = await verifyBooks({ databaseUrl: api.databaseUrl, coalitionId: town.id })
    expect(findings).toEqual([])
  })

  test('a pending one is rejected by its payer, one in the books is not; the programme is ended', async () => {
    const list = await api.call('{ commissions { nodes { id status } } }', {}, { key: service() })
    const [pending, approved] = list.data.commissions.nodes
    const reject = (id: string, key = service()) =>
      mutate(
        ...(['commissionReject', 'CommissionRejectInput', { id, reason: 'Not by the video' }, key] as const),
        '... on CommissionPayload { commission { status reason } }',
      )
    expect((await reject(pending.id)).commission).toEqual({ status: 'REJECTED', reason: 'BY_HAND' })
    expect(await reject(approved.id)).toMatchObject({ code: 'COMMISSION_STATUS' })
    expect(await reject(approved.id, town.member('wash').apiKey)).toMatchObject({ code: 'NOT_FOUND' })
    const ended = await mutate(
      ...(['commissionProgrammeEnd', 'CommissionProgrammeEndInput', { id: programmeId }] as const),
      ...([service(), PROGRAMME] as const),
    )
    expect(ended.programme.endedOn).toBe(await todayIn(town))
  })
})
