import { coalitionNow } from '@artel/store'
import type { Member, Terms, TermsAcceptance } from '@artel/store/prisma'
import { forgetParticipation, loadAgreement, loadParticipation, termsInForce } from './agreement.ts'
import { requireMember } from './authorise.ts'
import { NotFoundError } from './errors/not-found.ts'
import { ValidationError } from './errors/validation.ts'
import { checkId, checkText, MAX_NAME_LENGTH } from './input/text.ts'
import { outboxRow } from './outbox.ts'
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

/**
 * Records that the calling member accepts the terms; an INVITED member becomes ACTIVE once it has accepted those in
 * force. Accepting twice is the first answer again. Throws ValidationError when the hash is not that of the terms.
 */
export async function acceptTerms(context: Context, input: AcceptTermsInput): Promise<AcceptedTerms> {
  const { coalitionId, memberId } = requireMember(context.principal, 'member:write')
  const { prisma } = context.store
  const termsId = checkId('terms', input.termsId, ['termsId'])
  const acceptedBy = checkText(['acceptedBy'], input.acceptedBy, MAX_NAME_LENGTH)
  const [agreement, now, first] = await Promise.all([
    loadAgreement(context.store, coalitionId),
    coalitionNow(context.store, coalitionId),
    prisma.termsAcceptance.findUnique({
      where: { coalitionId_termsId_memberId: { coalitionId, termsId, memberId } },
    }),
  ])
  const terms = agreement.versions.find((version) => version.id === termsId)?.row
  if (!terms) throw new NotFoundError('terms', { path: ['termsId'] })
  if (input.contractHash.toLowerCase() !== terms.contractHash)
    throw new ValidationError(
      ['contractHash'],
      'Must be the hash of the terms being accepted. Read their text again and accept that.',
    )
  const acceptance = first ?? {
    coalitionId,
    termsId,
    memberId,
    acceptedBy,
    contractHash: terms.contractHash,
    acceptedAt: now,
  }
  const payload = { memberId, termsId }
  const [recorded] = await prisma.$transaction([
    // Two acceptances at once are one: the second finds the first's row and leaves it as it is.
    prisma.termsAcceptance.upsert({
      where: { coalitionId_termsId_memberId: { coalitionId, termsId, memberId } },
      create: acceptance,
      update: {},
    }),
    ...(termsInForce(agreement, now)?.id === termsId
      ? [
          prisma.member.updateMany({
            where: { coalitionId, id: memberId, status: 'INVITED' },
            data: { status: 'ACTIVE' },
          }),
        ]
      : []),
    ...(first
      ? []
      : [
          prisma.outbox.create({
            data: outboxRow(coalitionId, now, { kind: 'terms.accepted', subjectId: termsId, payload }),
          }),
        ]),
  ])
  forgetParticipation(context.store, { coalitionId, memberId })
  const { member } = await loadParticipation(context.store, { coalitionId, memberId })
  return { member, terms, acceptance: recorded }
}
