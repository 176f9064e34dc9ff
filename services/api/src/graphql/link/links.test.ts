import { attributePurchases, decodePublicId, encodePublicId } from '@artel/use-cases'
import { aClick, aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshKey, RECORD, REFUND, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const LINK = `id name code url targetUrl pageUrl windowDays status utm { source medium } member { handle }
  source { kind id member { handle } } figures { clicks machineClicks bindings purchases turnover { amountMinor } }`
const ATTRIBUTION = `attribution { via link { id } source { kind member { handle } } losers { via reason link { id } } }`

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withMember('parts')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(api.store)
})
afterAll(() => api.stop())

const keyOf = (handle: string) => town.member(handle).apiKey
const memberId = (handle: string) => encodePublicId('member', town.member(handle).id)
const customer = (name: string) => ({ id: encodePublicId('customer', town.customer(name).id) })

async function mutate(
  name: string,
  type: string,
  input: object,
  { by = keyOf('wash'), selection = `link { ${LINK} }`, payload = 'LinkPayload' } = {},
) {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on ${payload} { ${selection} }
    ... on UserError { code } ... on InvalidInputError { path message } } }`
  const { data, errors } = await api.call(query, { input }, { key: by })
  expect(errors).toEqual([])
  return data[name]
}
const created = async (input: object, by = keyOf('wash')) =>
  (await mutate('linkCreate', 'LinkCreateInput', { name: 'Poster', ...input }, { by })).link
const read = async (query: string, variables: object, key: string) => {
  const { data, errors } = await api.call(query, { ...variables }, { key })
  expect(errors).toEqual([])
  return data
}
const attributed = async (id: string, key = keyOf('wash')) => {
  await attributePurchases(
    { store: api.store, principal: { kind: 'operator' } },
    { coalitionId: town.id, limit: 1_000 },
  )
  return (await read(`query ($id: ID!) { purchase(by: { id: $id }) { ${ATTRIBUTION} } }`, { id }, key))
    .purchase.attribution
}
async function sold(says: object = {}, name = 'Anna') {
  const bill = {
    customer: customer(name),
    receiptRef: freshKey(),
    total: roubles(1000),
    idempotencyKey: freshKey(),
  }
  const { data } = await api.call(RECORD, { input: { ...bill, ...says } }, { key: keyOf('wash') })
  return data.purchaseRecord.purchase.id as string
}

test('from the poster to the purchase and its refund', async () => {
  const pages = `mutation { memberUpdate(input: { linkPages: ["https://wash.example/"] }) { ... on MemberPayload { member { linkPages } } } }`
  expect((await read(pages, {}, keyOf('wash'))).memberUpdate.member.linkPages).toEqual([
    'https://wash.example/',
  ])
  const link = await created({ sourceMemberId: memberId('cafe'), utm: { source: 'cafe' }, windowDays: 30 })
  expect(link).toMatchObject({
    ...{
      url: `${api.url}/r/${link.code}`,
      pageUrl: 'https://wash.example/',
      status: 'ACTIVE',
      windowDays: 30,
    },
    ...{
      source: { kind: 'MEMBER', id: memberId('cafe'), member: { handle: 'cafe' } },
      utm: { source: 'cafe' },
    },
  })
  const linkId = decodePublicId('link', link.id) ?? ''
  const clickId = encodePublicId('click', await aClick(town, { id: linkId }))
  const enrol = { name: 'Vera', phone: '+79990000011', consentVersion: '1', cameBy: { clickId } }
  const { customer: vera } = await mutate('customerEnrol', 'CustomerEnrolInput', enrol, {
    ...{ payload: 'CustomerEnrolPayload', selection: 'customer { id }' },
  })
  const bill = {
    customer: { id: vera.id },
    receiptRef: 'V1',
    total: roubles(1000),
    idempotencyKey: freshKey(),
  }
  const { data } = await api.call(RECORD, { input: { ...bill, clickId } }, { key: keyOf('wash') })
  const purchase = data.purchaseRecord.purchase.id
  const decided = {
    ...{ via: 'BINDING', link: { id: link.id }, source: { kind: 'MEMBER', member: { handle: 'cafe' } } },
    losers: [{ via: 'CLICK', reason: 'OUTRANKED', link: { id: link.id } }],
  }
  expect(await attributed(purchase)).toEqual(decided)
  const refund = { purchase: { id: purchase }, amount: roubles(1000), idempotencyKey: freshKey() }
  await api.call(REFUND, { input: refund }, { key: keyOf('wash') })
  expect(await attributed(purchase)).toEqual(decided)

  const one = `query ($id: ID!) { link(id: $id) { ${LINK} } }`
  const figures = { clicks: 1, machineClicks: 0, bindings: 1, purchases: 1 }
  expect((await read(one, { id: link.id }, keyOf('wash'))).link.figures).toEqual({
    ...{ ...figures, turnover: { amountMinor: '0' } },
  })
  // The source sees what it brought, and not what the member sells.
  expect((await read(one, { id: link.id }, keyOf('cafe'))).link.figures).toEqual({
    ...figures,
    turnover: null,
  })
  expect((await read(one, { id: link.id }, keyOf('parts'))).link).toBeNull()
  expect((await read(one, { id: link.id }, town.adminKey)).link.figures).toMatchObject(figures)
})

test('the decision is shown to the member that sold and to administrators, and to nobody else', async () => {
  const purchase = await sold()
  expect(await attributed(purchase)).toMatchObject({ via: 'NOBODY', link: null, source: null, losers: [] })
  expect(await attributed(purchase, town.adminKey)).toMatchObject({ via: 'NOBODY' })
  const seen = `query ($id: ID!) { purchase(by: { id: $id }) { ${ATTRIBUTION} } }`
  expect((await read(seen, { id: purchase }, keyOf('cafe'))).purchase).toBeNull()
  const { id } = await created({})
  const typed = await sold({
    code: (await read('query ($id: ID!) { link(id: $id) { code } }', { id }, town.adminKey)).link.code,
  })
  expect(await attributed(typed)).toMatchObject({ via: 'CODE', link: { id } })
})

describe('what is refused names its field', () => {
  test.each([
    ['a foreign page', { targetUrl: 'https://evil.example/' }, 'targetUrl'],
    ['a page with a fragment', { targetUrl: 'https://wash.example/#top' }, 'targetUrl'],
    ['a code with a blank', { code: 'a b c d' }, 'code'],
    ['a window of years', { windowDays: 366 }, 'windowDays'],
    ['a name of nothing', { name: ' ' }, 'name'],
  ])('%s', async (_what, input, field) => {
    const refused = await mutate('linkCreate', 'LinkCreateInput', { name: 'x', ...input })
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', path: ['input', field] })
  })

  test('a click that is none, where a click that is not there refuses nothing', async () => {
    const bill = { customer: customer('Boris'), total: roubles(1000) }
    const send = async (clickId: string) =>
      (
        await api.call(
          RECORD,
          { input: { ...bill, receiptRef: freshKey(), idempotencyKey: freshKey(), clickId } },
          { key: keyOf('wash') },
        )
      ).data.purchaseRecord
    expect(await send('clk_0')).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'clickId'] })
    expect(await send(memberId('wash'))).toMatchObject({ code: 'INVALID_INPUT' })
    const unknown = encodePublicId('click', '018f0000-0000-7000-8000-000000000003')
    const { id } = (await send(unknown)).purchase
    expect(await attributed(id)).toMatchObject({
      via: 'NOBODY',
      losers: [{ via: 'CLICK', reason: 'UNKNOWN_CLICK', link: null }],
    })
  })
})

test('a code of one’s own stands behind the coalition’s handle, and its QR code leads there', async () => {
  const { id, url, code } = await created({ code: 'may-day' })
  expect([code, url]).toEqual(['MAY-DAY', `${api.url}/r/${town.coalition.handle}/MAY-DAY`])
  const { link } = await read('query ($id: ID!) { link(id: $id) { qrSvg } }', { id }, keyOf('wash'))
  expect(link.qrSvg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+"/)
})

test('customers are bound by a code and as they sign in, and which binding counts is the coalition’s policy', async () => {
  const [first, second] = [
    await created({ sourceMemberId: memberId('cafe') }),
    await created({ sourceMemberId: memberId('parts') }),
  ]
  const bind = {
    payload: 'CustomerBindPayload',
    selection: 'isNew binding { via endsAt link { id } source { member { handle } } }',
  }
  const asked = { customer: customer('Anna'), code: first.code }
  expect(await mutate('customerBind', 'CustomerBindInput', asked, bind)).toMatchObject({
    ...{
      isNew: true,
      binding: { via: 'CODE', link: { id: first.id }, source: { member: { handle: 'cafe' } } },
    },
  })
  const policy = `mutation ($input: CoalitionUpdateInput!) { coalitionUpdate(input: $input) { ... on CoalitionUpdatePayload { coalition { bindingPolicy bindingDays bindingPriority } } ... on InvalidInputError { path } } }`
  const set = (input: object) => read(policy, { input }, town.adminKey)
  expect((await set({ bindingPolicy: 'LAST', bindingDays: 10 })).coalitionUpdate.coalition).toMatchObject({
    ...{ bindingPolicy: 'LAST', bindingDays: 10 },
  })
  expect((await set({ bindingPriority: ['MEMBER', 'MEMBER', 'CUSTOMER'] })).coalitionUpdate).toEqual({
    path: ['input', 'bindingPriority'],
  })
  const clickId = encodePublicId('click', await aClick(town, { id: decodePublicId('link', second.id) ?? '' }))
  const signedIn = { customer: customer('Anna'), clickId }
  expect(await mutate('customerBind', 'CustomerBindInput', signedIn, bind)).toMatchObject({
    ...{ isNew: true, binding: { via: 'SIGN_IN', link: { id: second.id } } },
  })
})

test('lists are of what a caller may see', async () => {
  const list = `query ($filter: LinksFilter) { links(filter: $filter, first: 100) { nodes { member { handle } source { member { handle } } status } } }`
  const seen = async (key: string, filter?: object) => (await read(list, { filter }, key)).links.nodes
  const all = await seen(town.adminKey)
  expect(await seen(keyOf('wash'))).toHaveLength(all.length)
  expect(
    new Set(
      (await seen(keyOf('cafe'))).map(
        (link: { source: { member: { handle: string } } }) => link.source.member.handle,
      ),
    ),
  ).toEqual(new Set(['cafe']))
  const { id } = await created({ sourceMemberId: memberId('parts') })
  const archived = await mutate('linkArchive', 'LinkArchiveInput', { id }, { by: keyOf('parts') })
  expect(archived.link.status).toBe('ARCHIVED')
  expect(await seen(keyOf('parts'), { status: 'ARCHIVED', memberId: memberId('wash') })).toHaveLength(1)
  const { data } = await api.call(list, {}, {})
  expect(data?.links ?? null).toBeNull()
})
