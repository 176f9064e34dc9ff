import type pg from 'pg'

/** That a source brought a customer to a member, before it is written. */
export interface NewBinding {
  readonly id: string
  readonly customerId: string
  readonly memberId: string
  readonly sourceKind: string
  readonly sourceId: string
  readonly linkId: string
  readonly via: string
  readonly boundAt: Date
  readonly endsAt: Date
}

/** Holds a customer until the transaction ends, so that bindings of it are decided one after another. False: there is none. */
export async function holdCustomer(
  client: Pick<pg.ClientBase, 'query'>,
  { coalitionId, customerId }: { readonly coalitionId: string; readonly customerId: string },
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'artel_hold_customer',
    text: `select 1 from customer where coalition_id = $1 and customer_id = $2 and status = 'ACTIVE' for no key update`,
    values: [coalitionId, customerId],
  })
  return rowCount === 1
}

/** Writes a binding, in the caller's transaction. */
export async function addBinding(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
  binding: NewBinding,
): Promise<void> {
  const { id, customerId, memberId, sourceKind, sourceId, linkId, via, boundAt, endsAt } = binding
  await client.query({
    name: 'artel_add_binding',
    text: `insert into binding (coalition_id, binding_id, customer_id, member_id, source_kind, source_id, link_id, via, bound_at,
      ends_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      ...[coalitionId, id, customerId, memberId, sourceKind, sourceId, linkId, via],
      ...[boundAt.toISOString(), endsAt.toISOString()],
    ],
  })
}

/** Whether a customer has the e-mail of somebody who works for a member. */
export async function worksFor(
  client: Pick<pg.ClientBase, 'query'>,
  asked: { readonly coalitionId: string; readonly customerId: string; readonly memberId: string },
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'artel_works_for',
    text: `select 1 from customer c join person p on p.email = c.email
      join staff_grant g on g.coalition_id = c.coalition_id and g.person_id = p.person_id
        and g.member_id = $3 and g.revoked_at is null
      where c.coalition_id = $1 and c.customer_id = $2 limit 1`,
    values: [asked.coalitionId, asked.customerId, asked.memberId],
  })
  return rowCount === 1
}
