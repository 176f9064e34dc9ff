import { points } from '@artel/ledger'
import { newId, post, type Store } from '@artel/store'
import { asSuperuser } from '@artel/store/testing'
import { createLink } from '@artel/use-cases'
import { aCoalition } from '@artel/use-cases/testing'
import { saleCommand } from '../sale-command.ts'
import { showProgress } from '../show-progress.ts'
import { addCustomers, type BenchWorld, givenUnder } from '../world.ts'

const CUSTOMERS = 10_000
const LINKS = 100
const POSTS_AT_ONCE = 1_000
const LONGEST_WAIT_MS = 120_000
const BILL_MINOR = 10_000n

/** A coalition whose customers come by links: one sale in four types a code, one names a click, one customer in four is bound. */
export interface ClickedWorld {
  readonly coalitionId: string
  readonly purchases: number
}

/** Fills a database of its own: clicks and bindings in bulk, since a visit is measured elsewhere, and sales through the store. */
export async function openClickedWorld(
  store: Store,
  databaseUrl: string,
  { clicks, purchases }: { readonly clicks: number; readonly purchases: number },
): Promise<ClickedWorld> {
  const town = await aCoalition().withMember('wash').withMember('cafe').open(store)
  const { id: memberId, apiKey } = town.member('wash')
  const customerIds = await addCustomers(store, { coalitionId: town.id, memberId }, CUSTOMERS)
  const codes: string[] = []
  for (let at = 0; at < LINKS; at += 1) {
    const ends = { memberId, sourceMemberId: town.member('cafe').id }
    codes.push((await createLink(town.adminContext, { name: `Link ${at}`, ...ends })).link.code)
  }
  await asSuperuser(databaseUrl, bulkSql(town.id, memberId, clicks))
  const { rows } = await store.pool.query<{ id: string }>(
    'select click_id as id from click where coalition_id = $1 limit $2',
    [town.id, purchases],
  )
  const world = { coalitionId: town.id, memberId, apiKey, terms: givenUnder(town.terms), customerIds }
  const named = { codes, clickIds: rows.map(({ id }) => id) }
  await sell(store, world, { purchases, ...named })
  return { coalitionId: town.id, purchases }
}

const bulkSql = (coalitionId: string, memberId: string, clicks: number): string => `
  insert into click (coalition_id, click_id, link_id, at, ends_at, visitor, kind)
    select '${coalitionId}', gen_random_uuid(), l.ids[1 + n % cardinality(l.ids)],
      date_trunc('milliseconds', now() - interval '1 day'), now() + interval '90 days', md5(n::text),
      case when n % 10 = 0 then 'BOT' else 'HUMAN' end
    from generate_series(1, ${clicks}) n, (select array_agg(link_id) as ids from link where coalition_id = '${coalitionId}') l;
  insert into binding (coalition_id, binding_id, customer_id, member_id, source_kind, source_id, link_id, via, bound_at, ends_at,
      digest)
    select b.*, encode(sha256(convert_to(concat_ws('|', b.coalition_id, b.id, b.customer_id, b.member_id, b.source_kind,
        b.source_id, b.link_id, b.via, (extract(epoch from b.bound_at) * 1000000)::bigint,
        (extract(epoch from b.ends_at) * 1000000)::bigint), 'UTF8')), 'hex')
    from (select c.coalition_id, gen_random_uuid() as id, c.customer_id, l.member_id, l.source_kind, l.source_id, l.link_id,
      'TILL' as via, date_trunc('milliseconds', now() - interval '1 day') as bound_at,
      date_trunc('milliseconds', now() + interval '90 days') as ends_at
    from (select *, row_number() over (order by customer_id) as n from customer where coalition_id = '${coalitionId}') c
    join (select *, row_number() over (order by link_id) as n from link where coalition_id = '${coalitionId}'
      and member_id = '${memberId}') l on l.n = 1 + c.n % ${LINKS}
    where c.n % 4 = 0) b;
  analyze click; analyze binding;`

async function sell(
  store: Store,
  world: BenchWorld,
  sold: {
    readonly purchases: number
    readonly codes: readonly string[]
    readonly clickIds: readonly string[]
  },
): Promise<void> {
  const progress = showProgress('sales to attribute', sold.purchases)
  const { coalitionId, customerIds } = world
  for (let at = 0; at < sold.purchases; at += POSTS_AT_ONCE) {
    const posted = Array.from({ length: Math.min(POSTS_AT_ONCE, sold.purchases - at) }, (_, offset) => {
      const serial = at + offset
      const customerId = customerIds[serial % customerIds.length] ?? newId()
      const command = saleCommand(world, { customerId, totalMinor: BILL_MINOR, spent: points(0n) })
      const code = serial % 4 === 0 ? (sold.codes[serial % sold.codes.length] ?? null) : null
      const clickId = serial % 4 === 1 ? (sold.clickIds[serial] ?? null) : null
      const decide: typeof command.decide = (state, context) => {
        const group = command.decide(state, context)
        return group.purchase ? { ...group, purchase: { ...group.purchase, code, clickId } } : group
      }
      return post(store, coalitionId, { ...command, decide }, { deadlineMs: LONGEST_WAIT_MS })
    })
    await Promise.all(posted)
    progress(at + posted.length)
  }
}

/** Makes a database forget what was attributed, so that the same is attributed in the next round. Past every guard. */
export const forgetAttributions = (databaseUrl: string): Promise<void> =>
  asSuperuser(databaseUrl, 'truncate attribution, attribution_cursor')
