import { ReceiptNotClaimableError } from '@artel/ledger'
import type { FiscalReceipt } from '@artel/rules'
import type { Store } from '@artel/store'
import type { FiscalDrive } from '@artel/store/prisma'
import { isDisputed } from '../purchase/whose-drive.ts'
import { type Agreement, loadParticipation, type TermsVersion, termsBinding } from '../terms/agreement.ts'
import type { Claimer } from './claimer-of.ts'

/** Whose till printed a receipt, and the terms by which that member sells. */
export interface Printed {
  readonly drive: FiscalDrive
  readonly terms: TermsVersion
}

/**
 * The till that printed a receipt at its moment: of an ACTIVE member, and of the calling one where a member asks, and no other member
 * recorded as many sales with it. Throws
 * ReceiptNotClaimableError with `UNKNOWN_TILL` for any other.
 */
export async function printedBy(
  store: Store,
  agreement: Agreement,
  {
    claimer: { coalitionId, memberId },
    receipt,
    occurredAt,
    now,
  }: {
    readonly claimer: Claimer
    readonly receipt: FiscalReceipt
    readonly occurredAt: Date
    readonly now: Date
  },
): Promise<Printed> {
  const drive = await store.prisma.fiscalDrive.findFirst({
    where: {
      ...{ coalitionId, fn: receipt.id.fn, since: { lte: occurredAt } },
      ...(memberId !== null && { memberId }),
      OR: [{ until: null }, { until: { gt: occurredAt } }],
    },
  })
  const own = drive && (await loadParticipation(store, { coalitionId, memberId: drive.memberId }))
  const terms = own?.member.status === 'ACTIVE' ? termsBinding(agreement, own.member, now) : undefined
  if (drive && terms && !(await isDisputed(store.prisma, drive))) return { drive, terms }
  throw new ReceiptNotClaimableError({ bar: 'UNKNOWN_TILL' })
}
