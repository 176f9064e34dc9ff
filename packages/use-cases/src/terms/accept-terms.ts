import { InvalidInputError, NotFoundError, TermsNotOpenError } from '@artel/ledger'
import { coalitionNow, lockTerms, openWindows } from '@artel/store'
import type { Member, Terms, TermsAcceptance } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId, checkText, MAX_NAME_LENGTH } from '../input/text.ts'
import { outboxRow } from '../posting/outbox.ts'
import {
  forgetAgreement,
  forgetParticipation,
  loadAgreement,
  loadParticipation,
  termsInForce,
} from './agreement.ts'

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
 * Records that the calling member accepts a version of the terms, with its variants; an INVITED member becomes ACTIVE
 * once it has accepted the one in force. Accepting twice is the first answer again. A version binds new points from its
 * start on, or from the last active member's acceptance when that comes later.
 * Throws InvalidInputError when the hash is not that of the terms, NotFoundError, and TermsNotOpenError when withdrawn.
 */
export async function acceptTerms(context: Context, input: AcceptTermsInput): Promise<AcceptedTerms> {
  const { coalitionId, memberId } = requireMember(context.principal, 'member:write', 'acceptTerms')
  const { store } = context
  const termsId = checkId('terms', input.termsId, ['termsId'])
  const acceptedBy = checkText(['acceptedBy'], input.acceptedBy, MAX_NAME_LENGTH)
  forgetAgreement(store, coalitionId)
  const [agreement, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  const terms = agreement.versions.find((version) => version.terms.id === termsId)?.terms.row
  if (!terms) throw new NotFoundError({ what: 'terms' }, { path: ['termsId'] })
  if (input.contractHash.toLowerCase() !== terms.contractHash)
    throw new InvalidInputError({
      path: ['contractHash'],
      problem: 'Must be the hash of the terms being accepted. Read their text again and accept that.',
    })
  const bindsNow = termsInForce(agreement, now)?.id === termsId
  // What this may put in force is for windows that open after it.
  await openWindows(store, coalitionId)
  const key = { coalitionId, termsId, memberId }
  const acceptance = await store.prisma.$transaction(async (transaction) => {
    // A withdrawal waits for this row, or we for the withdrawal: a version is not withdrawn while it is accepted.
    const open = await lockTerms(transaction, { coalitionId, termsId })
    const first = await transaction.termsAcceptance.findUnique({
      where: { coalitionId_termsId_memberId: key },
    })
    if (first) return first
    if (open?.withdrawn) throw new TermsNotOpenError({ reason: 'WITHDRAWN' }, { path: ['termsId'] })
    const event = { kind: 'terms.accepted', subjectId: termsId, payload: { memberId, termsId } } as const
    await transaction.outbox.create({ data: outboxRow(coalitionId, now, event) })
    const accepted = await transaction.termsAcceptance.create({
      data: { ...key, acceptedBy, contractHash: terms.contractHash, acceptedAt: now },
    })
    await recordAct(context, transaction, {
      ...{ act: 'termsAccept', coalitionId, subject: { type: 'terms', id: termsId } },
      details: { contractHash: terms.contractHash, bindsNow },
    })
    return accepted
  })
  if (bindsNow)
    await store.prisma.member.updateMany({
      where: { coalitionId, id: memberId, status: 'INVITED' },
      data: { status: 'ACTIVE' },
    })
  forgetParticipation(store, { coalitionId, memberId })
  forgetAgreement(store, coalitionId)
  const { member } = await loadParticipation(store, { coalitionId, memberId })
  return { member, terms, acceptance }
}
