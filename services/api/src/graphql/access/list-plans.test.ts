import { points } from '@artel/ledger'
import { asSuperuser } from '@artel/store/testing'
import { createHold, encodePublicId, recordPurchase, refundPurchase } from '@artel/use-cases'
import { aCoalition, aHold, aSale, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

/** Rows of each table that is listed: enough that the planner would rather not read all of them. */
const ROWS = Number(process.env.ARTEL_TEST_LISTED_ROWS ?? 6_000)
const FIRST_AT = Date.UTC(2025, 0, 1)
const MINUTE_MS = 60_000

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition({ mode: 'LIVE' })
    .withMember('big')
    .withMember('small')
    .withCustomer('Anna')
    .open(api.store)
  const anna = town.customer('Anna')
  await recordPurchase(town.member('big').context, aSale(anna))
  const sale = await recordPurchase(town.member('big').context, aSale(anna))
  await refundPurchase(town.member('big').context, {
    ...{
      purchase: { id: sale.purchase.id },
      amountMinor: sale.purchase.totalMinor,
      reason: 'returned',
      idempotencyKey: 'refund',
    },
  })
  await createHold(town.member('big').context, aHold(anna, { points: points(1n) }))
  await asSuperuser(api.databaseUrl, manyRows(town))
})
afterAll(() => api.stop())

/** Whoever was signed in now and then, and where. */
const RARE = { person: '01960000-0000-7000-8000-0000000000a1', till: '01960000-0000-7000-8000-0000000000a2' }

/** An id of version 7 of the n-th minute. */
const ID = `(select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
  from (select lpad(to_hex(${FIRST_AT}::bigint + n::bigint * ${MINUTE_MS}), 12, '0') as h) as t)`
const AT = `to_timestamp((${FIRST_AT}::bigint + n::bigint * ${MINUTE_MS}) / 1000.0)`

/** Copies of the first row of each table, one a minute; one in fifty is the small member's, and each customer has a few. */
function manyRows({ id, ...built }: BuiltCoalition): string {
  const member = `case n % 50 when 0 then '${built.member('small').id}' else '${built.member('big').id}' end`
  const customer = `(select customer_id from numbered where no = n % ${ROWS})`
  const copies = (table: string, changes: string) => `
    insert into ${table} select (jsonb_populate_record(one.model, jsonb_build_object(${changes}))).*
    from (select x as model from ${table} x where coalition_id = '${id}' limit 1) as one, generate_series(1, ${ROWS}) n;`
  return `
    set session_replication_role = replica;
    ${copies('customer', `'customer_id', ${ID}, 'created_at', ${AT}, 'phone', '+7912' || lpad(n::text, 7, '0'), 'enrolled_by_id', ${member}`)}
    insert into customer_word select coalition_id, 'PHONE_END', right(phone, 4), customer_id from customer where phone is not null;
    insert into customer_word select coalition_id, 'NAME', 'name' || right(phone, 5), customer_id from customer where phone is not null;
    create temporary table numbered as select customer_id, row_number() over () - 1 as no from customer;
    create index on numbered (no);
    ${copies('purchase', `'purchase_id', ${ID}, 'receipt_ref', 'S' || n, 'recorded_at', ${AT}, 'member_id', ${member}, 'customer_id', ${customer}`)}
    insert into refund select (jsonb_populate_record(one.model, jsonb_build_object('refund_id', ${ID}, 'recorded_at', ${AT}, 'purchase_id', ${ID}, 'member_id', ${member}, 'customer_id', ${customer}))).*
      from (select x as model from refund x where coalition_id = '${id}' limit 1) as one, generate_series(1, ${ROWS} / 2) n where n % 50 in (0, 7);
    ${copies('hold', `'hold_id', ${ID}, 'member_id', ${member}, 'customer_id', ${customer}, 'created_at', ${AT}, 'expires_at', ${AT} + interval '1 day', 'status', case n % 1000 when 1 then 'OPEN' else 'VOIDED' end, 'closed_at', case n % 1000 when 1 then null else ${AT} end`)}
    ${copies('entry', `'entry_id', ${ID}, 'posted_at', ${AT}, 'member_id', ${member}, 'customer_id', ${customer}, 'customer_sequence', n + 100, 'key', 'S' || n, 'kind', case n % 500 when 1 then 'PROMO' else 'EARN' end`)}
    ${copies('outbox', `'event_id', ${ID}, 'created_at', ${AT}, 'kind', case n % 500 when 1 then 'hold.expired' else 'purchase.recorded' end`)}
    insert into act_by select coalition_id, purchase_id, '${RARE.person}', '${RARE.till}', 0, 0, 0 from purchase where right(receipt_ref, 3) = '001';
    insert into act_by select coalition_id, purchase_id, gen_random_uuid(), null, 0, 0, 0 from purchase where right(receipt_ref, 3) <> '001';
    analyze customer, customer_word, purchase, refund, act_by, hold, entry, outbox;`
}

/** Rows that may be read in vain for a page of 20, over all steps of its plan. */
const MOST_IN_VAIN = 200

interface Plan {
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Plans?: readonly Plan[]
}

