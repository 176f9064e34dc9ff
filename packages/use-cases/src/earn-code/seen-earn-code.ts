import { earnCodeOf } from '@artel/rules'
import type { Store } from '@artel/store'
import { todayOf } from '../rule/read-rules.ts'
import { type EarnCodeDoor, hashEarnCode } from './code-of.ts'
import { dayText, type EarnCodeState, stateOfEarnCode } from './state-of.ts'

/** What whoever holds a code may know of it: nothing of who claimed it. */
export interface SeenEarnCode {
  /** Fifteen symbols, as it is compared. */
  readonly code: string
  readonly state: EarnCodeState
  /** What people call the member. */
  readonly memberName: string
  readonly totalMinor: bigint
  readonly currency: string
  /** ISO date, included. */
  readonly lastDay: string
}

/** Looks at a code and consumes nothing; undefined for what is no code, and for one that there is not. */
export async function seenEarnCode(
  store: Store,
  door: EarnCodeDoor,
  typed: string,
): Promise<SeenEarnCode | undefined> {
  const code = earnCodeOf(typed.slice(0, 64))
  if (code === undefined) return undefined
  const row = await store.prisma.earnCode.findUnique({
    where: { codeHash: hashEarnCode(door, code) },
    include: { member: { include: { coalition: true } } },
  })
  if (!row) return undefined
  const { coalition, name: memberName } = row.member
  return {
    ...{ code, memberName, totalMinor: row.totalMinor, currency: coalition.currency },
    state: stateOfEarnCode(row, await todayOf(store, row.coalitionId)),
    lastDay: dayText(row.lastDay),
  }
}
