import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENROL, freshKey, persistedId, RECORD, roubles, SESSION } from '../../testing/operations.ts'
import { type Answer, callApi, OPERATOR_KEY, startTestApi, type TestApi } from '../../testing/test-api.ts'

const PAGE = 'https://wash.example'
const OPEN = `mutation ($input: CoalitionOpenInput!) { coalitionOpen(input: $input) {
  __typename
  ... on CoalitionOpenPayload { adminKey coalition { id handle mode currency timeZone locales now terms { version deposit expiryMonths maxPointsShareBps contractHash } members { nodes { id } } } }
  ... on UserError { code path message }
} }`
const ADMIT = `mutation ($input: MemberAdmitInput!) { memberAdmit(input: $input) {
  __typename
  ... on MemberAdmitPayload { apiKey member { id status segment earnRule { kind percentBps version } } terms { id contractHash contractTextRu } }
  ... on AlreadyExistsError { existingId } ... on UserError { code path }
} }`
const ACCEPT = `mutation ($input: TermsAcceptInput!) { termsAccept(input: $input) {
  __typename
  ... on TermsAcceptPayload { acceptedAt member { status } terms { version } } ... on UserError { code path }
} }`
const COALITION = {
  handle: 'zarechye',
  name: 'Заречье',
  pointsName: 'баллы',
  pointsSymbol: 'Б',
  terms: {
    reservePrice: '900000',
    issueFee: '100000',
    redeemFee: '20000',
    contractTextEn: 'We agree.',
    contractTextRu: 'Согласны.',
  },
}

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

/** What the story so far has made. */
const made: Record<
  'adminKey' | 'memberKey' | 'memberId' | 'termsId' | 'contractHash' | 'customerId',
  string
> = {
  adminKey: '',
  memberKey: '',
  memberId: '',
  termsId: '',
  contractHash: '',
  customerId: '',
}

