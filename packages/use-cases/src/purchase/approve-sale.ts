import { createHash } from 'node:crypto'
import { coalitionNow, type Store } from '@artel/store'
import type { SaleApproval } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId, checkRef, checkText } from '../input/text.ts'
import { outboxRow } from '../posting/outbox.ts'
import { loadParticipation } from '../terms/agreement.ts'
import { type ApprovalGround, forgetCreditStanding } from './credit-standing.ts'

export interface ApproveSaleInput {
  readonly memberId: string
  readonly receiptRef: string
  readonly reason: string
}

export interface ApprovedSale {
  readonly approval: SaleApproval
}

const MAX_REASON_LENGTH = 500

/**
 * Lets a member hand one sale in after the days agreed; the member sends it again with a new key. Twice is the first
 * answer again. Administrators only. Throws InvalidInputError, NotFoundError.
 */
export async function approveLateSale(context: Context, input: ApproveSaleInput): Promise<ApprovedSale> {
  return approve(context, input, 'LATE')
}

/**
 * Lets one sale give its points above the member's credit limit, where the terms leave such sales to the coalition; the
 * member sends it again with a new key. Administrators only. Throws InvalidInputError, NotFoundError.
 */
export async function approveCreditSale(context: Context, input: ApproveSaleInput): Promise<ApprovedSale> {
  return approve(context, input, 'CREDIT')
}

async function approve(
  context: Context,
  input: ApproveSaleInput,
  ground: ApprovalGround,
): Promise<ApprovedSale> {
  const { coalitionId, keyId } = requireAdmin(context.principal, 'members:write')
  const { store } = context
  const memberId = checkId('member', input.memberId, ['memberId'])
  const receiptRef = checkRef(['receiptRef'], input.receiptRef)
  const reason = checkText(['reason'], input.reason, MAX_REASON_LENGTH)
  await loadParticipation(store, { coalitionId, memberId })
  const now = await coalitionNow(store, coalitionId)
  const key = { coalitionId, memberId, receiptRef, ground }
  const where = { coalitionId_memberId_receiptRef_ground: key }
  const approval = await store.prisma.$transaction(async (transaction) => {
    await transaction.saleApproval.createMany({
      data: [{ ...key, status: 'REQUESTED', requestedAt: now }],
      skipDuplicates: true,
    })
    const changed = await transaction.saleApproval.updateMany({
      where: { ...key, status: 'REQUESTED' },
      data: { status: 'APPROVED', reason, approvedById: keyId, approvedAt: now },
    })
    const payload = { memberId, receiptRef, ground }
    if (changed.count > 0) {
      await transaction.outbox.create({
        data: outboxRow(coalitionId, now, { kind: 'sale.approved', subjectId: memberId, payload }),
      })
      await recordAct(context, transaction, {
        act: ground === 'LATE' ? 'lateSaleApprove' : 'creditSaleApprove',
        ...{ coalitionId, memberId, subject: { type: 'member', id: memberId } },
        // Members number their receipts as they like, by phone even.
        details: { receiptHash: receiptHashOf({ coalitionId, memberId, receiptRef }) },
      })
    }
    return transaction.saleApproval.findUniqueOrThrow({ where })
  })
  forgetCreditStanding(store, { coalitionId, memberId })
  return { approval }
}

/** Which sale it was, for whoever has the receipt. */
const receiptHashOf = (sale: Pick<SaleApproval, 'coalitionId' | 'memberId' | 'receiptRef'>): string =>
  createHash('sha256').update(`${sale.coalitionId} ${sale.memberId} ${sale.receiptRef}`).digest('hex')

/** Writes down that a sale waits for the coalition's yes. Asking twice is once. */
export async function requestCreditApproval(
  store: Store,
  sale: { readonly coalitionId: string; readonly memberId: string; readonly receiptRef: string },
): Promise<void> {
  const { coalitionId, memberId, receiptRef } = sale
  const now = await coalitionNow(store, coalitionId)
  const key = { coalitionId, memberId, receiptRef, ground: 'CREDIT' }
  await store.prisma.$transaction(async (transaction) => {
    const made = await transaction.saleApproval.createMany({
      data: [{ ...key, status: 'REQUESTED', requestedAt: now }],
      skipDuplicates: true,
    })
    const event = {
      kind: 'sale.approval_requested',
      subjectId: memberId,
      payload: { memberId, receiptRef },
    } as const
    if (made.count > 0) await transaction.outbox.create({ data: outboxRow(coalitionId, now, event) })
  })
}

/** Sales of a coalition that wait for its yes, oldest first. Administrators only. */
export async function readSaleApprovals(context: Context, limit: number): Promise<readonly SaleApproval[]> {
  const { coalitionId } = requireAdmin(context.principal, 'coalition:read')
  return context.store.prisma.saleApproval.findMany({
    where: { coalitionId, status: 'REQUESTED' },
    orderBy: [{ requestedAt: 'asc' }, { receiptRef: 'asc' }],
    take: limit,
  })
}
