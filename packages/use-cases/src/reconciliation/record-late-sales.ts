import { minor, points } from '@artel/ledger'
import type { Store } from '@artel/store'
import type { Purchase, ReconciliationLine } from '@artel/store/prisma'
import { loadAgreement } from '../agreement.ts'
import { requireMember } from '../authorise.ts'
import { isCardNumber } from '../card-number.ts'
import { BusinessError } from '../errors/business-error.ts'
import { NotFoundError } from '../errors/not-found.ts'
import { ValidationError } from '../errors/validation.ts'
import type { CustomerBy } from '../find-customer.ts'
import { checkId } from '../input/text.ts'
import { type CustomerReach, lookUpCustomer } from '../look-up-customer.ts'
import type { Context } from '../principal.ts'
import { recordPurchase } from '../record-purchase.ts'

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
  readonly refusal: BusinessError | null
}

const MAX_LINES = 100

/**
 * Records sales that a reconciliation found missing, through the same verb as any sale, at the time that the file has for
 * them. The line is the idempotency key, so asking again changes nothing. A line fails alone: its customer is not known,
 * the sale is too late, the receipt was used meanwhile. Throws NotFoundError for another's run or a line that is none.
 */
export async function recordLateSales(
  context: Context,
  input: RecordLateSalesInput,
): Promise<readonly LateSale[]> {
  const { coalitionId, memberId } = requireMember(context.principal, 'purchases:write')
  const { store } = context
  const reconciliationId = checkId('reconciliation', input.reconciliationId, ['reconciliationId'])
  const positions = [...new Set(input.positions)]
  if (positions.length === 0 || positions.length > MAX_LINES)
    throw new ValidationError(['positions'], `Must be 1 to ${MAX_LINES}.`)
  const run = await store.prisma.reconciliation.findFirst({
    where: { coalitionId, memberId, id: reconciliationId },
  })
  if (!run) throw new NotFoundError('reconciliation', { path: ['reconciliationId'] })
  const lines = await store.prisma.reconciliationLine.findMany({
    where: { coalitionId, reconciliationId, kind: 'MISSING_HERE', position: { in: positions } },
    orderBy: { position: 'asc' },
  })
  if (lines.length < positions.length) throw new NotFoundError('reconciliationLine', { path: ['positions'] })
  const { currency } = (await loadAgreement(store, coalitionId)).coalition
  return Promise.all(lines.map((line) => recordLine(context, { coalitionId, memberId }, { line, currency })))
}

async function recordLine(
  context: Context,
  reach: CustomerReach,
  { line, currency }: { line: ReconciliationLine; currency: string },
): Promise<LateSale> {
  const { position, reconciliationId, receiptRef, soldAt, totalMinor } = line
  try {
    if (receiptRef === null || totalMinor === null || totalMinor < 0n)
      throw new ValidationError(['positions'], 'A return is recorded as a refund of its purchase.')
    const id = await customerOfKey(context.store, reach, line.customerKey)
    const { purchase, replayed } = await recordPurchase(context, {
      customer: { id },
      receiptRef,
      total: { amountMinor: minor(totalMinor), currency },
      points: points(0n),
      occurredAt: soldAt,
      idempotencyKey: `reconciliation:${reconciliationId}:${position}`,
    })
    return { position, purchase, replayed, refusal: null }
  } catch (error) {
    if (!(error instanceof BusinessError)) throw error
    return { position, purchase: null, replayed: error.replayed, refusal: error }
  }
}

/** The customer whom the member knows by a key: its own reference, else a card, else a phone. Throws NotFoundError. */
async function customerOfKey(store: Store, reach: CustomerReach, key: string | null): Promise<string> {
  const ways: CustomerBy[] =
    key === null
      ? []
      : [{ reference: key }, ...(isCardNumber(key) ? [{ cardNumber: key }] : []), { phone: key }]
  for (const by of ways) {
    const found = await lookUpCustomer(store, reach, by).catch((error: unknown) => {
      // What cannot be a reference or a phone may still be the other.
      if (error instanceof ValidationError) return null
      throw error
    })
    if (found) return found.id
  }
  throw new NotFoundError('customer', { path: ['positions'] })
}
