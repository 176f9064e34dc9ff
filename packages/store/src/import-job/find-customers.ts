import type pg from 'pg'
import { withLongTimeout } from '../pool/open-pool.ts'

/** Keys by which a piece names customers. */
export interface CustomerKeys {
  readonly references: readonly string[]
  readonly cards: readonly string[]
  /** E.164. */
  readonly phones: readonly string[]
  readonly emails: readonly string[]
}

/** A customer that a key names. */
export interface NamedCustomer {
  readonly by: 'REFERENCE' | 'CARD' | 'PHONE' | 'EMAIL'
  readonly key: string
  /** Of one that was merged, the survivor's. */
  readonly customerId: string
  /** Since when it, or whoever was merged into it, is enrolled. */
  readonly since: Date
  /** ACTIVE or CLOSED. */
  readonly status: string
}

/** The customers of many keys, in one statement: a member's own references, active cards, telephones and e-mails. */
export async function customersByKeys(
  client: Pick<pg.ClientBase, 'query'> | pg.Pool,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
  keys: CustomerKeys,
): Promise<readonly NamedCustomer[]> {
  const { rows } = await client.query<{
    by: NamedCustomer['by']
    key: string
    customer_id: string
    since: Date
    status: string
  }>(
    withLongTimeout({
      name: 'artel_import_customers',
      text: `with named as (
          select 'REFERENCE' as by, r.reference as key, r.customer_id from customer_reference r
            where r.coalition_id = $1 and r.member_id = $2 and r.reference = any($3::text[])
          union all
          select 'CARD', k.number, k.customer_id from card k
            where k.coalition_id = $1 and k.number = any($4::text[]) and k.status = 'ACTIVE'
          union all
          select 'PHONE', c.phone, coalesce(c.merged_into_id, c.customer_id) from customer c
            where c.coalition_id = $1 and c.phone = any($5::text[])
          union all
          select 'EMAIL', c.email, coalesce(c.merged_into_id, c.customer_id) from customer c
            where c.coalition_id = $1 and c.email = any($6::text[]))
        select n.by, n.key, n.customer_id, c.status, least(c.created_at, (select min(m.created_at) from customer m
            where m.coalition_id = $1 and m.merged_into_id = n.customer_id)) as since
        from named n join customer c on c.coalition_id = $1 and c.customer_id = n.customer_id`,
      values: [coalitionId, memberId, keys.references, keys.cards, keys.phones, keys.emails],
    }),
  )
  return rows.map(({ customer_id: customerId, ...row }) => ({ ...row, customerId }))
}
