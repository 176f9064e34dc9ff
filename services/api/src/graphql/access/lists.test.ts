import { points } from '@artel/ledger'
import { asSuperuser } from '@artel/store/testing'
import { createHold, encodePublicId, recordPurchase } from '@artel/use-cases'
import { aHold, aSale, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AccessWorld, accessWorld, elsewhere } from '../../testing/access-world.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

/** Every list of the roots that is read from both ends, and its kind of filter. */
const LISTS = {
  customers: 'CustomersFilter',
  purchases: 'PurchasesFilter',
  refunds: 'RefundsFilter',
  holds: 'HoldsFilter',
  entries: 'EntriesFilter',
  apiKeys: 'ApiKeysFilter',
  disputes: 'DisputesFilter',
  settlementPayments: 'PaymentsFilter',
} as const
type ListName = keyof typeof LISTS
const NAMES = Object.keys(LISTS) as ListName[]
const PAGE = 'nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'

let api: TestApi
let world: AccessWorld
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi({ allowPrivateWebhooks: true })
  world = await accessWorld(api)
  await elsewhere(world)
  ;({ town } = world)
  for (let sale = 0; sale < 5; sale += 1) {
    await recordPurchase(town.member('wash').context, aSale(town.customer('Anna')))
    await createHold(town.member('parts').context, aHold(town.customer('Anna'), { points: points(1n) }))
  }
})
afterAll(() => api.stop())

interface PageRead {
  readonly nodes: readonly { readonly id: string }[]
  readonly pageInfo: Readonly<Record<string, string | boolean | null>>
}

async function page(list: ListName, variables: Record<string, unknown>, key: string): Promise<PageRead> {
  const query = `query ($filter: ${LISTS[list]}, $first: Int, $after: String, $last: Int, $before: String) {
    page: ${list}(filter: $filter, first: $first, after: $after, last: $last, before: $before) { ${PAGE} } }`
  const { data, errors } = await api.call(query, variables, { key })
  expect([list, errors]).toEqual([list, []])
  return data.page
}

const idsOf = async (list: ListName, key: string, filter: Record<string, unknown> = {}) =>
  (await page(list, { filter, first: 100 }, key)).nodes.map(({ id }) => id)

describe('a list', () => {
  test.each(NAMES)('of %s gives every row once, newest first, from either end', async (list) => {
    const all = await idsOf(list, town.adminKey)
    expect(all.length).toBeGreaterThan(0)
    const forward: string[] = []
    let after: string | boolean | null | undefined
    do {
      const { nodes, pageInfo } = await page(list, { first: 2, after }, town.adminKey)
      forward.push(...nodes.map(({ id }) => id))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined
    } while (after)
    const backward: string[] = []
    let before: string | boolean | null | undefined
    do {
      const { nodes, pageInfo } = await page(list, { last: 2, before }, town.adminKey)
      backward.unshift(...nodes.map(({ id }) => id))
      before = pageInfo.hasPreviousPage ? pageInfo.startCursor : undefined
    } while (before)
    expect([forward, backward]).toEqual([all, all])
  })

  test('stays in place while rows are added', async () => {
    const first = await page('purchases', { first: 2 }, town.adminKey)
    const rest = await page('purchases', { first: 100, after: first.pageInfo.endCursor }, town.adminKey)
    await recordPurchase(town.member('wash').context, aSale(town.customer('Anna')))
    expect(await page('purchases', { first: 100, after: first.pageInfo.endCursor }, town.adminKey)).toEqual(
      rest,
    )
    const newest = await idsOf('purchases', town.adminKey)
    expect(newest.length).toBe(first.nodes.length + rest.nodes.length + 1)
  })

  test.each<[string, () => Record<string, unknown>]>([
    ['a cursor of another list', () => ({ first: 1, after: world.ids.member })],
    ['a cursor that was tampered with', () => ({ first: 1, after: `${world.ids.purchase}0` })],
    ['a cursor that is no cursor', () => ({ last: 1, before: 'Zmlyc3Q6MQ==' })],
    ['both ends at once', () => ({ first: 1, last: 1 })],
    ['before without last', () => ({ before: world.ids.purchase })],
    ['an empty page', () => ({ last: 0 })],
    ['a page of too many', () => ({ last: 101 })],
  ])('refuses %s', async (_what, given) => {
    const { errors } = await api.call(
      `query ($first: Int, $after: String, $last: Int, $before: String) {
        purchases(first: $first, after: $after, last: $last, before: $before) { nodes { id } } }`,
      given(),
      { key: town.adminKey },
    )
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
  })

  test('goes on from the cursor of a hidden row as from one that there is not, and shows neither', async () => {
    const { key, hidden } = { key: town.member('parts').apiKey, hidden: world.ids.purchase }
    const own = await idsOf('purchases', key)
    const { nodes } = await page('purchases', { first: 100, after: hidden }, key)
    const seen = nodes.map(({ id }) => id)
    expect(own).toEqual(expect.arrayContaining(seen))
    expect(seen).not.toContain(hidden)
  })

  test('is priced by the end that it is read from', async () => {
    const priceOf = async (size: string) => {
      const { body } = await asked(`{ holds(${size}) { nodes { id member { id } } } }`)
      return body.extensions.cost.requested
    }
    expect(await priceOf('last: 100')).toBe(await priceOf('first: 100'))
    expect(await priceOf('last: 100')).toBeGreaterThan(await priceOf('last: 1'))
  })
})

