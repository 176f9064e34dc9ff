import { NotFoundError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import { requireAdmin, requireCustomer } from '../access/authorise.ts'
import type { Context, Principal } from '../access/principal.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf } from '../customer/look-up-customer.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { EXPORT_FORMAT, type ExportedCustomer, exportedCustomer } from './exported-customer.ts'
import { readHeld } from './read-held.ts'

export interface CustomerExport {
  /** Names the format; another shape gets another number. */
  readonly format: typeof EXPORT_FORMAT
  readonly customerId: string
  readonly exportedAt: Date
  /** False where a list was longer than 20 000 rows, of which the newest are there. */
  readonly complete: boolean
  readonly data: ExportedCustomer
}

/** Whose export it is, and of which member's dealings alone it tells; null: of all. */
interface Asked {
  readonly coalitionId: string
  readonly memberId: string | null
  readonly onlyMemberId: string | null
  readonly onlyCustomerId: string | null
}

/**
 * Everything that is held on a customer, as of one instant: who it is, cards, references, consents, purchases and refunds,
 * every event of its points, holds, and that it was sent codes and reminders, never the codes. Of a household how many others
 * there are: they are not the customer's data. An administrator who may change customers exports it whole: a key that only reads
 * makes no dossier. With the customer's own token contacts are masked unless the member that issued it enrolled the customer, and receipts, orders and
 * events are those at that member, since it could read them too; of points elsewhere the sum is told, and of others nothing.
 * Throws NotFoundError and InvalidInputError.
 */
export async function exportCustomer(
  context: Context,
  input: { readonly customer?: CustomerBy | null },
): Promise<CustomerExport> {
  const { coalitionId, memberId, onlyMemberId, onlyCustomerId } = askedBy(context.principal)
  const by = input.customer ?? (onlyCustomerId === null ? undefined : { id: onlyCustomerId })
  const customerId = by && (await customerIdOf(context, { coalitionId, memberId }, by))
  const notFound = new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  if (customerId === undefined) throw notFound
  if (onlyCustomerId !== null && customerId !== onlyCustomerId) throw notFound
  const [exportedAt, held] = await Promise.all([
    coalitionNow(context.store, coalitionId),
    readHeld(context.store, { coalitionId, customerId, onlyMemberId }),
  ])
  if (!held) throw notFound
  const head = { format: EXPORT_FORMAT, exportedAt, complete: held.complete }
  const data = exportedCustomer(held, { ...head, customerId: encodePublicId('customer', customerId) })
  return { ...head, customerId, data }
}

function askedBy(principal: Principal): Asked {
  if (principal.kind !== 'customer') {
    const { coalitionId } = requireAdmin(principal, 'customers:write')
    return { coalitionId, memberId: null, onlyMemberId: null, onlyCustomerId: null }
  }
  const { coalitionId, memberId, customerId } = requireCustomer(principal, 'wallet:read')
  return { coalitionId, memberId, onlyMemberId: memberId, onlyCustomerId: customerId }
}
