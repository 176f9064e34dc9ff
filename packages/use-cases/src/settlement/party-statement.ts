import type { AffiliateStatement, Statement } from '@artel/store/prisma'

/** A statement of a member or of an affiliate, as lines and documents are made of it; `memberId` is whose it is. */
export type PartyStatement = Omit<Statement, 'disputeDeadline'> & { readonly isAffiliates?: true }

/** An affiliate's statement in the terms of a member's: it has no tax of the operator's, and tells no receipts. */
export const asPartyStatement = <Row extends AffiliateStatement>({
  affiliateId,
  ...row
}: Row): Omit<Row, 'affiliateId'> & PartyStatement => ({
  ...row,
  ...{ memberId: affiliateId, isAffiliates: true, namesForeignReceipts: false },
  ...{ vatRateBps: null, vatNetMinor: null, vatMinor: null },
})
