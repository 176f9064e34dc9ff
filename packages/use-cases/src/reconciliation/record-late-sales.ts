import {
  InvalidInputError,
  minor,
  NotFoundError,
  points,
  Refusal,
  SaleNeedsApprovalError,
  SaleTooLateError,
} from '@artel/ledger'
import type { Purchase, ReconciliationLine } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { isCardNumber } from '../customer/card-number.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { type CustomerReach, lookUpCustomer, type Seeker } from '../customer/look-up-customer.ts'
import { checkId } from '../input/text.ts'
import { type ApprovalGround, forgetCreditStanding } from '../purchase/credit-standing.ts'
import {
  type RecordedPurchase,
  type RecordPurchaseInput,
  recordPurchase,
} from '../purchase/record-purchase.ts'
import { saleOfDocument } from '../purchase/same-sale.ts'
import { loadAgreement } from '../terms/agreement.ts'
import type { SoldInFile } from './fiscal-match.ts'
import { loadDoubts } from './late-sale-doubts.ts'

export interface RecordLateSalesInput {
  readonly reconciliationId: string
  /** Positions of MISSING_HERE lines, 1 to 100. */
  readonly positions: readonly number[]
}

/** What became of one line: the purchase, or why there is none. */
export interface LateSale {
  readonly position: number
  readonly purchase: Purchase | null
  readonly replayed: boolean
  readonly refusal: Refusal | null
}

const MAX_LINES = 100

/**
 * Records sales that a reconciliation found missing, through the same verb as any sale, at the time that the file has for
 * them. The line is the idempotency key, so asking again changes nothing, until the coalition approves what was refused as
 * too late or above the credit limit. A line fails alone: its customer is not known,
 * the sale is too late, the receipt was used meanwhile or a customer's claim of it waits. Throws NotFoundError for another's run or a line that is none.
 */
export async function recordLateSales(
  context: Context,
  input: RecordLateSalesInput,
): Promise<readonly LateSale[]> {
  const { coalitionId, memberId } = requireMember(context.principal, 'purchases:write', 'recordLateSales')
  const { store } = context
  const reconciliationId = checkId('reconciliation', input.reconciliationId, ['reconciliationId'])
  const positions = [...new Set(input.positions)]
  if (positions.length === 0 || positions.length > MAX_LINES)
    throw new InvalidInputError({ path: ['positions'], problem: `Must be 1 to ${MAX_LINES}.` })
  const run = await store.prisma.reconciliation.findFirst({
    where: { coalitionId, memberId, id: reconciliationId },
  })
  if (!run) throw new NotFoundError({ what: 'reconciliation' }, { path: ['reconciliationId'] })
  const lines = await store.prisma.reconciliationLine.findMany({
    where: { coalitionId, reconciliationId, kind: 'MISSING_HERE', position: { in: positions } },
    orderBy: { position: 'asc' },
  })
  if (lines.length < positions.length)
    throw new NotFoundError({ what: 'reconciliationLine' }, { path: ['positions'] })
  const { currency, timeZone } = (await loadAgreement(store, coalitionId)).coalition
  const reach = { coalitionId, memberId }
  const doubtOf = await loadDoubts(store, { ...reach, timeZone }, lines.flatMap(soldIn))
  return Promise.all(lines.map((line) => recordLine(context, reach, { line, currency, doubtOf })))
}

/** What the file says of a line, where it says all of it. */
const soldIn = ({ receiptRef, soldAt, totalMinor }: ReconciliationLine): readonly SoldInFile[] =>
  receiptRef === null || soldAt === null || totalMinor === null ? [] : [{ receiptRef, soldAt, totalMinor }]

async function recordLine(
  context: Context,
  reach: CustomerReach & { readonly memberId: string },
  {
    line,
    currency,
    doubtOf,
  }: { line: ReconciliationLine; currency: string; doubtOf: (sold: SoldInFile) => Refusal | undefined },
): Promise<LateSale> {
  const { position, reconciliationId, receiptRef, soldAt, totalMinor } = line
  try {
    if (receiptRef === null || totalMinor === null || totalMinor < 0n)
      throw new InvalidInputError({
        path: ['positions'],
        problem: 'A return is recorded as a refund of its purchase.',
      })
    const doubt = soldIn(line).map(doubtOf)[0]
    if (doubt) throw doubt
    const id = await customerOfKey(context, reach, line.customerKey)
    const { purchase, replayed } = await recordAllowed(context, {
      customer: { id },
      receiptRef,
      total: { amountMinor: minor(totalMinor), currency },
      points: points(0n),
      occurredAt: soldAt,
      sameSale: soldIn(line).map((sold) => saleOfDocument(reach.memberId, sold))[0],
      idempotencyKey: `reconciliation:${reconciliationId}:${position}`,
    })
    return { position, purchase, replayed, refusal: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { position, purchase: null, replayed: error.replayed, refusal: error }
  }
}

/** The key of the line remembers a refusal for good: once the coalition has said yes to it, the yes is part of the key. */
async function recordAllowed(
  context: Context,
  sale: RecordPurchaseInput,
  allowed: readonly ApprovalGround[] = [],
): Promise<RecordedPurchase> {
  const idempotencyKey = [sale.idempotencyKey, ...allowed].join(':')
  try {
    return await recordPurchase(context, { ...sale, isPaidPrice: true, idempotencyKey })
  } catch (error) {
    const ground = groundOf(error)
    if (ground === undefined || allowed.includes(ground)) throw error
    const { coalitionId, memberId } = requireMember(context.principal, 'purchases:write', 'recordLateSales')
    const approved = await context.store.prisma.saleApproval.count({
      where: { coalitionId, memberId, receiptRef: sale.receiptRef, ground, status: 'APPROVED' },
    })
    if (approved === 0) throw error
    // It may have been given through another process since.
    forgetCreditStanding(context.store, { coalitionId, memberId })
    return recordAllowed(context, sale, [...allowed, ground])
  }
}

function groundOf(error: unknown): ApprovalGround | undefined {
  if (error instanceof SaleTooLateError) return 'LATE'
  return error instanceof SaleNeedsApprovalError ? 'CREDIT' : undefined
}

/** The customer whom the member knows by a key: its own reference, else a card, else a phone. Throws NotFoundError. */
async function customerOfKey(seeker: Seeker, reach: CustomerReach, key: string | null): Promise<string> {
  const ways: CustomerBy[] =
    key === null
      ? []
      : [{ reference: key }, ...(isCardNumber(key) ? [{ cardNumber: key }] : []), { phone: key }]
  for (const by of ways) {
    const found = await lookUpCustomer(seeker, reach, by).catch((error: unknown) => {
      // What cannot be a reference or a phone may still be the other.
      if (error instanceof InvalidInputError) return null
      throw error
    })
    if (found) return found.id
  }
  throw new NotFoundError({ what: 'customer' }, { path: ['positions'] })
}
