import { type Minor, minor } from '@artel/ledger'
import type pg from 'pg'

type Client = Pick<pg.ClientBase, 'query'>

/** What a payee's sales of one period come to under a ladder. */
export interface PeriodRow {
  readonly programmeId: string
  readonly payeeId: string
  readonly period: string
  readonly volume: Minor
  readonly amount: Minor
  readonly customers: bigint
}

type PeriodKey = Pick<PeriodRow, 'programmeId' | 'payeeId' | 'period'>

/** Whether customers count for programme `o`: not where its ladder goes by money. */
const COUNTS_CUSTOMERS = `exists (select from commission_version v where v.coalition_id = $1
    and v.programme_id = o.programme_id and v.definition::json->'effect'->>'by' = 'CUSTOMERS')`

/** Customers, merged ones as their survivors, of whose sales something is left in period `o`. */
const CUSTOMERS_LEFT = `(select count(distinct coalesce(u.merged_into_id, u.customer_id)) from commission k
    join customer u on u.coalition_id = $1 and u.customer_id = k.customer_id
    where k.coalition_id = $1 and k.programme_id = o.programme_id and k.payee_id = o.payee_id
      and k.period = o.period and k.volume_minor > 0)`

/** Periods as they stand; those that nothing counted in are absent. */
export async function commissionPeriods(
  client: Client,
  coalitionId: string,
  keys: readonly PeriodKey[],
): Promise<readonly PeriodRow[]> {
  const { rows } = await client.query<PeriodKey & { volume: string; amount: string; customers: string }>({
    name: 'artel_commission_periods',
    text: `select o.programme_id as "programmeId", o.payee_id as "payeeId", o.period, o.volume_minor::text as volume,
        o.amount_minor::text as amount, (case when ${COUNTS_CUSTOMERS} then ${CUSTOMERS_LEFT} else 0 end)::text as customers
      from commission_period o where o.coalition_id = $1 and (o.programme_id, o.payee_id, o.period) in (
        select * from unnest($2::uuid[], $3::uuid[], $4::text[]))`,
    values: [
      coalitionId,
      keys.map(({ programmeId }) => programmeId),
      keys.map(({ payeeId }) => payeeId),
      keys.map(({ period }) => period),
    ],
  })
  return rows.map((row) => ({
    ...row,
    volume: minor(BigInt(row.volume)),
    amount: minor(BigInt(row.amount)),
    customers: BigInt(row.customers),
  }))
}

/**
 * Writes periods as they stand now, after their commissions: of those named `recounted`, where nothing is left of a sale any more, the
 * customers are counted anew; of the rest they are as they are said.
 */
export async function putCommissionPeriods(
  client: Client,
  coalitionId: string,
  { rows, recounted }: { readonly rows: readonly PeriodRow[]; readonly recounted: readonly PeriodKey[] },
): Promise<void> {
  if (rows.length === 0) return
  await client.query({
    name: 'artel_put_commission_periods',
    text: `insert into commission_period
        (coalition_id, programme_id, payee_id, period, volume_minor, amount_minor, customers)
      select $1, o.programme_id, o.payee_id, o.period, o.volume, o.amount,
        case when ${COUNTS_CUSTOMERS} then o.customers else 0 end
      from unnest($2::uuid[], $3::uuid[], $4::text[], $5::numeric[], $6::numeric[], $7::bigint[])
        o(programme_id, payee_id, period, volume, amount, customers)
      on conflict (coalition_id, programme_id, payee_id, period) do update
        set volume_minor = excluded.volume_minor, amount_minor = excluded.amount_minor, customers = excluded.customers`,
    values: [
      coalitionId,
      rows.map(({ programmeId }) => programmeId),
      rows.map(({ payeeId }) => payeeId),
      rows.map(({ period }) => period),
      rows.map(({ volume }) => volume.toString()),
      rows.map(({ amount }) => amount.toString()),
      rows.map(({ customers }) => customers.toString()),
    ],
  })
  if (recounted.length === 0) return
  await client.query({
    name: 'artel_count_customers_of_periods',
    text: `update commission_period o set customers = ${CUSTOMERS_LEFT}
      from unnest($2::uuid[], $3::uuid[], $4::text[]) x(programme_id, payee_id, period)
      where o.coalition_id = $1 and (o.programme_id, o.payee_id, o.period) = (x.programme_id, x.payee_id, x.period)
        and ${COUNTS_CUSTOMERS}`,
    values: [
      ...[
        coalitionId,
        recounted.map(({ programmeId }) => programmeId),
        recounted.map(({ payeeId }) => payeeId),
      ],
      recounted.map(({ period }) => period),
    ],
  })
}

