import { hash } from 'node:crypto'
import { NotFoundError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { ExitEstimate } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId, checkIdempotencyKey } from '../input/text.ts'
import { outboxRow } from '../posting/outbox.ts'
import { readExit } from './read-exit.ts'

/**
 * States what a leaving member's outstanding points may still cost, lot by lot, with its position and the security that
 * is missing. The newest estimate counts; the one it closes on is made after the redemption window. The same key is the
 * first answer again. Administrators only. Throws InvalidInputError, NotFoundError.
 */
export async function estimateExit(
  context: Context,
  input: { readonly memberId: string; readonly idempotencyKey: string },
): Promise<{ readonly estimate: ExitEstimate; readonly replayed: boolean }> {
  const { coalitionId, keyId } = requireAdmin(context.principal, 'members:write')
  const { store } = context
  const memberId = checkId('member', input.memberId, ['memberId'])
  const key = checkIdempotencyKey(input.idempotencyKey)
  const now = await coalitionNow(store, coalitionId)
  const report = await readExit(store, { coalitionId, memberId }, now)
  if (!report) throw new NotFoundError({ what: 'member' }, { path: ['memberId'] })
  const { exit, tail, position, guaranteed, estimates } = report
  const first = estimates.find((estimate) => estimate.key === key)
  if (first) return { estimate: first, replayed: true }
  const lines = tail.lots.map(
    (lot) => `${lot.lotId}|${lot.points}|${lot.liability}|${lot.endsAt?.toISOString() ?? ''}`,
  )
  const place = { coalitionId, exitId: exit.id, estimateNo: (estimates[0]?.estimateNo ?? 0) + 1 }
  const data = {
    ...place,
    estimatedAt: now,
    estimatedById: keyId,
    position: position.toString(),
    guaranteed: guaranteed.toString(),
    points: tail.points.toString(),
    liability: tail.liability.toString(),
    expected: tail.expected.toString(),
    guaranteeNeeded: tail.guaranteeNeeded.toString(),
    endsAt: tail.endsAt,
    endless: tail.endless,
    lotCount: tail.lots.length,
    lotHash: hash('sha256', lines.join('\n'), 'hex'),
    key,
  }
  const payload = { memberId, estimateNo: String(place.estimateNo), liability: String(tail.liability) }
  const [estimate] = await store.prisma.$transaction([
    store.prisma.exitEstimate.create({ data }),
    store.prisma.exitLot.createMany({
      data: tail.lots.map(({ lotId, points, liability, endsAt }) => ({
        ...place,
        lotId,
        points,
        liability,
        endsAt,
      })),
    }),
    store.prisma.outbox.create({
      data: outboxRow(coalitionId, now, { kind: 'member.exit_stated', subjectId: memberId, payload }),
    }),
    recordAct(context, store.prisma, {
      ...{ act: 'memberExitEstimate', coalitionId, memberId, subject: { type: 'member', id: memberId } },
      details: { estimateNo: place.estimateNo, points: tail.points, liabilityMicros: tail.liability },
    }),
  ])
  return { estimate, replayed: false }
}
