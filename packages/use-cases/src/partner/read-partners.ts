import type { BasisPoints } from '@artel/ledger'
import type { EarnRule } from '@artel/rules'
import { coalitionNow } from '@artel/store'
import type { Member } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { earnRuleOf } from '../terms/agreed-terms.ts'
import { loadAgreement, termsBinding } from '../terms/agreement.ts'
import { loadActiveMembers } from '../terms/public-lists.ts'
import { coalitionOfPage } from './coalition-of-page.ts'

export interface ReadPartnersInput {
  /** Raw UUID of the member whose page it is: whoever has no coalition must name it. */
  readonly memberId?: string | null
  /** Raw UUID of the member that the page before ended with. */
  readonly after?: string | null
  /** 1 to 101: a page, and one more to see whether there is another. */
  readonly limit: number
}

/** A member of a coalition, as its customers read of it. */
export interface Partner {
  readonly member: Member
  readonly earnRule: EarnRule
  /** Most of a bill that points pay, by the terms that bind it now. */
  readonly maxPointsShareBps: BasisPoints | 0n
}

/**
 * The ACTIVE members of a coalition in the order in which they were admitted, for everybody; null where the member that names the
 * coalition is none. Throws InvalidInputError.
 */
export async function readPartners(
  context: Context,
  { memberId, after, limit }: ReadPartnersInput,
): Promise<readonly Partner[] | null> {
  const { store } = context
  const most = checkInteger(['first'], limit, { min: 1, max: 101 })
  const coalitionId = await coalitionOfPage(context, memberId)
  if (coalitionId === null) return null
  const [agreement, now, members] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
    loadActiveMembers(store, coalitionId),
  ])
  return members
    .filter(({ member }) => after == null || member.id > after)
    .slice(0, most)
    .map(({ member, earnRuleRow }) => ({
      member,
      earnRule: earnRuleOf(earnRuleRow),
      maxPointsShareBps: termsBinding(agreement, member, now)?.maxPointsShareBps ?? 0n,
    }))
}
