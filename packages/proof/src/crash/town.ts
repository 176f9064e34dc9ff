import { openStore, verify } from '@artel/store'
import { encodePublicId } from '@artel/use-cases'
import { aCoalition } from '@artel/use-cases/testing'
import pg from 'pg'
import { expect } from 'vitest'
import { sendOnce } from './call-api.ts'
import { openTill, POINTS_A_ROUND, REQUESTS_A_ROUND, type Till } from './till.ts'

/** A coalition with one member that gives 5 % and takes half of a bill in points, and its customers. */
export interface Town {
  readonly databaseUrl: string
  readonly coalitionId: string
  readonly apiKey: string
  /** Public ids. */
  readonly customerIds: readonly string[]
}

/** Opens a coalition in a migrated database. */
export async function openTown(databaseUrl: string, customers: number): Promise<Town> {
  const store = await openStore({ databaseUrl })
  try {
    let plan = aCoalition().withMember('wash')
    for (let serial = 0; serial < customers; serial += 1) plan = plan.withCustomer(`Customer ${serial}`)
    const built = await plan.open(store)
    const customerIds = Array.from({ length: customers }, (_, serial) =>
      encodePublicId('customer', built.customer(`Customer ${serial}`).id),
    )
    return { databaseUrl, coalitionId: built.id, apiKey: built.member('wash').apiKey, customerIds }
  } finally {
    await store.close()
  }
}

/** One till a customer. */
export const openTills = (url: string, { apiKey, customerIds }: Town): Till[] =>
  customerIds.map((customerId) => openTill(url, apiKey, customerId))

/** How many requests were answered so far. Throws when a till has failed. */
export function countAcknowledged(tills: readonly Till[]): number {
  for (const till of tills) till.check()
  return tills.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)
}

/** Tells whether every till has had an answer since this call, and throws when one has failed. */
export function everyTillIsServed(tills: readonly Till[]): () => boolean {
  const before = tills.map(({ acknowledged }) => acknowledged.length)
  return () => {
    for (const till of tills) till.check()
    return tills.every(({ acknowledged }, at) => acknowledged.length > (before[at] ?? 0))
  }
}

/** How many commands the ledger has recorded. */
export async function countRecorded(town: Town): Promise<number> {
  const [row] = await select<{ count: string }>(
    town,
    'select count(*) from entry where coalition_id = $1 and key is not null',
  )
  return Number(row?.count)
}

/**
 * Closes the tills and holds their answers against the books: every answer is there and is given again, nothing else
 * is, no group is half written, and every balance is what the rounds add up to.
 */
export async function expectBooksToAgree(url: string, town: Town, tills: readonly Till[]): Promise<void> {
  const rounds = await Promise.all(tills.map((till) => till.stop()))
  const allRounds = rounds.reduce((sum, count) => sum + count, 0)
  expect(countAcknowledged(tills)).toBe(allRounds * REQUESTS_A_ROUND)
  await Promise.all(tills.map((till) => expectReplays(url, town.apiKey, till)))
  expect(await countDocuments(town)).toEqual({
    keys: String(allRounds * REQUESTS_A_ROUND),
    groups: String(allRounds * REQUESTS_A_ROUND),
    purchases: String(allRounds * 3),
    holds: String(allRounds),
    open_holds: '0',
    refunds: String(allRounds),
    homeless: '0',
  })
  const balances = await balancesOf(town)
  const expected = rounds
    .map((count) => BigInt(count) * POINTS_A_ROUND)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  expect(balances).toEqual(expected.map((posted) => ({ posted: String(posted), reserved: '0' })))
  const { ok, findings, checked } = await verify(town)
  expect({ ok, findings }).toEqual({ ok: true, findings: [] })
  expect(checked.purchase).toBe(allRounds * 3)
}

async function expectReplays(url: string, apiKey: string, { acknowledged }: Till): Promise<void> {
  for (const { request, answer } of acknowledged) {
    const again = await sendOnce(url, apiKey, request)
    expect(again.answer).toEqual({ ...answer, replayed: true })
  }
}

/** Every customer's account, poorest first. */
export const balancesOf = (town: Town) =>
  select<{ posted: string; reserved: string }>(
    town,
    'select posted, reserved from customer_account where coalition_id = $1 order by posted',
  )

/** Documents by kind, and those whose entries are missing. */
async function countDocuments(town: Town): Promise<Record<string, string> | undefined> {
  const [row] = await select<Record<string, string>>(
    town,
    `select
      (select count(*) from entry where coalition_id = $1 and key is not null) as keys,
      (select count(*) from (select distinct customer_id, customer_sequence from entry where coalition_id = $1) g)
        as groups,
      (select count(*) from purchase where coalition_id = $1) as purchases,
      (select count(*) from hold where coalition_id = $1) as holds,
      (select count(*) from hold where coalition_id = $1 and status = 'OPEN') as open_holds,
      (select count(*) from refund where coalition_id = $1) as refunds,
      (select count(*) from (
          select purchase_id as id from purchase where coalition_id = $1
          union all select hold_id from hold where coalition_id = $1
          union all select refund_id from refund where coalition_id = $1) document
        where not exists (select from entry e where e.coalition_id = $1 and document.id in (e.document_id, e.group_id))
      ) as homeless`,
  )
  return row
}

/** Reads as the superuser, past the API; $1 is the coalition. */
async function select<Row extends pg.QueryResultRow>(town: Town, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: town.databaseUrl })
  await client.connect()
  try {
    return (await client.query<Row>(sql, [town.coalitionId])).rows
  } finally {
    await client.end()
  }
}
