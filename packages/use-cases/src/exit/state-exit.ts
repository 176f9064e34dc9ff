import { hash } from 'node:crypto'
import { coalitionNow } from '@artel/store'
import type { ExitStatement } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { NotFoundError } from '../errors/not-found.ts'
import { checkId, checkIdempotencyKey } from '../input/text.ts'
import { outboxRow } from '../posting/outbox.ts'
import { readExit } from './read-exit.ts'

/**
 * States what a leaving member's outstanding points may still cost, lot by lot, with its position and the security that
 * is missing. The newest statement counts; the one it closes on is made after the redemption window. The same key is the
 * first answer again. Administrators only. Throws ValidationError, NotFoundError.
 */
export async function stateExit(
  context: Context,
  input: { readonly memberId: string; readonly idempotencyKey: string },
): Promise<{ readonly statement: ExitStatement; readonly replayed: boolean }> {
  const { coalitionId, keyId } = requireAdmin(context.principal, 'members:write')
  const { store } = context
  const memberId = checkId('member', input.memberId, ['memberId'])
  const key = checkIdempotencyKey(input.idempotencyKey)
  const now = await coalitionNow(store, coalitionId)
  const report = await readExit(store, { coalitionId, memberId }, now)
  if (!report) throw new NotFoundError('member', { path: ['memberId'] })
  const { exit, tail, position, guaranteed, statements } = report
  const first = statements.find((statement) => statement.key === key)
  if (first) return { statement: first, replayed: true }
  const lines = tail.lots.map(
    (lot) => `${lot.lotId}|${lot.points}|${lot.liability}|${lot.endsAt?.toISOString() ?? ''}`,
  )
  const place = { coalitionId, exitId: exit.id, statementNo: (statements[0]?.statementNo ?? 0) + 1 }
  const data = {
    ...place,
    statedAt: now,
    statedById: keyId,
    position,
    guaranteed,
    points: tail.points,
    liability: tail.liability,
    expected: tail.expected,
    guaranteeNeeded: tail.guaranteeNeeded,
    endsAt: tail.endsAt,
    endless: tail.endless,
    lotCount: tail.lots.length,
    lotHash: hash('sha256', lines.join('\n'), 'hex'),
    key,
  }
  const payload = { memberId, statementNo: String(place.statementNo), liability: String(tail.liability) }
  const [statement] = await store.prisma.$transaction([
    store.prisma.exitStatement.create({ data }),
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
  ])
  return { statement, replayed: false }
}
