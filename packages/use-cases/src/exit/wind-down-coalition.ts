import { CoalitionWindingDownError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkInteger, checkText } from '../input/text.ts'
import { changeMemberStatus } from '../member/change-member-status.ts'
import { outboxRow } from '../posting/outbox.ts'
import { forgetAgreement } from '../terms/agreement.ts'
import { beginExit } from './give-exit-notice.ts'
import { redemptionEnd } from './redemption-end.ts'

export interface WindDownCoalitionInput {
  readonly reason: string
  /** Local days that customers are given to spend their points; default 90. What is left then expires. */
  readonly redemptionDays?: number | null
}

const DEFAULT_REDEMPTION_DAYS = 90
const MAX_REDEMPTION_DAYS = 3_650
const MAX_REASON_LENGTH = 500

/**
 * Winds a coalition down: every member's exit begins at once, nobody is admitted and no terms are proposed any more, and
 * points that are left at the end of the window expire by the breakage of their terms, so that none is stranded. Called
 * again with the same days it goes on where it stopped. Administrators only.
 * Throws InvalidInputError, and CoalitionWindingDownError when it winds down otherwise already.
 */
export async function windDownCoalition(
  context: Context,
  input: WindDownCoalitionInput,
): Promise<{ readonly coalition: Coalition; readonly exiting: number }> {
  const admin = requireAdmin(context.principal, 'coalition:write')
  const { coalitionId } = admin
  const { store } = context
  const reason = checkText(['reason'], input.reason, MAX_REASON_LENGTH)
  const redemptionDays = checkInteger(['redemptionDays'], input.redemptionDays ?? DEFAULT_REDEMPTION_DAYS, {
    min: 1,
    max: MAX_REDEMPTION_DAYS,
  })
  const now = await coalitionNow(store, coalitionId)
  const endsAt = await redemptionEnd(store, coalitionId, { now, redemptionDays })
  const coalition = await store.prisma.$transaction(async (transaction) => {
    const begun = await transaction.coalition.updateMany({
      where: { id: coalitionId, windDownAt: null },
      data: { windDownAt: now, windDownReason: reason, windDownEndsAt: endsAt },
    })
    const payload = { endsAt: endsAt.toISOString() }
    const event = { kind: 'coalition.winding_down', subjectId: coalitionId, payload } as const
    const wound = await transaction.coalition.findUniqueOrThrow({ where: { id: coalitionId } })
    if (begun.count === 0) return wound
    await transaction.outbox.create({ data: outboxRow(coalitionId, now, event) })
    const subject = { type: 'coalition', id: coalitionId } as const
    await recordAct(context, transaction, {
      act: 'coalitionWindDown',
      coalitionId,
      subject,
      details: payload,
    })
    return wound
  })
  forgetAgreement(store, coalitionId)
  const redemptionEndsAt = coalition.windDownEndsAt ?? endsAt
  if (coalition.windDownReason !== reason) throw new CoalitionWindingDownError({ endsAt: redemptionEndsAt })
  const members = await store.prisma.member.findMany({
    where: { coalitionId, status: { not: 'CLOSED' } },
    orderBy: { id: 'asc' },
  })
  for (const { id: memberId, status } of members) {
    const owner = { coalitionId, memberId }
    if (status === 'INVITED')
      await changeMemberStatus(context, {
        ...{ ...owner, from: ['INVITED'], to: 'CLOSED', event: 'member.closed' },
        act: 'coalitionWindDown',
      })
    else if (status === 'EXITING')
      await store.prisma.memberExit.updateMany({
        where: { ...owner, withdrawnAt: null },
        data: { windsDown: true, redemptionEndsAt },
      })
    else
      await beginExit(context, {
        ...owner,
        reason,
        now,
        redemptionEndsAt,
        noticedById: actorOf(admin),
        noticedForId: coalitionId,
        windsDown: true,
      })
  }
  return { coalition, exiting: members.filter(({ status }) => status !== 'INVITED').length }
}