/** A commission before it is written. Days are ISO dates. */
export interface NewCommission {
  readonly id: string
  readonly purchaseId: string
  readonly programmeId: string
  readonly version: number
  readonly payerId: string
  readonly payeeKind: 'AFFILIATE' | 'MEMBER'
  readonly payeeId: string
  readonly customerId: string
  readonly soldOn: string
  readonly period: string
  readonly rateBps: bigint | null
  readonly volume: Minor
  readonly amount: Minor
  readonly status: 'PENDING' | 'REJECTED'
  readonly reason: string | null
  readonly dueOn: string
  readonly byTime: boolean
}

/** Writes commissions in one statement. One of a purchase and programme that is there already is an error: a bug of the caller. */
export async function addCommissions(
  client: Client,
  coalitionId: string,
  { rows, at }: { readonly rows: readonly NewCommission[]; readonly at: Date },
): Promise<void> {
  if (rows.length === 0) return
  const of = <Field extends keyof NewCommission>(field: Field) => rows.map((row) => row[field])
  const texts = (values: readonly (bigint | null)[]) => values.map((value) => value?.toString() ?? null)
  await client.query({
    name: 'artel_add_commissions',
    text: `insert into commission (coalition_id, commission_id, purchase_id, programme_id, version, payer_id, payee_kind,
        payee_id, customer_id, sold_on, period, rate_bps, volume_minor, amount_minor, status, reason, due_on, by_time,
        created_at, changed_at, affiliate_id)
      select $1, x.*, $2, $2, case x.payee_kind when 'AFFILIATE' then x.payee_id end from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::int[], $7::uuid[], $8::text[],
        $9::uuid[], $10::uuid[], $11::date[], $12::text[], $13::int[], $14::bigint[], $15::bigint[], $16::text[],
        $17::text[], $18::date[], $19::boolean[]) x(commission_id, purchase_id, programme_id, version, payer_id, payee_kind,
        payee_id, customer_id, sold_on, period, rate_bps, volume_minor, amount_minor, status, reason, due_on, by_time)`,
    values: [
      ...[coalitionId, at, of('id'), of('purchaseId'), of('programmeId'), of('version'), of('payerId')],
      ...[of('payeeKind'), of('payeeId'), of('customerId'), of('soldOn'), of('period')],
      ...[texts(of('rateBps')), texts(of('volume')), texts(of('amount')), of('status'), of('reason')],
      ...[of('dueOn'), of('byTime')],
    ],
  })
}

/** A row of how a commission came to what it is, before it is written. */
export interface NewCommissionLine {
  readonly id: string
  readonly commissionId: string
  readonly kind: 'SALE' | 'REFUND' | 'REJECTION'
  readonly refundId: string | null
  readonly volume: Minor
  readonly amount: Minor
}

/** Writes rows of commissions in one statement. */
export async function addCommissionLines(
  client: Client,
  coalitionId: string,
  { rows, at }: { readonly rows: readonly NewCommissionLine[]; readonly at: Date },
): Promise<void> {
  if (rows.length === 0) return
  await client.query({
    name: 'artel_add_commission_lines',
    text: `insert into commission_line
        (coalition_id, line_id, commission_id, kind, refund_id, volume_minor, amount_minor, created_at)
      select $1, x.*, $2 from unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::bigint[], $8::bigint[]) x`,
    values: [
      ...[coalitionId, at, rows.map(({ id }) => id), rows.map(({ commissionId }) => commissionId)],
      ...[rows.map(({ kind }) => kind), rows.map(({ refundId }) => refundId)],
      ...[rows.map(({ volume }) => volume.toString()), rows.map(({ amount }) => amount.toString())],
    ],
  })
}

/** A commission as something is decided about it. */
export interface CommissionRow {
  readonly id: string
  readonly programmeId: string
  readonly version: number
  /** JSON of the version that it was made under. */
  readonly definition: string
  readonly payerId: string
  readonly payeeKind: 'AFFILIATE' | 'MEMBER'
  readonly payeeId: string
  readonly period: string
  readonly rateBps: bigint | null
  /** What counted of the sale at first; 0 where it earned nothing. */
  readonly soldVolume: Minor
  readonly volume: Minor
  readonly amount: Minor
  readonly status: string
  /** ISO date. */
  readonly dueOn: string
  readonly byTime: boolean
  readonly proposedById: string | null
}