const steps = (plan: Plan): string[] => [
  [plan['Node Type'], plan['Relation Name']].filter(Boolean).join(' '),
  ...(plan.Plans ?? []).flatMap(steps),
]

const inVain = (plan: Plan): number =>
  (plan['Rows Removed by Filter'] ?? 0) * plan['Actual Loops'] +
  (plan.Plans ?? []).reduce((sum, each) => sum + inVain(each), 0)

/** How PostgreSQL reads what a query of the API asks of a table. */
async function plansOf(query: string, { key, table }: { key: string; table: string }): Promise<Plan[]> {
  const spy = vi.spyOn(api.store.pool, 'query')
  const { errors } = await api.call(query, {}, { key })
  const asked = spy.mock.calls.map(([sent]) => sent as unknown as { text?: string; values: unknown[] })
  spy.mockRestore()
  expect(errors).toEqual([])
  const reads = asked.filter(({ text }) => text?.includes(`FROM "public"."${table}"`) && / LIMIT /.test(text))
  expect(reads.length).toBeGreaterThan(0)
  return Promise.all(
    reads.map(async ({ text, values }) => {
      const { rows } = await api.store.pool.query(`explain (analyze, format json) ${text}`, values)
      if (process.env.ARTEL_TEST_SHOW_PLANS)
        process.stdout.write(
          `${query}\n  ${rows[0]['QUERY PLAN'][0]['Execution Time']} ms ${steps(rows[0]['QUERY PLAN'][0].Plan).join(' < ')}\n`,
        )
      return rows[0]['QUERY PLAN'][0].Plan as Plan
    }),
  )
}

const day = (from: string, to: string) => `${from}From: "2025-01-02T00:00:00Z", ${from}To: "${to}T00:00:00Z"`

test.each([
  ['purchase', 'admin', () => '{ purchases { nodes { id } } }'],
  ['purchase', 'small', () => '{ purchases { nodes { id } } }'],
  ['purchase', 'big', () => `{ purchases(filter: { ${day('recorded', '2025-01-03')} }) { nodes { id } } }`],
  ['purchase', 'admin', () => `{ purchases(last: 20) { nodes { id } } }`],
  ['purchase', 'admin', (id: string) => `{ purchases(filter: { customerId: "${id}" }) { nodes { id } } }`],
  ['purchase', 'admin', () => '{ purchases(filter: { points: NONE }) { nodes { id } } }'],
  ['purchase', 'admin', () => '{ purchases(filter: { state: REFUNDED }) { nodes { id } } }'],
  ['purchase', 'small', () => '{ purchases(filter: { state: REFUNDED }) { nodes { id } } }'],
  ['refund', 'admin', () => '{ purchases(filter: { state: REFUNDED }) { nodes { id } } }'],
  ['purchase', 'admin', () => '{ purchases(filter: { state: WHOLE }) { nodes { id } } }'],
  [
    'purchase',
    'admin',
    () => `{ purchases(filter: { tillId: "${encodePublicId('till', RARE.till)}" }) { nodes { id } } }`,
  ],
  [
    'purchase',
    'big',
    () => `{ purchases(filter: { personId: "${encodePublicId('person', RARE.person)}" }) { nodes { id } } }`,
  ],
  ['hold', 'small', () => '{ holds { nodes { id } } }'],
  ['hold', 'admin', () => '{ holds(filter: { status: OPEN }) { nodes { id } } }'],
  ['hold', 'admin', (id: string) => `{ holds(filter: { customerId: "${id}" }) { nodes { id } } }`],
  ['entry', 'admin', () => '{ entries { nodes { id } } }'],
  ['entry', 'small', () => '{ entries { nodes { id } } }'],
  ['entry', 'admin', () => '{ entries(filter: { kinds: [PROMO] }) { nodes { id } } }'],
  ['outbox', 'admin', () => '{ events { nodes { id } } }'],
  ['outbox', 'admin', () => '{ events(filter: { kinds: ["hold.expired"] }) { nodes { id } } }'],
  ['customer', 'admin', () => '{ customers { nodes { id } } }'],
  ['customer', 'small', () => '{ customers { nodes { id } } }'],
  ['customer', 'admin', () => '{ customers(filter: { search: "name00123" }) { nodes { id } } }'],
  ['customer', 'admin', () => '{ customers(filter: { search: "name" }) { nodes { id } } }'],
  ['customer', 'admin', () => '{ customers(filter: { search: "0123" }) { nodes { id } } }'],
  ['customer', 'small', () => '{ customers(filter: { search: "0100" }) { nodes { id } } }'],
] as const)('a page of %s for %s is read by an index: %s', async (table, who, query) => {
  const key = who === 'admin' ? town.adminKey : town.member(who).apiKey
  const asked = query(encodePublicId('customer', town.customer('Anna').id))
  for (const plan of await plansOf(asked, { key, table })) {
    expect(steps(plan).filter((step) => step.startsWith('Seq Scan'))).toEqual([])
    expect(inVain(plan)).toBeLessThanOrEqual(MOST_IN_VAIN)
  }
})
