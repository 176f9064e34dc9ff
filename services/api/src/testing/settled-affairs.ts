import { encodePublicId, importBankStatement, openDispute, reconcileSales } from '@artel/use-cases'
import { aTreasurer, type BuiltCoalition, keyed, paidInFull, planned, stated } from '@artel/use-cases/testing'

/** One of everything that a settlement makes, and what a member's own sales file comes to. */
export async function settledAffairs(town: BuiltCoalition): Promise<Record<string, string>> {
  const treasurer = aTreasurer(town)
  const wash = town.member('wash')
  const statements = await stated(treasurer, 1)
  const statementId = statements.find(({ memberId }) => memberId === wash.id)?.id ?? ''
  const leg = await town.store.prisma.transfer.findFirstOrThrow({
    where: { coalitionId: town.id, debitKind: 'CLEARING', debitOwnerId: wash.id },
    orderBy: { amount: 'asc' },
  })
  const { dispute } = await openDispute(wash.context, {
    statementId,
    entryId: leg.entryId,
    position: leg.position,
    reason: 'Not ours',
    ...keyed(),
  })
  const plan = await planned(town, treasurer, { windowNo: 1, statements, members: [wash] })
  const [paid] = await paidInFull(town, treasurer, 1)
  const content = Buffer.from(
    '1CClientBankExchange\r\nВерсияФормата=1.03\r\nКодировка=UTF-8\r\nРасчСчет=40702810900000000001\r\nКонецФайла\r\n',
  )
  const { bankImport } = await importBankStatement(treasurer, { content, ...keyed() })
  const file = {
    async *open() {
      yield Buffer.from('receipt,date,total\nA-1,2026-10-05,100')
    },
  }
  const { reconciliation } = await reconcileSales(wash.context, { file })
  return {
    reconciliation: encodePublicId('reconciliation', reconciliation.id),
    statement: encodePublicId('statement', statementId),
    dispute: encodePublicId('dispute', dispute.id),
    plan: encodePublicId('plan', plan.id),
    paymentLeg: encodePublicId('paymentLeg', paid?.leg.id ?? ''),
    payment: encodePublicId('payment', paid?.payment.id ?? ''),
    bankImport: encodePublicId('bankImport', bankImport.id),
  }
}
