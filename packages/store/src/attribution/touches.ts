import type pg from 'pg'

/** A link that may have brought a customer. */
export interface LinkRow {
  readonly linkId: string
  readonly sourceKind: string
  readonly sourceId: string
  readonly memberId: string
  /** Null: the coalition's. */
  readonly windowDays: number | null
  readonly status: string
  /** Null: it is active. */
  readonly archivedAt: Date | null
}

const LINK = `l.link_id as "linkId", l.source_kind as "sourceKind", l.source_id as "sourceId", l.member_id as "memberId",
  l.window_days as "windowDays", l.status, l.archived_at as "archivedAt"`

interface Of<Row> {
  readonly coalitionId: string
  readonly of: readonly Row[]
}

/** Links by their codes in the one spelling in which codes are compared. */
export async function linksOfCodes(
  client: Pick<pg.ClientBase, 'query'>,
  { coalitionId, of: codes }: Of<string>,
): Promise<ReadonlyMap<string, LinkRow>> {
  if (codes.length === 0) return new Map()
  const { rows } = await client.query<LinkRow & { code: string }>({
    name: 'artel_links_of_codes',
    text: `select l.folded_code as code, ${LINK} from link l where l.coalition_id = $1 and l.folded_code = any($2::text[])`,
    values: [coalitionId, codes],
  })
  return new Map(rows.map(({ code, ...link }) => [code, link]))
}

/** A click that a purchase names. */
export interface ClickRow extends LinkRow {
  readonly clickId: string
  readonly at: Date
  /** The first instant at which it counts no more. */
  readonly endsAt: Date
  readonly kind: string
}

/** Clicks by their ids; unknown ones are left out. */
export async function clicksOf(
  client: Pick<pg.ClientBase, 'query'>,
  { coalitionId, of: ids }: Of<string>,
): Promise<ReadonlyMap<string, ClickRow>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<ClickRow>({
    name: 'artel_named_clicks',
    text: `select k.click_id as "clickId", k.at, k.ends_at as "endsAt", k.kind, ${LINK}
      from click k join link l on l.coalition_id = $1 and l.link_id = k.link_id
      where k.coalition_id = $1 and k.click_id = any($2::uuid[])`,
    values: [coalitionId, ids],
  })
  return new Map(rows.map((row) => [row.clickId, row]))
}

/** A binding of a customer, or of one who was merged into it. */
export interface BindingRow {
  readonly bindingId: string
  /** The customer that was asked for. */
  readonly customerId: string
  readonly linkId: string
  readonly sourceKind: string
  readonly sourceId: string
  readonly memberId: string
  readonly via: string
  readonly boundAt: Date
  readonly endsAt: Date
}

/** Bindings of customers, with those of whoever was merged into them: what they had is its own. */
export async function bindingsOf(
  client: Pick<pg.ClientBase, 'query'>,
  { coalitionId, of: customerIds }: Of<string>,
): Promise<BindingRow[]> {
  if (customerIds.length === 0) return []
  const { rows } = await client.query<BindingRow>({
    name: 'artel_bindings_of',
    text: `with recursive same as (
        select x.id as customer, x.id from unnest($2::uuid[]) x(id)
        union select s.customer, c.customer_id from same s
          join customer c on c.coalition_id = $1 and c.merged_into_id = s.id)
      select b.binding_id as "bindingId", same.customer as "customerId", b.link_id as "linkId",
        b.source_kind as "sourceKind", b.source_id as "sourceId", b.member_id as "memberId",
        b.via, b.bound_at as "boundAt", b.ends_at as "endsAt"
      from same join binding b on b.coalition_id = $1 and b.customer_id = same.id
      order by b.bound_at, b.binding_id`,
    values: [coalitionId, customerIds],
  })
  return rows
}
