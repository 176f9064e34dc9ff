import { affiliateTermsAlone, coalitionNow } from '@artel/store'
import type { AffiliateTerms } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkWholeText } from '../input/text.ts'

export interface PublishAffiliateTermsInput {
  /** Word for word, at most 50 000 characters each. */
  readonly textEn: string
  readonly textRu: string
}

const MAX_TEXT_LENGTH = 50_000

/**
 * Keeps the next version of what affiliates agree to; who applies from now on accepts it. The very texts of the newest version
 * again make no other. Administrators with `coalition:write`. Throws InvalidInputError.
 */
export async function publishAffiliateTerms(
  context: Context,
  input: PublishAffiliateTermsInput,
): Promise<{ readonly terms: AffiliateTerms }> {
  const principal = requireAdmin(context.principal, 'coalition:write')
  const { coalitionId } = principal
  const { store } = context
  const texts = {
    textEn: checkWholeText(['textEn'], input.textEn, MAX_TEXT_LENGTH),
    textRu: checkWholeText(['textRu'], input.textRu, MAX_TEXT_LENGTH),
  }
  const publishedAt = await coalitionNow(store, coalitionId)
  const terms = await store.prisma.$transaction(async (transaction) => {
    await affiliateTermsAlone(transaction, coalitionId)
    const newest = await transaction.affiliateTerms.findFirst({
      where: { coalitionId },
      orderBy: { version: 'desc' },
    })
    if (newest?.textEn === texts.textEn && newest.textRu === texts.textRu) return newest
    const version = (newest?.version ?? 0) + 1
    const published = await transaction.affiliateTerms.create({
      data: { coalitionId, version, ...texts, publishedAt, publishedById: actorOf(principal) },
    })
    await recordAct(context, transaction, {
      ...{ act: 'affiliateTermsPublish', coalitionId, subject: { type: 'coalition', id: coalitionId } },
      details: { version },
    })
    return published
  })
  return { terms }
}
