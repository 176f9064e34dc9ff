import { InvalidInputError, NotFoundError, ReceiptNotClaimableError, SaleTooLateError } from '@artel/ledger'
import {
  addDays,
  type FiscalReceipt,
  instantOf,
  type LocalDate,
  localDateOf,
  parseFiscalQr,
  writtenFiscalId,
} from '@artel/rules'
import { coalitionNow, endStaleClaim, holdChain, newId, receiptStanding } from '@artel/store'
import type { Prisma, ReceiptClaim } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { refuseClosedCustomer } from '../customer/refuse-closed-customer.ts'
import { checkIdempotencyKey } from '../input/text.ts'
import { refuseOtherRequest } from '../posting/refuse-other-request.ts'
import { requestHash } from '../posting/request-hash.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { loadJoined, saleInstant } from '../purchase/permit-sale.ts'
import { type Agreement, loadAgreement } from '../terms/agreement.ts'
import { type Claimer, claimerOf } from './claimer-of.ts'
import { printedBy } from './printed-by.ts'

/** Local days after the sale in which its receipt is claimed, and in which its member then says yes. */
const CLAIM_DAYS = 14
const PENDING_DAYS = 14
/** So many claims of a customer wait at once. */
const MAX_PENDING = 10
/** A till's clock may run this far ahead of the coalition's. Milliseconds. */
const MAX_CLOCK_SKEW_MS = 60_000

export interface MakeReceiptClaimInput {
  /** The text of the receipt's QR code. */
  readonly receipt: string
  /** Whose it is; a customer's token leaves itself out. */
  readonly customer?: CustomerBy | null
  readonly idempotencyKey: string
}

export interface MadeReceiptClaim {
  readonly receiptClaim: ReceiptClaim
  readonly replayed: boolean
}

/**
 * Claims a fiscal receipt that no till recorded. Nothing is earned by it until the member whose till printed it says yes. By the
 * customer's own token, or by that member for a customer at its counter. Who tries receipts is slowed.
 * Throws InvalidInputError, NotFoundError, ReceiptNotClaimableError, MemberNotActiveError, CustomerClosedError, SaleBeforeJoiningError,
 * IdempotencyKeyMismatchError.
 */
export async function makeReceiptClaim(
  context: Context,
  input: MakeReceiptClaimInput,
): Promise<MadeReceiptClaim> {
  const claimer = await claimerOf(context, input.customer)
  const claimKey = checkIdempotencyKey(input.idempotencyKey)
  const receipt = parseFiscalQr(['receipt'], input.receipt)
  const hash = requestHash({ receipt, customerId: claimer.customerId })
  const named = { ...claimer, claimKey, hash }
  const before = await claimedUnder(context, named)
  if (before) return before
  await context.earnCodes?.admit()
  try {
    const { row, today } = await decidedClaim(context, claimer, receipt)
    const data = { ...row, claimScopeId: claimer.scopeId, claimKey, requestHash: hash }
    return { receiptClaim: await written(context, data, today), replayed: false }
  } catch (error) {
    const twin = isUniqueViolation(error) ? await claimedUnder(context, named) : undefined
    if (twin) return twin
    const told = isUniqueViolation(error) ? new ReceiptNotClaimableError({ bar: 'CLAIMED' }) : error
    if (told instanceof ReceiptNotClaimableError) context.earnCodes?.countGuess()
    throw told
  }
}

/** What the same command answers again. Throws IdempotencyKeyMismatchError. */
async function claimedUnder(
  { store: { prisma } }: Context,
  by: {
    readonly coalitionId: string
    readonly scopeId: string
    readonly claimKey: string
    readonly hash: string
  },
): Promise<MadeReceiptClaim | undefined> {
  const { coalitionId, scopeId: claimScopeId, claimKey } = by
  const where = { coalitionId_claimScopeId_claimKey: { coalitionId, claimScopeId, claimKey } }
  const receiptClaim = await prisma.receiptClaim.findUnique({ where })
  if (!receiptClaim) return undefined
  refuseOtherRequest(receiptClaim.requestHash, by.hash)
  return { receiptClaim, replayed: true }
}

