import { coverageSums, type Store } from '@artel/store'
import { known, type World } from './world.ts'

/** Every figure of both books that must agree: rows in a fixed order, amounts as decimal strings, instants in ms. */
export interface Picture {
  /** customer, posted, reserved, sequence. */
  readonly accounts: readonly (readonly [string, string, string, string])[]
  readonly lots: readonly LotRow[]
  readonly holds: readonly HoldRow[]
  readonly debts: readonly DebtRow[]
  readonly claims: readonly ClaimRow[]
  /** Debit minus credit by "unit kind owner"; accounts at zero are left out. */
  readonly balances: Readonly<Record<string, string>>
}
interface LotRow {
  readonly id: string
  readonly customer: string
  readonly issuer: string
  readonly terms: string
  readonly amount: string
  readonly remaining: string
  readonly reserved: string
  readonly issuedAt: number
  readonly activatesAt: number
  readonly expiresAt: number | null
}
interface HoldRow {
  readonly id: string
  readonly customer: string
  readonly member: string
  readonly points: string
  readonly status: string
  readonly expiresAt: number
  /** lot, points: in the order of spending. */
  readonly lots: readonly (readonly [string, string])[]
}
interface DebtRow {
  readonly customer: string
  readonly issuer: string
  readonly purchase: string
  readonly amount: string
  readonly remaining: string
  readonly issueFee: string
}

interface ClaimRow {
  readonly id: string
  readonly customer: string
  readonly purchase: string
  readonly amount: string
  readonly remaining: string
}

/** What the books say, with the instant of saying and the count of rows, which a refused command must not move. */
export interface BooksPicture extends Picture {
  readonly now: number
  readonly rows: Readonly<Record<string, number>>
}

const MS = (column: string) => `round(extract(epoch from ${column}) * 1000)::bigint`
const COUNTED = [
  'entry',
  'transfer',
  'lot',
  'lot_use',
  'hold',
  'hold_lot',
  'purchase',
  'refund',
  'debt',
  'claim',
  'outbox',
]

const PICTURE = `select ${MS('clock_timestamp() + make_interval(secs => c.clock_offset_seconds)')}::text as now,
  json_build_object(
  'accounts', (select coalesce(json_agg(json_build_array(customer_id, posted::text, reserved::text, sequence::text)
    order by customer_id), '[]') from customer_account where coalition_id = $1),
  'lots', (select coalesce(json_agg(json_build_object('id', lot_id, 'customer', customer_id, 'issuer', issuer_id,
    'terms', terms_id, 'amount', amount::text, 'remaining', remaining::text, 'reserved', reserved::text,
    'issuedAt', ${MS('issued_at')}, 'activatesAt', ${MS('activates_at')}, 'expiresAt', ${MS('expires_at')})
    order by lot_id), '[]') from lot where coalition_id = $1),
  'holds', (select coalesce(json_agg(json_build_object('id', h.hold_id, 'customer', h.customer_id,
    'member', h.member_id, 'points', h.points::text, 'status', h.status, 'expiresAt', ${MS('h.expires_at')},
    'lots', (select json_agg(json_build_array(r.lot_id, r.points::text) order by r.position) from hold_lot r
      where r.coalition_id = $1 and r.hold_id = h.hold_id)) order by h.hold_id), '[]')
    from hold h where h.coalition_id = $1),
  'debts', (select coalesce(json_agg(json_build_object('customer', customer_id, 'issuer', issuer_id,
    'purchase', purchase_id, 'amount', amount::text, 'remaining', remaining::text, 'issueFee', issue_fee::text)),
    '[]') from debt where coalition_id = $1),
  'claims', (select coalesce(json_agg(json_build_object('id', refund_id, 'customer', customer_id,
    'purchase', purchase_id, 'amount', amount::text, 'remaining', remaining::text) order by refund_id), '[]')
    from claim where coalition_id = $1),
  'balances', (select coalesce(json_object_agg(account, balance order by account), '{}') from (
    select account, sum(amount)::text as balance from (
      select unit || ' ' || debit_kind || ' ' || debit_owner_id as account, amount from transfer where coalition_id = $1
      union all
      select unit || ' ' || credit_kind || ' ' || credit_owner_id, -amount from transfer where coalition_id = $1) legs
    group by account having sum(amount) <> 0) accounts),
  'rows', json_build_object(${COUNTED.map((table) => `'${table}', (select count(*) from ${table} where coalition_id = $1)`).join(', ')})
  ) as picture
from coalition c where c.coalition_id = $1`

