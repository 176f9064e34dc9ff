import type { Refusal } from '@artel/ledger'

/**
 * Carries a refusal out of a decision without its being recorded: the command's key stays free, so that the same command
 * may come again with what it lacked. `withBusinessErrors` throws the refusal itself.
 */
export class UnrecordedRefusal extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.name = 'UnrecordedRefusal'
    this.refusal = refusal
  }
}
