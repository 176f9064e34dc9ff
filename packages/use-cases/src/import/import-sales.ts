import { minor, points, Refusal, ZERO_POINTS } from '@artel/ledger'
import {
  coalitionNow,
  type DecisionContext,
  type NamedCustomer,
  type PostedBefore,
  postedUnder,
  type SoldBefore,
  salesByReceipt,
} from '@artel/store'
import { UnrecordedRefusal } from '../errors/unrecorded-refusal.ts'
import { requestHash } from '../posting/request-hash.ts'
import { prepareSale } from '../purchase/prepare-sale.ts'
import { type RecordPurchaseInput, recordSale, type SaleAsked } from '../purchase/record-purchase.ts'
import { saleOfDocument } from '../purchase/same-sale.ts'
import { isSameSale, type SoldInFile } from '../reconciliation/fiscal-match.ts'
import { loadDoubts } from '../reconciliation/late-sale-doubts.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { findRowCustomers, nobodyKnown } from './find-row-customers.ts'
import { faultOf, rowFault } from './import-fault.ts'
import {
  faulty,
  type ImportPiece,
  MATCHED,
  type PieceOutcome,
  type PieceRow,
  type RowOutcome,
} from './import-piece.ts'

/**
 * Sales of a piece, through the verb of any sale: told late, at the time that the file has for them, under the rules and the late days that hold for
 * it. What the member's books have already is matched and left as it is.
 */
export async function importSales(piece: ImportPiece): Promise<PieceOutcome> {
  const { job, rows } = piece
  const known = await loadKnown(piece)
  const outcomes = new Map<number, RowOutcome>()
  const judged = await Promise.allSettled(
    rows.map(async (row) => {
      outcomes.set(row.position, await saleOutcome(piece, row, known))
    }),
  )
  // One that failed for a reason of its own leaves none behind that is still on its way.
  for (const one of judged) if (one.status === 'rejected') throw one.reason
  if (outcomes.size < rows.length) throw new Error(`Rows of ${job.id} have no outcome`)
  return { outcomes }
}

interface Known {
  readonly currency: string
  readonly now: Date
  readonly customerOf: (key: string) => NamedCustomer | undefined
  readonly sold: ReadonlyMap<string, SoldBefore>
  readonly own: ReadonlyMap<string, PostedBefore>
  readonly doubtOf: (sale: SoldInFile) => Refusal | undefined
}

/** What is known of a piece, by a handful of statements for all of it. */
async function loadKnown({ store, job, rows }: ImportPiece): Promise<Known> {
  const { coalitionId, memberId } = job
  const at = { coalitionId, memberId }
  const sales = rows.map(soldIn)
  const receiptRefs = sales.map(({ receiptRef }) => receiptRef)
  const keys = { coalitionId, scopeId: memberId, operation: OPERATION }
  const { coalition } = await loadAgreement(store, coalitionId)
  const { currency, timeZone } = coalition
  const [now, customerOf, sold, own, doubtOf] = await Promise.all([
    coalitionNow(store, coalitionId),
    findRowCustomers(
      store,
      at,
      rows.map(({ data }) => data.customer ?? ''),
    ),
    salesByReceipt(store, at, receiptRefs),
    postedUnder(
      store,
      keys,
      rows.map((row) => keyOf(job.id, row)),
    ),
    loadDoubts(store, { ...at, timeZone }, sales),
  ])
  return { currency, now, customerOf, sold, own, doubtOf }
}

const OPERATION = 'purchaseRecord'

/** The row is the key: asked again after a crash it is answered with what was recorded. */
const keyOf = (importId: string, { position }: PieceRow): string => `import:${importId}:${position}`

const soldIn = ({ data }: PieceRow): SoldInFile => ({
  receiptRef: data.receiptRef ?? '',
  soldAt: new Date(data.soldAt ?? ''),
  totalMinor: BigInt(data.totalMinor ?? 0),
})