/** Reads the picture from the tables, on one snapshot. */
export async function pictureOfBooks(store: Store, coalitionId: string): Promise<BooksPicture> {
  const { rows } = await store.pool.query<{ now: string; picture: Omit<BooksPicture, 'now'> }>({
    name: 'artel_model_picture',
    text: PICTURE,
    values: [coalitionId],
  })
  const row = known(rows[0], 'coalition in the books')
  return { now: Number(row.now), ...row.picture, debts: inOrder(row.picture.debts) }
}

/** The same picture of the model. */
export function pictureOfWorld(world: World): Picture {
  const count = (points: readonly { readonly place: string }[], ...places: string[]) =>
    `${points.filter((point) => places.includes(point.place)).length}`
  const pointsOf = (customerId: string) =>
    world.lots.filter((lot) => lot.customerId === customerId).flatMap((lot) => lot.points)
  return {
    accounts: [...world.sequences]
      .map(([id, sequence]): Picture['accounts'][number] => {
        const points = pointsOf(id)
        return [id, count(points, 'FREE', 'HELD'), count(points, 'HELD'), `${sequence}`]
      })
      .sort(([a], [b]) => byText(a, b)),
    lots: world.lots
      .map((lot) => ({
        id: lot.id,
        customer: lot.customerId,
        issuer: lot.issuerId,
        terms: lot.terms.id,
        amount: `${lot.points.length}`,
        remaining: count(lot.points, 'FREE', 'HELD'),
        reserved: count(lot.points, 'HELD'),
        issuedAt: lot.issuedAt,
        activatesAt: lot.activatesAt,
        expiresAt: Number.isFinite(lot.expiresAt) ? lot.expiresAt : null,
      }))
      .sort(byId),
    holds: [...world.holds.values()]
      .map((hold) => ({
        id: hold.id,
        customer: hold.customerId,
        member: hold.memberId,
        points: `${hold.points.length}`,
        status: hold.status,
        expiresAt: hold.expiresAt,
        lots: [...new Set(hold.points.map((point) => point.lot))].map(
          (lot) => [lot.id, `${hold.points.filter((point) => point.lot === lot).length}`] as const,
        ),
      }))
      .sort(byId),
    debts: inOrder(
      world.debts.map((debt) => ({
        customer: debt.customerId,
        issuer: debt.issuerId,
        purchase: debt.purchaseId,
        amount: `${debt.amount}`,
        remaining: `${debt.left}`,
        issueFee: `${debt.issueFee}`,
      })),
    ),
    claims: world.claims
      .map((claim) => ({
        id: claim.refundId,
        customer: claim.customerId,
        purchase: claim.purchaseId,
        amount: `${claim.amount}`,
        remaining: `${claim.left}`,
      }))
      .sort(byId),
    balances: Object.fromEntries(
      [...world.balances]
        .filter(([, balance]) => balance !== 0n)
        .map(([account, balance]) => [account, `${balance}`] as const)
        .sort(([a], [b]) => byText(a, b)),
    ),
  }
}

/** What issuers owe when their outstanding points are spent, as the coverage proof says it; by issuer. */
export async function contingentOfBooks(
  store: Store,
  coalitionId: string,
): Promise<Readonly<Record<string, string>>> {
  const { byIssuer } = await coverageSums(store, coalitionId)
  const outstanding = byIssuer.filter((issuer) => issuer.outstandingPoints > 0n)
  return Object.fromEntries(
    outstanding.map((issuer) => [issuer.memberId ?? coalitionId, `${issuer.contingent}`]),
  )
}

/** The same of the model: sum of (R - D) over single points. */
export function contingentOfWorld(world: World): Readonly<Record<string, string>> {
  const owed = new Map<string, bigint>()
  for (const lot of world.lots)
    for (const point of lot.points)
      if (point.place === 'FREE' || point.place === 'HELD')
        owed.set(lot.issuerId, (owed.get(lot.issuerId) ?? 0n) + lot.terms.reservePrice - lot.terms.deposit)
  return Object.fromEntries([...owed].map(([issuer, micros]) => [issuer, `${micros}`]))
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byId = (a: { readonly id: string }, b: { readonly id: string }) => byText(a.id, b.id)

/** The model does not know the ids of debts: both sides put them in the order of what they say. */
const inOrder = (debts: readonly DebtRow[]) =>
  debts.toSorted((a, b) => byText(Object.values(a).join(' '), Object.values(b).join(' ')))
