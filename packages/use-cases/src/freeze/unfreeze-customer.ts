import { FreezeNeedsAdministratorError, InvalidInputError, NotFoundError } from '@artel/ledger'
import { coalitionNow, takeConfirmation } from '@artel/store'
import type { Customer, Prisma } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import {
  codeOfOtherAct,
  examineCode,
  type GivenConfirmation,
  refusalWithoutCode,
  usedCode,
} from '../confirmation/consent.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { needsAdministrator } from '../customer/freeze-needs-administrator.ts'
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
 * Lets a customer's points be spent again. It takes a code of the customer, asked for since they were frozen, whoever asks, for
 * a member signs tokens by itself; an administrator gives a reason instead, and alone lifts its own freeze and that of who has
 * lost the phone. Unfreezing what is not frozen changes nothing and takes neither. The code is used in
 * the transaction that unfreezes, so it is used up exactly when it did.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError, FreezeNeedsAdministratorError, ConfirmationRequiredError,
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
  else if (await needsAdministrator(store.prisma, known))
    throw new FreezeNeedsAdministratorError({ customerId: id })
  else await examine(context, kept, { given: input.confirmation, now })
  return store.prisma.$transaction((transaction) =>
    recordFreeze(transaction, kept, {
      ...{ kind: 'UNFROZEN', reason, now },
      before: async ({ frozenAt }) => {
        if (kept.actorKind === 'ADMIN' || !input.confirmation) return
        await takeCode(transaction, kept, { id: input.confirmation.id, frozenAt, now })
      },
    }),
  )
}

/**
 * Takes the code for this freeze. One that was asked for before it confirms nothing: whoever made the customer tell one, or had
 * the phone for a minute, would undo what the customer does about it.
 */
async function takeCode(
  transaction: Prisma.TransactionClient,
  { coalitionId, keyScopeId }: KeptPoints,
  code: { readonly id: string; readonly frozenAt: Date | null; readonly now: Date },
): Promise<void> {
  const { id, frozenAt, now } = code
  const name = { coalitionId, id }
  const asked = await transaction.confirmation.findUnique({ where: { coalitionId_id: name } })
  if (asked && frozenAt && asked.createdAt < frozenAt) throw codeOfOtherAct('confirmation')
  const use = { scopeId: keyScopeId, operation: 'customerUnfreeze', key: id }
  if (!(await takeConfirmation(transaction, name, { use, usedAt: now }))) throw usedCode('confirmation')
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
