import { type Minor, Refusal } from '@artel/ledger'

/** A refund asks for more than is left of the purchase, or of one line of it. */
export class RefundExceedsPurchaseError extends Refusal {
  readonly refundableMinor: Minor
  readonly lineRef: string | undefined

  constructor(facts: { refundableMinor: Minor; lineRef?: string | undefined }) {
    const what = facts.lineRef === undefined ? 'the purchase' : `line ${facts.lineRef}`
    super('REFUND_EXCEEDS_PURCHASE', `${facts.refundableMinor} minor units are left of ${what}`, {
      refundableMinor: facts.refundableMinor.toString(),
      ...(facts.lineRef === undefined ? {} : { lineRef: facts.lineRef }),
    })
    this.refundableMinor = facts.refundableMinor
    this.lineRef = facts.lineRef
  }
}
