import { AffiliateApplicationsFullError, AffiliateTermsChangedError, NotFoundError } from '@artel/ledger'
import { affiliateTermsAlone, coalitionNow, newId } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkEmail } from '../input/contact.ts'
import { checkId, checkInteger, checkOneOf, checkText, MAX_NAME_LENGTH } from '../input/text.ts'

/** What an affiliate may be. */
export const AFFILIATE_KINDS = ['PERSON', 'BLOGGER', 'CLUB', 'INSURER', 'SCHOOL', 'OTHER'] as const
export type AffiliateKind = (typeof AFFILIATE_KINDS)[number]

export interface ApplyAsAffiliateInput {
  /** The coalition that it wants to bring customers to. Raw UUID. */
  readonly coalitionId: string
  /** What members and customers will read. */
  readonly name: string
  readonly legalName: string
  readonly kind: AffiliateKind
  readonly email: string
  /** The version of the terms that it has read and accepts. */
  readonly termsVersion: number
}

/** So many applications may wait: whoever applies is nobody yet. */
const MAX_WAITING = 500

/**
 * Applies to be an affiliate, by anybody. An application of an address that has one waiting changes nothing, and is answered alike:
 * nobody learns who has applied. Throws AffiliateTermsChangedError, AffiliateApplicationsFullError, NotFoundError for a
 * coalition that has no terms for affiliates, InvalidInputError.
 */
export async function applyAsAffiliate(
  context: Context,
  input: ApplyAsAffiliateInput,
): Promise<{ readonly termsVersion: number }> {
  const { store } = context
  const coalitionId = checkId('coalition', input.coalitionId, ['coalitionId'])
  const applied = {
    name: checkText(['name'], input.name, MAX_NAME_LENGTH),
    legalName: checkText(['legalName'], input.legalName, MAX_NAME_LENGTH),
    kind: checkOneOf(['kind'], input.kind, AFFILIATE_KINDS),
    email: checkEmail(['email'], input.email),
    termsVersion: checkInteger(['termsVersion'], input.termsVersion, { min: 1, max: 1_000_000 }),
  }
  const { termsVersion, email } = applied
  const newest = await store.prisma.affiliateTerms.findFirst({
    where: { coalitionId },
    orderBy: { version: 'desc' },
    select: { version: true },
  })
  if (!newest) throw new NotFoundError({ what: 'affiliateTerms' }, { path: ['coalitionId'] })
  if (newest.version !== termsVersion)
    throw new AffiliateTermsChangedError({ currentVersion: newest.version })
  const now = await coalitionNow(store, coalitionId)
  await store.prisma.$transaction(async (transaction) => {
    await affiliateTermsAlone(transaction, coalitionId)
    const waiting = { coalitionId, status: 'APPLIED' }
    if ((await transaction.affiliate.count({ where: { ...waiting, email } })) > 0) return
    if ((await transaction.affiliate.count({ where: waiting })) >= MAX_WAITING)
      throw new AffiliateApplicationsFullError({ limit: MAX_WAITING })
    const id = newId()
    await transaction.affiliate.create({
      data: {
        ...{ coalitionId, id, ...applied, status: 'APPLIED', minPayoutMinor: 0n },
        ...{ termsAcceptedAt: now, createdAt: now, changedAt: now },
      },
    })
    await transaction.affiliateStep.create({
      data: { coalitionId, affiliateId: id, stepNo: 1, status: 'APPLIED', takenAt: now },
    })
    await recordAct(context, transaction, {
      ...{ act: 'affiliateApply', coalitionId, memberId: null, subject: { type: 'affiliate', id } },
      details: { kind: applied.kind, termsVersion },
    })
  })
  return { termsVersion }
}