async function saleOutcome(piece: ImportPiece, row: PieceRow, known: Known): Promise<RowOutcome> {
  const { job, isDry } = piece
  const sale = soldIn(row)
  const customer = known.customerOf(row.data.customer ?? '')
  const before = known.sold.get(sale.receiptRef)
  if (before && known.own.has(keyOf(job.id, row))) return { kind: 'ADDED', points: before.pointsEarned }
  if (before) return beforeOutcome(sale, before, customer)
  if (!customer) return faulty(nobodyKnown())
  try {
    const doubt = known.doubtOf(sale)
    if (doubt) throw doubt
    const earned = isDry
      ? await judged(piece, { row, customer, known })
      : (await recordSale(...saleArguments(piece, { row, customer, known }))).purchase.pointsEarned
    return { kind: 'ADDED', points: earned }
  } catch (error) {
    const refusal = error instanceof UnrecordedRefusal ? error.refusal : error
    if (!(refusal instanceof Refusal)) throw error
    const fault = faultOf(refusal, columnOf)
    return faulty({ ...fault, column: fault.column ?? COLUMN_OF_CODE[fault.code] ?? null })
  }
}

function beforeOutcome(
  sale: SoldInFile,
  before: SoldBefore,
  customer: NamedCustomer | undefined,
): RowOutcome {
  const isSame =
    before.totalMinor === sale.totalMinor &&
    isSameSale(before.occurredAt, sale.soldAt) &&
    (customer === undefined || customer.customerId === before.customerId)
  return isSame
    ? MATCHED
    : faulty(
        rowFault('receipt', 'RECORDED_OTHERWISE', 'is recorded already with another sum, time or customer'),
      )
}

/** Columns by the fields of a sale's input. */
const COLUMNS: Readonly<Record<string, string>> = {
  ...{
    receiptRef: 'receipt',
    occurredAt: 'date',
    total: 'total',
    amountMinor: 'total',
    customer: 'customer',
  },
}
const columnOf = (field: string): string | null => COLUMNS[field] ?? null

/** Columns of refusals that name no field. */
const COLUMN_OF_CODE: Readonly<Record<string, string>> = {
  ...{ SALE_TOO_LATE: 'date', SALE_BEFORE_JOINING: 'date', RECEIPT_ALREADY_USED: 'receipt' },
  CUSTOMER_CLOSED: 'customer',
}

interface RowOfCustomer {
  readonly row: PieceRow
  readonly customer: NamedCustomer
  readonly known: Known
}

function saleArguments(
  { store, job, principal }: ImportPiece,
  { row, customer, known }: RowOfCustomer,
): Parameters<typeof recordSale> {
  const { coalitionId, memberId } = job
  const { receiptRef, soldAt, totalMinor } = soldIn(row)
  const input: Omit<RecordPurchaseInput, 'idempotencyKey'> = {
    customer: { id: customer.customerId },
    receiptRef,
    total: { amountMinor: minor(totalMinor), currency: known.currency },
    points: points(0n),
    occurredAt: soldAt,
    isPaidPrice: true,
    // A yes to the claim of its receipt may be recorded since the doubts were read.
    sameSale: saleOfDocument(memberId, { receiptRef, totalMinor, soldAt }),
  }
  const { isPaidPrice: _paid, sameSale: _same, ...request } = input
  const asked: SaleAsked = {
    ...{ coalitionId, memberId },
    customerSince: customer.since,
    key: {
      ...{ scopeId: memberId, operation: OPERATION, key: keyOf(job.id, row) },
      requestHash: requestHash(request),
    },
  }
  return [{ store, principal }, input, asked]
}

/**
 * What the sale would earn: the decision that records it, taken on a customer who has nothing. What rules have given before is not looked up, so that
 * a rule near its limit may give less than it says here.
 */
async function judged(piece: ImportPiece, of: RowOfCustomer): Promise<bigint> {
  const { customer, known } = of
  const { command } = await prepareSale(...saleArguments(piece, of))
  const state = {
    ...{ customerId: customer.customerId, sequence: 0n, posted: ZERO_POINTS, reserved: ZERO_POINTS },
    ...{ lots: [], holds: [], debts: [], claims: [], purchases: [] },
  }
  const at: DecisionContext = {
    ...{ now: known.now, receiptPurchaseId: undefined, customerStatus: customer.status },
    ...{ mergedIntoId: undefined, isFrozen: false },
  }
  return command.decide(state, at).purchase?.pointsEarned ?? 0n
}