/** Commissions by id, as the caller's transaction sees them. */
export async function commissionRows(
  client: Client,
  coalitionId: string,
  ids: readonly string[],
): Promise<readonly CommissionRow[]> {
  const { rows } = await client.query<
    Omit<CommissionRow, 'volume' | 'amount' | 'rateBps' | 'soldVolume'> & {
      readonly sold: string
      readonly volume: string
      readonly amount: string
      readonly rate: number | null
    }
  >({
    name: 'artel_commission_rows',
    text: `select k.commission_id as id, k.programme_id as "programmeId", k.version, v.definition,
        k.payer_id as "payerId", k.payee_kind as "payeeKind", k.payee_id as "payeeId", k.period, k.rate_bps as rate,
        k.volume_minor::text as volume, k.amount_minor::text as amount, k.status, k.due_on::text as "dueOn",
        k.by_time as "byTime", k.proposed_by_id as "proposedById", coalesce(l.volume_minor, 0)::text as sold
      from commission k
      join commission_version v on v.coalition_id = $1 and v.programme_id = k.programme_id and v.version = k.version
      left join commission_line l on l.coalition_id = $1 and l.commission_id = k.commission_id and l.kind = 'SALE'
      where k.coalition_id = $1 and k.commission_id = any($2::uuid[])`,
    values: [coalitionId, ids],
  })
  return rows.map(({ rate, volume, amount, sold, ...row }) => ({
    ...row,
    soldVolume: minor(BigInt(sold)),
    rateBps: rate === null ? null : BigInt(rate),
    volume: minor(BigInt(volume)),
    amount: minor(BigInt(amount)),
  }))
}

/** Writes what commissions came to, and where they are. */
export async function changeCommissions(
  client: Client,
  coalitionId: string,
  {
    rows,
    at,
  }: {
    readonly rows: readonly Pick<CommissionRow, 'id' | 'volume' | 'amount' | 'status' | 'byTime'>[]
    readonly at: Date
  },
): Promise<void> {
  if (rows.length === 0) return
  await client.query({
    name: 'artel_change_commissions',
    text: `update commission k set volume_minor = x.volume, amount_minor = x.amount, status = x.status,
        by_time = x.by_time, reason = case x.status when 'REJECTED' then 'BY_HAND' end, changed_at = $2
      from unnest($3::uuid[], $4::bigint[], $5::bigint[], $6::text[], $7::boolean[]) x(id, volume, amount, status, by_time)
      where k.coalition_id = $1 and k.commission_id = x.id`,
    values: [
      ...[coalitionId, at, rows.map(({ id }) => id), rows.map(({ volume }) => volume.toString())],
      ...[rows.map(({ amount }) => amount.toString()), rows.map(({ status }) => status)],
      rows.map(({ byTime }) => byTime),
    ],
  })
}

/**
 * Pending commissions of which nothing is left take part in what others of their ladder's period come to: once one of those is in
 * the books, so are they. Closes those of the periods of some commissions; their ids.
 */
export async function closeEmptied(
  client: Client,
  coalitionId: string,
  { commissionIds, at }: { readonly commissionIds: readonly string[]; readonly at: Date },
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>({
    name: 'artel_close_emptied_commissions',
    text: `update commission k set status = 'REVERSED', changed_at = $3
      from (select distinct o.programme_id, o.payee_id, o.period from commission o
        join commission_version v on v.coalition_id = $1 and v.programme_id = o.programme_id and v.version = o.version
          and v.definition::json->'effect'->>'by' = 'MONEY'
        where o.coalition_id = $1 and o.commission_id = any($2::uuid[])) x
      where k.coalition_id = $1 and (k.programme_id, k.payee_id, k.period) = (x.programme_id, x.payee_id, x.period)
        and k.status = 'PENDING' and k.volume_minor = 0
        and exists (select from commission b where b.coalition_id = $1 and b.programme_id = x.programme_id
          and b.payee_id = x.payee_id and b.period = x.period and b.status <> 'PENDING'
          and (b.status <> 'REJECTED' or b.reason = 'BY_HAND'))
      returning k.commission_id as id`,
    values: [coalitionId, commissionIds, at],
  })
  return rows.map(({ id }) => id)
}

/** Writes down whose yes a commission has: of two people the first alone, or who makes it money. */
export async function signCommission(
  client: Client,
  { coalitionId, id }: { readonly coalitionId: string; readonly id: string },
  by: { readonly proposedById: string | null; readonly approvedById: string | null; readonly at: Date },
): Promise<void> {
  await client.query({
    name: 'artel_sign_commission',
    text: `update commission set proposed_by_id = $3, approved_by_id = $4, changed_at = $5
      where coalition_id = $1 and commission_id = $2`,
    values: [coalitionId, id, by.proposedById, by.approvedById, by.at],
  })
}
