import type { Prisma } from '../generated/prisma/client.ts'
import { fiscalDocument, fiscalDocumentSql } from './fiscal-document.ts'

/** What is known of a fiscal receipt that a customer claims. */
export interface ReceiptStanding {
  /** A purchase of the coalition has it. */
  readonly isRecorded: boolean
  /** A claim of it by this customer waits. */
  readonly isClaimed: boolean
  /** This customer claimed it, with the same sum and moment, and the member said no. */
  readonly isDeclined: boolean
  /** So many claims of the customer wait, of any receipt. */
  readonly pending: number
}

export interface ReceiptClaimed {
  readonly coalitionId: string
  readonly customerId: string
  /** `fn-i-fp`. */
  readonly receipt: string
  readonly totalMinor: bigint
  readonly occurredAt: Date
  /** The coalition's local day. */
  readonly today: string
}

/** That a claim is neither decided nor over, but for its last day. */
export const waiting = (claim: string): string =>
  ['confirmed_at', 'declined_at', 'recorded_at', 'ended_at']
    .map((column) => `${claim}.${column} is null`)
    .join(' and ')

/** $1 coalition, $2 customer, $3 document, $4 sum, $5 moment, $6 local day. */
const STANDING = `select
  exists (select from purchase p where p.coalition_id = $1::uuid and p.fiscal_receipt is not null
    and ${fiscalDocumentSql('p.fiscal_receipt')} = $3) as "isRecorded",
  coalesce(bool_or(c.is_pending and c.is_it), false) as "isClaimed",
  coalesce(bool_or(c.declined_at is not null and c.is_it and c.total_minor = $4::bigint
    and c.occurred_at = $5::timestamptz), false) as "isDeclined",
  (count(*) filter (where c.is_pending))::integer as pending
  from (select m.*, ${fiscalDocumentSql('m.receipt')} = $3 as is_it,
      ${waiting('m')} and (m.taken_at is not null or m.last_day >= $6::date) as is_pending
    from receipt_claim m where m.coalition_id = $1::uuid and m.customer_id = $2::uuid) c`

/** Looks at a receipt in one statement: with the end of the chain held, what it says stays true until the commit. */
export async function receiptStanding(
  prisma: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>,
  { coalitionId, customerId, receipt, totalMinor, occurredAt, today }: ReceiptClaimed,
): Promise<ReceiptStanding> {
  const [standing] = await prisma.$queryRawUnsafe<ReceiptStanding[]>(
    STANDING,
    ...[coalitionId, customerId, fiscalDocument(receipt), totalMinor, occurredAt, today],
  )
  if (!standing) throw new Error('A select without groups answers one row')
  return standing
}

/** $1 coalition, $2 customer, $3 document, $4 local day, $5 now. */
const END_STALE = `update receipt_claim m set ended_at = $5::timestamptz
  where m.coalition_id = $1::uuid and m.customer_id = $2::uuid and ${fiscalDocumentSql('m.receipt')} = $3
    and m.taken_at is null and ${waiting('m')} and m.last_day < $4::date`

/** Ends the customer's own claim of a receipt that waited too long: it makes way for another. */
export async function endStaleClaim(
  prisma: Pick<Prisma.TransactionClient, '$executeRawUnsafe'>,
  { coalitionId, customerId, receipt, today }: ReceiptClaimed,
  now: Date,
): Promise<void> {
  await prisma.$executeRawUnsafe(END_STALE, coalitionId, customerId, fiscalDocument(receipt), today, now)
}

/** $1 coalition, $2 claim, $3 purchase of the yes. */
const GIVE_BACK = `update receipt_claim m set purchase_id = null, key = null, taken_at = null,
    customer_id = coalesce(c.merged_into_id, c.customer_id),
    ended_at = case when ${waiting('m')} and (s.erased_at is not null or exists (select from receipt_claim o
        where o.coalition_id = $1::uuid and o.customer_id = s.customer_id and o.receipt_claim_id <> m.receipt_claim_id
          and ${waiting('o')} and ${fiscalDocumentSql('o.receipt')} = ${fiscalDocumentSql('m.receipt')}))
      then coalition_clock(t.clock_offset_seconds) else m.ended_at end
  from customer c
  join customer s on s.coalition_id = $1::uuid and s.customer_id = coalesce(c.merged_into_id, c.customer_id)
  join coalition t on t.coalition_id = $1::uuid
  where m.coalition_id = $1::uuid and m.receipt_claim_id = $2::uuid and m.purchase_id = $3::uuid and m.confirmed_at is null
    and c.coalition_id = $1::uuid and c.customer_id = m.customer_id`

/**
 * Frees a claim that a yes had taken, with the end of the chain held: who was merged meanwhile hands it on, and whoever was erased, or waits
 * for the same receipt by another claim, has no use for it.
 */
export async function freeReceiptClaim(
  prisma: Pick<Prisma.TransactionClient, '$executeRawUnsafe'>,
  claim: { readonly coalitionId: string; readonly id: string; readonly purchaseId: string },
): Promise<void> {
  await prisma.$executeRawUnsafe(GIVE_BACK, claim.coalitionId, claim.id, claim.purchaseId)
}
