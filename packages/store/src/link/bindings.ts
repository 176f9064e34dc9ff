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

/**
 * Holds a customer until the transaction ends, so that bindings of it are decided one after another. Undefined: none that is
 * open.
 */
export async function holdCustomer(
  client: Pick<pg.ClientBase, 'query'>,
  { coalitionId, customerId }: { readonly coalitionId: string; readonly customerId: string },
): Promise<{ readonly email: string | null } | undefined> {
  const { rows } = await client.query<{ email: string | null }>({
    name: 'artel_hold_customer',
    text: `select email from customer where coalition_id = $1 and customer_id = $2 and status = 'ACTIVE' for no key update`,
    values: [coalitionId, customerId],
  })
  return rows[0]
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

/** Whether somebody with this e-mail works for a member. */
export async function worksFor(
  client: Pick<pg.ClientBase, 'query'>,
  {
    coalitionId,
    memberId,
    email,
  }: { readonly coalitionId: string; readonly memberId: string; readonly email: string },
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'artel_works_for',
    text: `select 1 from person p join staff_grant g on g.coalition_id = $1 and g.person_id = p.person_id
        and g.member_id = $2 and g.revoked_at is null
      where p.email = $3 limit 1`,
    values: [coalitionId, memberId, email],
  })
  return rowCount === 1
}