describe('from the operator to the first sale, through the API alone', () => {
  test('the operator opens a coalition with the defaults of the schema', async () => {
    const { data } = await api.call(OPEN, { input: COALITION }, { key: OPERATOR_KEY })
    expect(data.coalitionOpen.coalition).toMatchObject({
      mode: 'TEST',
      currency: 'RUB',
      timeZone: 'Europe/Moscow',
      locales: ['ru', 'en'],
      terms: { version: 1, deposit: '0', expiryMonths: 12, maxPointsShareBps: 5_000 },
      members: { nodes: [] },
    })
    made.adminKey = data.coalitionOpen.adminKey
    expect(made.adminKey).toMatch(/^ak_test_/)
    const twice = await api.call(OPEN, { input: COALITION }, { key: OPERATOR_KEY })
    expect(twice.data.coalitionOpen).toMatchObject({ code: 'ALREADY_EXISTS', path: ['input', 'handle'] })
  })

  test('the administrator admits a member, which cannot sell before it accepts the terms', async () => {
    const input = {
      handle: 'blesk',
      name: 'Блеск',
      kind: 'CAR_WASH',
      earnRule: { kind: 'PERCENT', percentBps: 300 },
      allowedOrigins: [PAGE],
    }
    const { data } = await api.call(ADMIT, { input }, { key: made.adminKey })
    const { apiKey, member, terms } = data.memberAdmit
    expect(member).toMatchObject({
      status: 'INVITED',
      segment: 'SMALL',
      earnRule: { percentBps: 300, version: 1 },
    })
    Object.assign(made, {
      memberKey: apiKey,
      memberId: member.id,
      termsId: terms.id,
      contractHash: terms.contractHash,
    })
    const early = await api.call(ENROL, { input: { name: 'Anna', consentVersion: '1' } }, { key: apiKey })
    expect(early.data.customerEnrol).toMatchObject({ code: 'MEMBER_NOT_ACTIVE' })
    const again = await api.call(ADMIT, { input }, { key: made.adminKey })
    expect(again.data.memberAdmit).toMatchObject({ code: 'ALREADY_EXISTS', existingId: member.id })
  })

  test('accepting another text than the one in force is refused; the right one makes it active', async () => {
    const accept = (contractHash: string) =>
      api.call(
        ACCEPT,
        { input: { termsId: made.termsId, contractHash, acceptedBy: 'I. Petrov, director' } },
        { key: made.memberKey },
      )
    expect((await accept('0'.repeat(64))).data.termsAccept).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['input', 'contractHash'],
    })
    expect((await accept(made.contractHash)).data.termsAccept).toMatchObject({
      member: { status: 'ACTIVE' },
      terms: { version: 1 },
    })
  })

  test('it enrols a customer and sells', async () => {
    const enrolled = await api.call(
      ENROL,
      { input: { name: 'Anna', phone: '8 912 345-67-89', consentVersion: '1' } },
      { key: made.memberKey },
    )
    const { customer } = enrolled.data.customerEnrol
    expect(customer).toMatchObject({
      phone: '+79123456789',
      status: 'ACTIVE',
      card: { number: expect.stringMatching(/^\d{16}$/) },
    })
    made.customerId = customer.id
    const input = {
      customer: { cardNumber: customer.card.number },
      receiptRef: 'R1',
      total: roubles(10_000),
      idempotencyKey: freshKey(),
    }
    const sale = await api.call(RECORD, { input }, { key: made.memberKey })
    expect(sale.data.purchaseRecord).toMatchObject({ replayed: false, balanceAfter: '300' })
  })

  test('a member changes itself, and not another', async () => {
    const UPDATE = `mutation ($input: MemberUpdateInput!) { memberUpdate(input: $input) { ... on MemberPayload { member { name brandColor earnRule { percentBps version } } } ... on UserError { code path } } }`
    const own = await api.call(
      UPDATE,
      { input: { brandColor: '#0a7d55', earnRule: { kind: 'PERCENT', percentBps: 400 } } },
      { key: made.memberKey },
    )
    expect(own.data.memberUpdate.member).toEqual({
      name: 'Блеск',
      brandColor: '#0a7d55',
      earnRule: { percentBps: 400, version: 2 },
    })
    const script = await api.call(
      UPDATE,
      { input: { brandLogoUrl: 'javascript:alert(1)' } },
      { key: made.memberKey },
    )
    expect(script.data.memberUpdate).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'brandLogoUrl'] })
  })

  test('a member with obligations cannot close; suspended it cannot sell', async () => {
    const CLOSE = `mutation ($id: ID!) { memberClose(input: { memberId: $id }) { ... on MemberHasObligationsError { code outstandingPoints clearing { amountMicros rounded { amountMinor currency } } } } }`
    const close = await api.call(CLOSE, { id: made.memberId }, { key: made.adminKey })
    expect(close.data.memberClose).toEqual({
      code: 'MEMBER_HAS_OBLIGATIONS',
      outstandingPoints: '300',
      clearing: { amountMicros: '30000000', rounded: { amountMinor: '3000', currency: 'RUB' } },
    })
    const status = (verb: string) =>
      api.call(
        `mutation ($id: ID!) { ${verb}(input: { memberId: $id }) { ... on MemberPayload { member { status } } ... on UserError { code } } }`,
        { id: made.memberId },
        { key: made.adminKey },
      )
    expect((await status('memberSuspend')).data.memberSuspend).toEqual({ member: { status: 'SUSPENDED' } })
    const input = {
      customer: { id: made.customerId },
      receiptRef: 'R2',
      total: roubles(100),
      idempotencyKey: freshKey(),
    }
    expect((await api.call(RECORD, { input }, { key: made.memberKey })).data.purchaseRecord).toMatchObject({
      code: 'MEMBER_NOT_ACTIVE',
      memberStatus: 'SUSPENDED',
    })
    expect((await status('memberReinstate')).data.memberReinstate).toEqual({ member: { status: 'ACTIVE' } })
  })
})

