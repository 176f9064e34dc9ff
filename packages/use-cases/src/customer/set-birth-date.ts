import { NotFoundError } from '@artel/ledger'
import { localDateOf } from '@artel/rules'
import { coalitionNow } from '@artel/store'
import type { Customer } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { PermissionError } from '../errors/system-error.ts'
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
 * Writes down when a customer was born, or takes that away. A member tells it where nobody has; what was told is changed by the member
 * that enrolled the customer, and by administrators: points are given for it. Another date brings no second birthday into a year.
 * Throws PermissionError for others, InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError.
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
  const mayChange = principal.kind === 'admin' || before.enrolledById === principal.memberId
  if (!mayChange && (before.birthDate !== null || birthDate === null)) refuseChange()
  return store.prisma.$transaction(async (transaction) => {
    const { count } = await transaction.customer.updateMany({
      where: { coalitionId, id, status: 'ACTIVE', ...(mayChange ? {} : { birthDate: null }) },
      data: { birthDate },
    })
    const customer = await transaction.customer.findUniqueOrThrow({
      where: { coalitionId_id: { coalitionId, id } },
    })
    if (count === 0) {
      // It was closed since it was read, by an erasure or a merge, or another was first to tell.
      refuseClosedCustomer({
        customerStatus: customer.status,
        mergedIntoId: customer.mergedIntoId ?? undefined,
      })
      refuseChange()
    }
    // That it was told, and by whom; the log is never changed, so it does not say what.
    await recordAct(context, transaction, {
      ...{ act: 'customerBirthDateSet', coalitionId, subject: { type: 'customer', id } },
      details: { isTold: birthDate !== null },
    })
    return { customer }
  })
}

function refuseChange(): never {
  throw new PermissionError(
    'Only the member that enrolled the customer, or an administrator, may change a birth date that was told.',
  )
}
