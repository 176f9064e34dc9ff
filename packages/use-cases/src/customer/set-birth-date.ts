import { NotFoundError } from '@artel/ledger'
import { localDateOf } from '@artel/rules'
import { coalitionNow } from '@artel/store'
import type { Customer } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkBirthDate } from '../input/birth-date.ts'
import { loadAgreement } from '../terms/agreement.ts'
import type { CustomerBy } from './find-customer.ts'
import { customerIdOf, reachOf } from './look-up-customer.ts'
import { refuseClosedCustomer } from './refuse-closed-customer.ts'

export interface SetBirthDateInput {
  readonly customer: CustomerBy
  /** ISO date, from 1900 to today; null: it is not told any more. */
  readonly birthDate: string | null
}

/**
 * Writes down when a customer was born, or takes that away. Another date brings no second birthday into a year.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError.
 */
export async function setBirthDate(
  context: Context,
  input: SetBirthDateInput,
): Promise<{ readonly customer: Customer }> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'customers:write',
    admin: 'customers:write',
    verb: 'setBirthDate',
  })
  const { store } = context
  const { coalitionId } = principal
  const id = await customerIdOf(context, reachOf(principal), input.customer)
  const [{ coalition }, now, before] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
    store.prisma.customer.findUnique({ where: { coalitionId_id: { coalitionId, id } } }),
  ])
  if (!before) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  refuseClosedCustomer({ customerStatus: before.status, mergedIntoId: before.mergedIntoId ?? undefined })
  const birthDate = checkBirthDate(['birthDate'], input.birthDate, localDateOf(now, coalition.timeZone))
  // One that is erased meanwhile keeps nothing.
  await store.prisma.customer.updateMany({
    where: { coalitionId, id, status: 'ACTIVE' },
    data: { birthDate },
  })
  return {
    customer: await store.prisma.customer.findUniqueOrThrow({
      where: { coalitionId_id: { coalitionId, id } },
    }),
  }
}