async function asked(query: string) {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${town.adminKey}` },
    body: JSON.stringify({ query }),
  })
  return { body: (await response.json()) as { extensions: { cost: { requested: number } } } }
}

describe('who sees what of a list', () => {
  const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
  test.each(NAMES)(
    'of %s: exactly what the caller may see one by one, and nobody elsewhere any',
    async (list) => {
      const all = await idsOf(list, town.adminKey)
      for (const key of [town.member('wash').apiKey, town.member('parts').apiKey]) {
        const listed = await idsOf(list, key)
        const { data } = await api.call(NODES, { ids: all }, { key })
        const seen = all.filter((_, index) => data.nodes[index] !== null)
        // Who was never served is found one by one, by card or telephone, and listed to nobody.
        if (list === 'customers') expect(seen).toEqual(expect.arrayContaining(listed))
        else expect(listed).toEqual(seen)
      }
      for (const key of [world.other.adminKey, world.other.member('stranger').apiKey])
        expect((await idsOf(list, key)).filter((id) => all.includes(id))).toEqual([])
    },
  )

  test('a member is listed the customers that it has dealt with, and no others', async () => {
    const id = (name: string) => encodePublicId('customer', town.customer(name).id)
    expect(await idsOf('customers', town.member('wash').apiKey)).toEqual([id('Boris'), id('Anna')])
    expect(await idsOf('customers', town.member('parts').apiKey)).toEqual([id('Anna')])
  })

  test('a member is not told who enrolled its customers', async () => {
    const of = (name: string) => ({ enrolledBy: encodePublicId('member', town.member(name).id) })
    const own = await idsOf('customers', town.member('wash').apiKey, of('wash'))
    expect(own).toEqual(await idsOf('customers', town.adminKey, of('wash')))
    const { errors } = await api.call(
      'query ($filter: CustomersFilter) { customers(filter: $filter) { nodes { id } } }',
      { filter: of('wash') },
      { key: town.member('parts').apiKey },
    )
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
  })

  test('hasNextPage of a page before a cursor is said of what there is', async () => {
    const all = await idsOf('holds', town.adminKey)
    const lowest = all.at(-1)
    const { pageInfo } = await page('holds', { last: 1, before: lowest }, town.adminKey)
    expect(pageInfo.hasNextPage).toBe(true)
    const beforeAll = encodePublicId('hold', '00000000-0000-7000-8000-000000000000')
    expect((await page('holds', { last: 1, before: beforeAll }, town.adminKey)).pageInfo.hasNextPage).toBe(
      false,
    )
  })

  test.each(NAMES)('%s is refused to visitors, and to a key that there is not', async (list) => {
    for (const key of [undefined, 'sk_test_nothing']) {
      const { errors } = await api.call(`{ ${list} { nodes { id } } }`, {}, key === undefined ? {} : { key })
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED'])
    }
  })
})

describe('filters', () => {
  const purchases = (filter: Record<string, unknown>) => idsOf('purchases', town.adminKey, filter)
  test('of purchases: by member, customer, receipt, state, points and time', async () => {
    const all = await purchases({})
    const wash = encodePublicId('member', town.member('wash').id)
    const parts = encodePublicId('member', town.member('parts').id)
    const atParts = await purchases({ memberId: parts })
    expect(atParts).toHaveLength(1)
    expect(await purchases({ points: 'REDEEMED' })).toEqual(atParts)
    expect(await purchases({ memberId: wash })).toEqual(all.filter((id) => !atParts.includes(id)))
    expect(await purchases({ memberId: wash, receiptRef: 'R1' })).toEqual([world.ids.purchase])
    expect(await purchases({ state: 'REFUNDED' })).toEqual([world.ids.purchase])
    expect(await purchases({ state: 'WHOLE' })).toEqual(all.filter((id) => id !== world.ids.purchase))
    expect(await purchases({ points: 'NONE' })).toEqual([])
    const boris = encodePublicId('customer', town.customer('Boris').id)
    expect(await purchases({ customerId: boris })).toHaveLength(1)
    const { data } = await api.call(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Purchase { recordedAt } } }',
      { ids: [all.at(-1)] },
      { key: town.adminKey },
    )
    const [{ recordedAt }] = data.nodes
    const next = new Date(new Date(recordedAt).getTime() + 1).toISOString()
    expect(await purchases({ recordedTo: recordedAt })).toEqual([])
    expect(await purchases({ recordedTo: next })).toEqual([all.at(-1)])
    expect(await purchases({ recordedFrom: recordedAt })).toEqual(all)
    expect(await purchases({ recordedFrom: next })).toEqual(all.slice(0, -1))
  })

  test('a receipt is asked for with its member, and a period does not end before it begins', async () => {
    for (const filter of [
      { receiptRef: 'R1' },
      { recordedFrom: '2026-02-01T00:00:00Z', recordedTo: '2026-01-01T00:00:00Z' },
    ]) {
      const { errors } = await api.call(
        'query ($filter: PurchasesFilter) { purchases(filter: $filter) { nodes { id } } }',
        { filter },
        { key: town.adminKey },
      )
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
    }
  })

  test('of holds, entries, keys, disputes and payments', async () => {
    const list = (name: ListName, filter: Record<string, unknown>) => idsOf(name, town.adminKey, filter)
    const wash = encodePublicId('member', town.member('wash').id)
    expect(await list('holds', { memberId: wash })).toEqual([world.ids.hold])
    expect(await list('holds', { status: 'VOIDED' })).toEqual([])
    expect(await list('holds', { endsBefore: new Date(0).toISOString() })).toEqual([])
    expect(await list('entries', { kinds: ['HOLD'], memberId: wash })).toHaveLength(1)
    expect(await list('entries', { kinds: ['EXPIRE'] })).toEqual([])
    const keys = await list('apiKeys', {})
    const ofCoalition = await list('apiKeys', { ofCoalition: true })
    expect(ofCoalition.length).toBeLessThan(keys.length)
    expect(await list('apiKeys', { state: 'LIVING', memberId: wash })).toContain(world.ids.apiKey)
    expect(await list('apiKeys', { state: 'OVER' })).toEqual([])
    const [open, closed] = [
      await list('disputes', { isOpen: true }),
      await list('disputes', { isOpen: false }),
    ]
    expect([...open, ...closed].toSorted()).toEqual((await list('disputes', {})).toSorted())
    expect(open.length).toBeGreaterThan(0)
    expect(await list('settlementPayments', { isReversed: true })).toEqual([])
    expect(await list('settlementPayments', { windowNo: 1 })).toContain(world.ids.payment)
    expect(await list('settlementPayments', { windowNo: 7 })).toEqual([])
  })
})

/** So many sales at the other member, after all that there is. */
const otherEvents = (count: number) =>
  asSuperuser(
    api.databaseUrl,
    `insert into outbox select (jsonb_populate_record(one.model, jsonb_build_object(
       'event_id', ('ffffffff-ffff-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid))).*
     from (select o as model from outbox o where coalition_id = '${town.id}' and kind = 'purchase.recorded'
       and payload::text like '%${town.member('wash').id}%' limit 1) as one, generate_series(1, ${count}) n`,
  )

describe('events', () => {
  const EVENTS = `query ($filter: EventsFilter, $first: Int, $after: String) {
    events(filter: $filter, first: $first, after: $after) { nodes { id kind data } pageInfo { hasNextPage endCursor } } }`
  const events = async (key: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await api.call(EVENTS, { first: 100, ...variables }, { key })
    expect(errors).toEqual([])
    return data.events as {
      nodes: { id: string; kind: string; data: Record<string, unknown> }[]
      pageInfo: { hasNextPage: boolean; endCursor: string }
    }
  }

  test('of a member are its own dealings, those of administrators all, with what a webhook would tell', async () => {
    const filter = { kinds: ['purchase.recorded'] }
    const all = (await events(town.adminKey, { filter })).nodes
    const own = (await events(town.member('parts').apiKey, { filter })).nodes
    const parts = encodePublicId('member', town.member('parts').id)
    expect(own).toHaveLength(1)
    expect(own).toEqual(all.filter(({ data }) => data.memberId === parts))
    expect(all.length).toBeGreaterThan(1)
    expect((await events(world.other.adminKey, { filter })).nodes).toEqual([])
  })
  test('are read page by page to the last', async () => {
    const all = (await events(town.adminKey)).nodes.map(({ id }) => id)
    const read: string[] = []
    let after: string | undefined
    for (;;) {
      const { nodes, pageInfo } = await events(town.adminKey, { first: 7, after })
      read.push(...nodes.map(({ id }) => id))
      if (!pageInfo.hasNextPage) break
      after = pageInfo.endCursor
    }
    expect(read.slice(0, all.length)).toEqual(all)
    expect(new Set(read).size).toBe(read.length)
  })
  test('of a member name no event of another in a cursor, which serves the member alone', async () => {
    const { key, other } = { key: town.member('parts').apiKey, other: town.member('wash').apiKey }
    const own = (await events(key)).nodes.map(({ id }) => id)
    await otherEvents(4 * 500)
    const { nodes, pageInfo } = await events(key)
    expect([nodes, pageInfo.hasNextPage]).toEqual([[], true])
    expect(pageInfo.endCursor).not.toContain('evt_')
    const { endCursor } = pageInfo
    expect((await events(key, { after: endCursor })).nodes.map(({ id }) => id)).toEqual(own)
    for (const [after, caller] of [
      [endCursor, other],
      [endCursor, town.adminKey],
      [`${endCursor.slice(0, 20)}${endCursor[20] === 'A' ? 'B' : 'A'}${endCursor.slice(21)}`, key],
      ['x', key],
    ] as const) {
      const { errors } = await api.call(EVENTS, { first: 1, after }, { key: caller })
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
    }
  })
  test('of an unknown kind are refused', async () => {
    const { errors } = await api.call(EVENTS, { filter: { kinds: ['x'] } }, { key: town.adminKey })
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
  })
})
