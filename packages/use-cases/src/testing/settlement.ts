import { minor } from '@artel/ledger'
import { sumOf } from '@artel/store'
import type { Plan, Statement } from '@artel/store/prisma'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../access/principal.ts'
import { acceptStatement } from '../settlement/accept-statement.ts'
import { approvePlan } from '../settlement/approve-plan.ts'
import { closeWindow } from '../settlement/close-window.ts'
import { issueStatements } from '../settlement/issue-statements.ts'
import { proposePlan } from '../settlement/propose-plan.ts'
import { type RecordedPayment, recordPayment } from '../settlement/record-payment.ts'
import type { BuiltCoalition, BuiltMember } from './a-coalition.ts'

/** A fresh idempotency key, as inputs take it. */
export const keyed = (): { readonly idempotencyKey: string } => ({ idempotencyKey: uuidv7() })

/** Another administrator of the coalition: a second person for what takes two. */
export const aTreasurer = (town: BuiltCoalition): Context => ({
  store: town.store,
  principal: town.treasurer,
})

/** Closes a window at once and states it. */
export async function stated(treasurer: Context, windowNo: number): Promise<readonly Statement[]> {
  await closeWindow(treasurer, { windowNo, early: true, ...keyed() })
  return (await issueStatements(treasurer, { windowNo, ...keyed() })).statements
}

/** Has these members accept their statements, and the plan proposed and approved. */
export async function planned(
  town: BuiltCoalition,
  treasurer: Context,
  accepted: {
    readonly windowNo: number
    readonly statements: readonly Statement[]
    readonly members: readonly BuiltMember[]
  },
): Promise<Plan> {
  for (const { id, context } of accepted.members) {
    const statement = accepted.statements.find(({ memberId }) => memberId === id)
    if (statement) await acceptStatement(context, { statementId: statement.id, ...keyed() })
  }
  const { plan } = await proposePlan(treasurer, { windowNo: accepted.windowNo, ...keyed() })
  await approvePlan(town.adminContext, { planId: plan.id, planHash: plan.hash, ...keyed() })
  return plan
}

/** Pays every leg of a window in full. */
export async function paidInFull(
  town: BuiltCoalition,
  treasurer: Context,
  windowNo: number,
): Promise<readonly RecordedPayment[]> {
  const legs = await town.store.prisma.paymentLeg.findMany({
    where: { coalitionId: town.id, windowNo },
    orderBy: { legNo: 'asc' },
  })
  const payments: RecordedPayment[] = []
  for (const leg of legs)
    payments.push(
      await recordPayment(treasurer, {
        legId: leg.id,
        amountMinor: minor(sumOf(leg.amountMinor)),
        paidOn: '2026-08-10',
        ...keyed(),
      }),
    )
  return payments
}
