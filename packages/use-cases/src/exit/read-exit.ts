import { type Micros, micros } from '@artel/ledger'
import { type ExitTail, exitTail } from '@artel/rules'
import { clearingSums, openLotsOfIssuer, pendingCommissions, type Store, sumOf } from '@artel/store'
import type { ExitEstimate, ExitGuarantee, MemberExit } from '@artel/store/prisma'
import { voucherTail } from '../voucher/voucher-tail.ts'
import type { ExitStep } from './exit-step.ts'

/** A member's exit: what was said, given and stated, and what is missing now. */
export interface ExitReport {
  readonly exit: MemberExit
  readonly guarantees: readonly ExitGuarantee[]
  /** Newest first. */
  readonly estimates: readonly ExitEstimate[]
  /** What its points, its pending commissions and vouchers may still cost, as of now. */
  readonly tail: ExitTail
  /** CLEARING, micros: positive when it owes. Deposits are in it. */
  readonly position: Micros
  readonly guaranteed: Micros
  readonly missing: readonly ExitStep[]
}

interface Owner {
  readonly coalitionId: string
  readonly memberId: string
}

/** Share of a leaving member's points expected to be spent, basis points: all, so that no estimate flatters it. */
const EXPECTED_REDEMPTION_BPS = 10_000n

/** The exit of a member as it stands at `now`; null when it has not given notice, or has taken it back. */
export async function readExit(store: Store, owner: Owner, now: Date): Promise<ExitReport | null> {
  const { coalitionId, memberId } = owner
  const exit = await store.prisma.memberExit.findFirst({ where: { ...owner, withdrawnAt: null } })
  if (!exit) return null
  const where = { coalitionId, exitId: exit.id }
  const [guarantees, estimates, lots, sums, openHolds, commissions, vouchers] = await Promise.all([
    store.prisma.exitGuarantee.findMany({ where, orderBy: { recordedAt: 'asc' } }),
    store.prisma.exitEstimate.findMany({ where, orderBy: { estimateNo: 'desc' } }),
    openLotsOfIssuer(store, owner),
    clearingSums(store, coalitionId, [memberId]),
    store.prisma.hold.count({ where: { coalitionId, memberId, status: 'OPEN' } }),
    pendingCommissions(store, owner),
    voucherTail(store, owner),
  ])
  const found = sums.get(memberId)
  const position = micros((found?.owes ?? 0n) - (found?.isOwed ?? 0n))
  const guaranteed = micros(
    guarantees.reduce((sum, { kind, amount }) => sum + (kind === 'GUARANTEE' ? amount : 0n), 0n),
  )
  // The points of a leaving member live on: nobody's time to spend them is cut, but in a coalition that ends with it.
  const redemptionEndsAt = exit.windsDown ? exit.redemptionEndsAt : null
  const expectedRedemptionBps = EXPECTED_REDEMPTION_BPS
  const tail = exitTail(lots, {
    now,
    redemptionEndsAt,
    position,
    commissions,
    vouchers,
    deposited: guaranteed,
    expectedRedemptionBps,
  })
  const missing = missingSteps({ exit, estimates, tail, openHolds, now })
  return { exit, guarantees, estimates, tail, position, guaranteed, missing }
}

/** In the order in which they are to be done. */
function missingSteps(at: {
  readonly exit: MemberExit
  readonly estimates: readonly ExitEstimate[]
  readonly tail: ExitTail
  readonly openHolds: number
  readonly now: Date
}): ExitStep[] {
  const { exit, estimates, tail, now } = at
  const [last] = estimates
  const steps: readonly [step: ExitStep, isMissing: boolean][] = [
    ['REDEMPTION_WINDOW', (tail.points > 0n || tail.vouchers > 0n) && now < exit.redemptionEndsAt],
    ['OPEN_HOLDS', at.openHolds > 0],
    // Where the coalition ends there is nowhere left to spend them.
    ['POINTS_TO_EXPIRE', exit.windsDown && tail.points > 0n],
    [
      'FINAL_ESTIMATE',
      last === undefined || (last.estimatedAt < exit.redemptionEndsAt && sumOf(last.points) > 0n),
    ],
    ['GUARANTEE', tail.guaranteeNeeded > 0n],
  ]
  return steps.flatMap(([step, isMissing]) => (isMissing ? [step] : []))
}
