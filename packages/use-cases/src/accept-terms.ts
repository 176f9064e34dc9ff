import type { Member, Terms, TermsAcceptance } from '@artel/store/prisma'
import type { Context } from './principal.ts'

export interface AcceptTermsInput {
  readonly termsId: string
  /** Hash of the text that was read; must be that of the terms. */
  readonly contractHash: string
  /** Who accepts, by name and office. */
  readonly acceptedBy: string
}

export interface AcceptedTerms {
  readonly member: Member
  readonly terms: Terms
  readonly acceptance: TermsAcceptance
}

/** Records that the calling member accepts the terms; an INVITED member becomes ACTIVE. Accepting twice is the first answer again. */
export async function acceptTerms(context: Context, input: AcceptTermsInput): Promise<AcceptedTerms> {
  throw new Error('acceptTerms is not built yet', { cause: [context, input] })
}
