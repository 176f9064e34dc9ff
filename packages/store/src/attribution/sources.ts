import type pg from 'pg'

/** That a customer is a source, or works for it. */
export interface OwnSource {
  /** The customer that was asked for. */
  readonly customerId: string
  readonly sourceId: string
  /** Since when; null: always. */
  readonly from: Date | null
  /** Until when; null: still. */
  readonly to: Date | null
}

/**
 * Which of some sources are some customers themselves: a customer that is the same person by a merge, a member that somebody with
 * the customer's e-mail works or worked for, an affiliate with that e-mail.
 */
export async function ownSources(
  client: Pick<pg.ClientBase, 'query'>,
  {
    coalitionId,
    customerIds,
    sourceIds,
  }: {
    readonly coalitionId: string
    readonly customerIds: readonly string[]
    readonly sourceIds: readonly string[]
  },
): Promise<OwnSource[]> {
  if (customerIds.length === 0 || sourceIds.length === 0) return []
  const { rows } = await client.query<OwnSource>({
    name: 'artel_own_sources',
    text: `with same as materialized (
        select x.id as customer, s.customer_id as id, s.email
        from unnest($2::uuid[]) x(id)
        join customer c on c.coalition_id = $1 and c.customer_id = x.id
        join customer s on s.coalition_id = $1
          and (s.customer_id = coalesce(c.merged_into_id, c.customer_id)
            or s.merged_into_id = coalesce(c.merged_into_id, c.customer_id)))
      select customer as "customerId", id as "sourceId", null::timestamptz as "from", null::timestamptz as "to"
        from same where id = any($3::uuid[])
      union all
      select s.customer, g.member_id, g.invited_at, g.revoked_at from same s
        join person p on p.email = s.email
        join staff_grant g on g.coalition_id = $1 and g.person_id = p.person_id and g.member_id = any($3::uuid[])
      union all
      select s.customer, a.affiliate_id, null, null from same s
        join affiliate a on a.coalition_id = $1 and a.affiliate_id = any($3::uuid[]) and lower(a.email) = s.email`,
    values: [coalitionId, customerIds, sourceIds],
  })
  return rows
}

/** Since when those of some sources that bring nobody any more do not: a member that has left, an affiliate that is suspended or closed. */
export async function endedSources(
  client: Pick<pg.ClientBase, 'query'>,
  { coalitionId, sourceIds }: { readonly coalitionId: string; readonly sourceIds: readonly string[] },
): Promise<ReadonlyMap<string, Date>> {
  if (sourceIds.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; at: Date }>({
    name: 'artel_ended_sources',
    text: `select member_id as id, closed_at as at from member
        where coalition_id = $1 and member_id = any($2::uuid[]) and status = 'CLOSED' and closed_at is not null
      union all
      select affiliate_id, changed_at from affiliate
        where coalition_id = $1 and affiliate_id = any($2::uuid[]) and status in ('SUSPENDED', 'CLOSED')`,
    values: [coalitionId, sourceIds],
  })
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** Whether a source is somebody with this e-mail, or has somebody with it at work: a customer is not there yet. */
export async function isSourceByEmail(
  client: Pick<pg.ClientBase, 'query'>,
  {
    coalitionId,
    sourceId,
    email,
  }: { readonly coalitionId: string; readonly sourceId: string; readonly email: string },
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'artel_source_by_email',
    text: `select 1 from person p join staff_grant g on g.coalition_id = $1 and g.person_id = p.person_id
        and g.member_id = $2 and g.revoked_at is null
      where p.email = $3
      union all
      select 1 from affiliate where coalition_id = $1 and affiliate_id = $2 and lower(email) = $3 limit 1`,
    values: [coalitionId, sourceId, email],
  })
  return (rowCount ?? 0) > 0
}
