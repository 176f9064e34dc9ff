import type pg from 'pg'
import { bindingDigest } from './binding-digest.ts'

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
 * Holds a customer until the transaction ends, so that bindings of it are decided one after another. False: none that is open.
 */
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
      ends_at, digest) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      ...[coalitionId, id, customerId, memberId, sourceKind, sourceId, linkId, via],
      ...[boundAt.toISOString(), endsAt.toISOString(), bindingDigest(coalitionId, binding)],
    ],
  })
}
