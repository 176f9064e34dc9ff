import { AwardLimitReachedError, type Entry, type RecentMove } from '@artel/ledger'
import { passedAwardLimit } from '@artel/rules'
import type { Coalition } from '@artel/store/prisma'
import { UnrecordedRefusal } from '../errors/unrecorded-refusal.ts'

/**
 * Throws, within a decision that gives points by hand, AwardLimitReachedError where a payer's part passes what the coalition lets
 * one member give one customer in a day. It is not recorded: the same command may come again the next day.
 */
export function refuseLavishAward(coalition: Coalition, entries: readonly Entry[], at: LookedBack): void {
  const passed = lavishPart(coalition, entries, at)
  if (passed) throw new UnrecordedRefusal(new AwardLimitReachedError(passed))
}

/** What was decided with, once it was looked back. */
interface LookedBack {
  readonly now: Date
  readonly recent?: readonly RecentMove[]
}

/**
 * The first of these parts with which its payer passes what the coalition lets one member give one customer in a day, by hand
 * and by rules that ask for no bill; undefined when none does.
 */
export function lavishPart(
  { dailyAwardLimitPoints: limit, timeZone }: Coalition,
  entries: readonly Entry[],
  { now, recent }: LookedBack,
) {
  if (limit === null) return undefined
  if (!recent) throw new Error('An award under a limit was decided without looking back')
  for (const { memberId, pointsDelta: points } of entries) {
    if (memberId === null) continue
    const passed = passedAwardLimit(recent, { memberId, points }, { limit, now, timeZone })
    if (passed) return { ...passed, memberId }
  }
  return undefined
}