/** What is written of a receipt, checked as far as a sale of it would be. */
async function decidedClaim(context: Context, claimer: Claimer, receipt: FiscalReceipt) {
  const { store } = context
  const { coalitionId, customerId, actorId: claimedById } = claimer
  if (receipt.kind !== 'INCOME') throw new ReceiptNotClaimableError({ bar: 'NOT_A_SALE' })
  const [agreement, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  const { coalition } = agreement
  const occurredAt = momentOf(receipt, coalition, now)
  const { drive, terms } = await printedBy(store, agreement, { claimer, receipt, occurredAt, now })
  const { memberId, id: driveId } = drive
  const today = localDateOf(now, coalition.timeZone)
  const soldOn = localDateOf(occurredAt, coalition.timeZone)
  const joined = await loadJoined(store, { agreement, memberId, customerId, occurredAt })
  const written = writtenFiscalId(receipt.id)
  try {
    saleInstant({ occurredAt, receiptRef: written }, now, { terms, coalition, standing: undefined, joined })
  } catch (error) {
    throw error instanceof SaleTooLateError ? new ReceiptNotClaimableError({ bar: 'TOO_OLD' }) : error
  }
  if (today > addDays(soldOn, CLAIM_DAYS)) throw new ReceiptNotClaimableError({ bar: 'TOO_OLD' })
  // A sale that is handed in after its late days would be refused.
  const lastDays = [addDays(today, PENDING_DAYS), addDays(soldOn, terms.settlement.lateDays)].sort()
  const row = {
    ...{ coalitionId, id: newId(), memberId, driveId, customerId, receipt: written },
    ...{ totalMinor: receipt.total, occurredAt, claimedAt: now, claimedById },
    lastDay: new Date(lastDays[0] ?? today),
  }
  return { row, today }
}

/** The instant of a receipt, by the clock of the coalition's town. Throws InvalidInputError. */
function momentOf(
  { soldAt }: FiscalReceipt,
  { currency, timeZone }: Agreement['coalition'],
  now: Date,
): Date {
  if (currency !== 'RUB')
    throw new InvalidInputError({
      path: ['receipt', 's'],
      problem: `Must be ${currency}, the currency of the coalition.`,
    })
  const occurredAt = instantOf(soldAt, timeZone)
  if (occurredAt.getTime() - now.getTime() <= MAX_CLOCK_SKEW_MS) return occurredAt
  throw new InvalidInputError({
    path: ['receipt', 't'],
    problem: `Must not be in the future: the coalition's clock says ${now.toISOString()}.`,
  })
}

type NewClaim = Prisma.ReceiptClaimUncheckedCreateInput & {
  readonly totalMinor: bigint
  readonly occurredAt: Date
  readonly lastDay: Date
  readonly claimedAt: Date
  readonly claimedById: string | null
}

/**
 * Writes a claim, with the end of the chain held: no sale of the receipt is recorded between the look for one and the claim, which the
 * write function would not see. What is refused anyway is so before it, and keeps no sale waiting.
 * Throws ReceiptNotClaimableError and the unique violation of another claim.
 */
async function written({ store }: Context, data: NewClaim, today: LocalDate): Promise<ReceiptClaim> {
  const { coalitionId } = data
  await refuseVain(store.prisma, data, today)
  return store.prisma.$transaction(async (transaction) => {
    await holdChain(transaction, coalitionId)
    await refuseVain(transaction, data, today)
    await endStaleClaim(transaction, { ...data, today }, data.claimedAt)
    return transaction.receiptClaim.create({ data })
  })
}

/** Throws NotFoundError, CustomerClosedError, ReceiptNotClaimableError. */
async function refuseVain(
  prisma: Pick<Prisma.TransactionClient, 'customer' | '$queryRawUnsafe'>,
  data: NewClaim,
  today: LocalDate,
): Promise<void> {
  await refuseStranger(prisma, { coalitionId: data.coalitionId, id: data.customerId })
  const { isRecorded, isClaimed, isDeclined, pending } = await receiptStanding(prisma, { ...data, today })
  if (isRecorded) throw new ReceiptNotClaimableError({ bar: 'RECORDED' })
  if (isClaimed) throw new ReceiptNotClaimableError({ bar: 'CLAIMED' })
  // Whoever stands at the counter with the paper has shown it to the member, who thinks again.
  if (isDeclined && data.claimedById === null) throw new ReceiptNotClaimableError({ bar: 'DECLINED' })
  if (pending >= MAX_PENDING) throw new ReceiptNotClaimableError({ bar: 'TOO_MANY' })
}

/** Throws NotFoundError for a customer that there is not, CustomerClosedError for one that is no more. */
async function refuseStranger(
  { customer }: Pick<Prisma.TransactionClient, 'customer'>,
  name: { readonly coalitionId: string; readonly id: string },
): Promise<void> {
  const found = await customer.findUnique({ where: { coalitionId_id: name } })
  if (!found) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  refuseClosedCustomer({ customerStatus: found.status, mergedIntoId: found.mergedIntoId })
}
