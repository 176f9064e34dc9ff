import { AwardLimitReachedError, type Entry, type RecentMove } from '@artel/ledger'
import { passedAwardLimit } from '@artel/rules'
import type { Coalition } from '@artel/store/prisma'
import { UnrecordedRefusal } from '../errors/unrecorded-refusal.ts'

/**
 * Throws, within a decision that gives points by hand, AwardLimitReachedError where a payer's part passes what the coalition lets
 * one member give one customer in a day. It is not recorded: the same command may come again the next day.
 */
export function refuseLavishAward(
  { dailyAwardLimitPoints: limit, timeZone }: Coalition,
  entries: readonly Entry[],
  { now, recent }: { readonly now: Date; readonly recent?: readonly RecentMove[] },
): void {
  if (limit === null) return
  if (!recent) throw new Error('An award under a limit was decided without looking back')
  for (const { memberId, pointsDelta: points } of entries) {
    if (memberId === null) continue
    const passed = passedAwardLimit(recent, { memberId, points }, { limit, now, timeZone })
    if (passed) throw new UnrecordedRefusal(new AwardLimitReachedError({ ...passed, memberId }))
  }
}
