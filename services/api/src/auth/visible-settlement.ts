import type { Prisma } from '@artel/store/prisma'

/** The rows of settlements that a principal may see; null: none. */
export interface SettlementVisible {
  readonly statement: Prisma.StatementWhereInput | null
  readonly dispute: Prisma.DisputeWhereInput | null
  readonly plan: Prisma.PlanWhereInput | null
  readonly paymentLeg: Prisma.PaymentLegWhereInput | null
  readonly payment: Prisma.PaymentWhereInput | null
  readonly bankImport: Prisma.BankImportWhereInput | null
}

/** Those of a coalition, of all members. */
export const allOfSettlement = (where: { coalitionId: string } | null): SettlementVisible => ({
  statement: where,
  dispute: where,
  plan: where,
  paymentLeg: where,
  payment: where,
  bankImport: where,
})

export const NO_SETTLEMENT = allOfSettlement(null)

/** A member's own statements and payments. Plans and bank files are left out: they show what other members owe. */
export function ownSettlement(own: { coalitionId: string; memberId: string }): SettlementVisible {
  const { coalitionId, memberId } = own
  const leg = { coalitionId, OR: [{ payerId: memberId }, { payeeId: memberId }] }
  return {
    statement: own,
    dispute: own,
    plan: null,
    paymentLeg: leg,
    payment: { coalitionId, leg },
    bankImport: null,
  }
}
