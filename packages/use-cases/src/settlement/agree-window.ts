import { decideStep, type WindowStatus } from '@artel/rules'
import { coalitionNow } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { statusForAgreement, WITH_ANSWERS } from './statement-status.ts'
import { findWindow } from './window.ts'

/**
 * Moves a STATED window to AGREED once every member has answered or its days to dispute are over: silence is written down
 * as acceptance. Whether the window is agreed now, or further. Throws WindowStepNotReadyError with who still may answer,
 * WindowStepOutOfOrderError. In the words of the rules.
 */
export async function agreeWindow(context: Context, coalitionId: string, windowNo: number): Promise<void> {
  const { store } = context
  const [window, now] = await Promise.all([
    findWindow(store, coalitionId, windowNo),
    coalitionNow(store, coalitionId),
  ])
  const statements = await store.prisma.statement.findMany({
    where: { coalitionId, windowNo },
    include: WITH_ANSWERS,
  })
  const decision = decideStep(
    {
      status: window.status as WindowStatus,
      cutOff: window.cutOff,
      memberIds: statements.map(({ memberId }) => memberId),
      statements: statements.map((statement) => ({
        memberId: statement.memberId,
        status: statusForAgreement(statement, now),
        disputeDeadline: statement.disputeDeadline,
      })),
      approvalsNeeded: undefined,
      legs: [],
    },
    'AGREE',
    now,
  )
  if (decision === 'DONE') return
  const silent = statements.filter(({ response }) => response === null)
  await store.prisma.$transaction(async (transaction) => {
    await transaction.statementResponse.createMany({
      data: silent.map(({ id }) => ({
        coalitionId,
        statementId: id,
        kind: 'SILENCE',
        respondedAt: now,
        respondedById: null,
      })),
      skipDuplicates: true,
    })
    const agreed = await transaction.settlementWindow.updateMany({
      where: { coalitionId, windowNo, status: 'STATED' },
      data: { status: 'AGREED', agreedAt: now },
    })
    const subject = { type: 'coalition', id: coalitionId } as const
    const details = { windowNo, silent: silent.length }
    // A member whose answer was the last has agreed for itself; that the window is agreed is about all.
    if (agreed.count > 0)
      await recordAct(context, transaction, {
        act: 'windowAgree',
        coalitionId,
        memberId: null,
        subject,
        details,
      })
  })
}
