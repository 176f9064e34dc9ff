import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { coalitionNow, takeConfirmation } from '@artel/store'
import type { Customer } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { examineCode, type GivenConfirmation, refusalWithoutCode, usedCode } from '../confirmation/consent.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { type KeptPoints, pointsOf } from '../customer/points-of.ts'
import { checkReason } from './check-reason.ts'
import { recordFreeze } from './record-freeze.ts'

export interface UnfreezeCustomerInput {
  /** A customer's token may leave itself out. */
  readonly customer?: CustomerBy | null
  /** The customer's code for UNFREEZE; administrators give a reason instead. */
  readonly confirmation?: GivenConfirmation | null
  /** Why; administrators must say. */
  readonly reason?: string | null
}

/**
 * Lets a customer's points be spent again. It takes a code of the customer, whoever asks, for a member signs tokens by itself;
 * an administrator gives a reason instead. Unfreezing what is not frozen changes nothing and takes neither. The code is used in
 * the transaction that unfreezes, so it is used up exactly when it did.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError, ConfirmationRequiredError,
 * ConfirmationInvalidError, ConfirmationExpiredError, ConfirmationUnavailableError.
 */
export async function unfreezeCustomer(
  context: Context,
  input: UnfreezeCustomerInput,
): Promise<{ readonly customer: Customer }> {
  const kept = await pointsOf(context, { customer: input.customer, verb: 'unfreezeCustomer' })
  const reason = checkReason(input.reason)
  const { store } = context
  const { coalitionId, customerId: id } = kept
  const known = await store.prisma.customer.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  if (!known) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  if (known.status === 'ACTIVE' && known.frozenAt === null) return { customer: known }
  const now = await coalitionNow(store, coalitionId)
  if (kept.actorKind === 'ADMIN') requireReason(input)
  else await examine(context, kept, { given: input.confirmation, now })
  return store.prisma.$transaction((transaction) =>
    recordFreeze(transaction, kept, {
      ...{ kind: 'UNFROZEN', reason, now },
      before: async () => {
        const { confirmation } = input
        if (kept.actorKind === 'ADMIN' || !confirmation) return
        const use = { scopeId: kept.keyScopeId, operation: 'customerUnfreeze', key: confirmation.id }
        const code = { coalitionId, id: confirmation.id }
        if (!(await takeConfirmation(transaction, code, { use, usedAt: now }))) throw usedCode('confirmation')
      },
    }),
  )
}

function requireReason({ reason, confirmation }: UnfreezeCustomerInput): void {
  if (confirmation)
    throw new InvalidInputError({ path: ['confirmation'], problem: 'Must be left out for this purpose.' })
  if (reason == null)
    throw new InvalidInputError({ path: ['reason'], problem: 'Must be given for this purpose.' })
}

/** Throws what keeps a code from unfreezing, or that there is none. */
async function examine(
  context: Context,
  { coalitionId, memberId, customerId }: KeptPoints,
  { given, now }: { readonly given: GivenConfirmation | null | undefined; readonly now: Date },
): Promise<void> {
  const purpose = 'UNFREEZE' as const
  const act = { coalitionId, memberId, purpose, customerId, otherCustomerId: null, points: null }
  const refusal = given
    ? (await examineCode(context.store, { act, given }, now, null)).refusal
    : refusalWithoutCode(context, { act, threshold: null })
  if (refusal) throw refusal
}