describe('what the widget sends', () => {
  const asCustomer = async (
    operation: string,
    variables: Record<string, unknown> = {},
    maxPoints = '100',
  ) => {
    const session = await api.call(
      SESSION,
      { input: { customer: { id: made.customerId }, origin: PAGE, maxPoints } },
      { key: made.memberKey },
    )
    const body = { documentId: persistedId(operation), variables }
    return callApi(api.url, body, { key: session.data.widgetSessionCreate.token, headers: { origin: PAGE } })
  }

  test('reads the account', async () => {
    const { data, errors } = await asCustomer('WidgetAccount')
    expect(errors).toEqual([])
    expect(data.viewer.customer).toMatchObject({ name: 'Anna', wallet: { balance: '300', available: '300' } })
  })

  test('quotes with a token and without one', async () => {
    const input = { memberId: made.memberId, total: roubles(1_000) }
    const own = await asCustomer('WidgetQuote', { input })
    expect(own.data.purchaseQuote).toMatchObject({ pointsToEarn: '40', faceValue: { amountMinor: '100' } })
    const stranger = await callApi(api.url, { documentId: persistedId('WidgetQuote'), variables: { input } })
    expect(stranger.data.purchaseQuote).toMatchObject({ __typename: 'PurchaseQuote', maxPoints: '500' })
  })

  test('holds within the cap of the token, and never above it', async () => {
    const hold = (points: string) =>
      asCustomer('WidgetHold', {
        input: { orderRef: 'WO-1', bill: roubles(1_000), points, idempotencyKey: freshKey() },
      })
    expect((await hold('101')).data.holdCreate.code).toBe('TOKEN_CAP_EXCEEDED')
    expect((await hold('100')).data.holdCreate).toMatchObject({
      replayed: false,
      hold: { status: 'OPEN', points: '100' },
    })
  })
})

describe('lists', () => {
  test('page through without a gap or a double, also when rows come in between', async () => {
    const customer = { id: made.customerId }
    for (let i = 0; i < 7; i += 1) {
      await api.call(
        RECORD,
        { input: { customer, receiptRef: `P${i}`, total: roubles(100), idempotencyKey: freshKey() } },
        { key: made.memberKey },
      )
    }
    const PAGE_OF = `query ($id: ID!, $after: String) { customer(by: { id: $id }) {
      purchases(first: 3, after: $after) { nodes { receiptRef } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
    } }`
    const seen: string[] = []
    let after: string | null = null
    for (let page = 0; page < 5; page += 1) {
      const { data } = await api.call(PAGE_OF, { id: made.customerId, after }, { key: made.memberKey })
      const { nodes, edges, pageInfo } = data.customer.purchases
      seen.push(...nodes.map((node: { receiptRef: string }) => node.receiptRef))
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0].cursor, edges.at(-1).cursor])
      expect(pageInfo.hasPreviousPage).toBe(page > 0)
      if (!pageInfo.hasNextPage) break
      after = pageInfo.endCursor
      await api.call(
        RECORD,
        { input: { customer, receiptRef: `late-${page}`, total: roubles(1), idempotencyKey: freshKey() } },
        { key: made.memberKey },
      )
    }
    expect(seen).toEqual(['P6', 'P5', 'P4', 'P3', 'P2', 'P1', 'P0', 'R1'])
  })

  test('the statement pages too; a cursor of another list is refused', async () => {
    const STATEMENT = `query ($id: ID!, $after: String) { customer(by: { id: $id }) { activity(first: 4, after: $after) { nodes { id kind points balanceAfter } pageInfo { hasNextPage endCursor } } } }`
    const read = (after: string | null) =>
      api.call(STATEMENT, { id: made.customerId, after }, { key: made.memberKey })
    const ids = new Set<string>()
    let after: string | null = null
    for (let page = 0; page < 10; page += 1) {
      const { activity }: Answer['data'] = (await read(after)).data.customer
      for (const { id } of activity.nodes) ids.add(id)
      if (!activity.pageInfo.hasNextPage) break
      after = activity.pageInfo.endCursor
    }
    const { count } = await api.store.prisma.entry
      .aggregate({ _count: true })
      .then(({ _count }) => ({ count: _count }))
    expect(ids.size).toBe(count)
    const strange = await read('cHVyXzE=')
    expect(strange.errors[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})
