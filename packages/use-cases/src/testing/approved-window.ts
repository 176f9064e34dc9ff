import { points } from '@artel/ledger'
import type { LegStatus } from '@artel/rules'
import type { Store } from '@artel/store'
import type { PaymentLeg } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { legStatus } from '../settlement/leg-status.ts'
import { setBankDetails } from '../settlement/set-bank-details.ts'
import { aCoalition, type BuiltCoalition } from './a-coalition.ts'
import type { BankMovement } from './bank-files.ts'
import { aSale, roubles } from './sales.ts'
import { aTreasurer, planned, stated } from './settlement.ts'

/** The coalition's own account. */
export const OWN_ACCOUNT = '40702810838000000017'
/** Members as banks know them. */
export const PARTIES = {
  wash: { name: 'ООО «Блеск»', taxId: '7736050003', account: '40702810938000000027' },
  parts: { name: 'ООО «Коленвал»', taxId: '7728168971', account: '40702810038000000037' },
  tyres: { name: 'ИП Шинин', taxId: '500100732259', account: '40802810438000000047' },
  cafe: { name: 'ООО «Пирог»', taxId: '7707083893', account: '40702810138000000057' },
}
export const STRANGER = { name: 'ООО «Рога и копыта»', taxId: '7743013902', account: '40702810000000000099' }
export type PartyHandle = keyof typeof PARTIES
export const PARTY_HANDLES = Object.keys(PARTIES) as PartyHandle[]

export interface ApprovedWindow {
  readonly town: BuiltCoalition
  readonly treasurer: Context
  readonly legOf: (handle: PartyHandle) => PaymentLeg
  /** Statuses of the legs, in the order of PARTY_HANDLES. */
  readonly statuses: () => Promise<LegStatus[]>
}

/**
 * An approved window: the wash owes 370.00 (1000 points at 0.10, and 300 of them spent at the cafe at 0.90), the parts
 * shop 50.00, the tyre fitter 20.00; the cafe, which gave 35 points, is paid 260.50.
 */
export async function approvedWindow(store: Store): Promise<ApprovedWindow> {
  const town = await aCoalition({ name: 'Заречье' })
    .withMember('wash')
    .withMember('parts')
    .withMember('tyres')
    .withMember('cafe')
    .withCustomer('Anna', { phone: '+79120000001' })
    .open(store)
  const anna = town.customer('Anna')
  const sell = (at: PartyHandle, total: number, spent = 0n) =>
    recordPurchase(town.member(at).context, aSale(anna, { total: roubles(total), points: points(spent) }))
  await sell('wash', 20_000)
  await sell('cafe', 1_000, 300n)
  await sell('parts', 10_000)
  await sell('tyres', 4_000)
  for (const handle of PARTY_HANDLES) {
    const { name, taxId, account } = PARTIES[handle]
    await setBankDetails(town.member(handle).context, { legalName: name, taxId, account })
  }
  const treasurer = aTreasurer(town)
  const statements = await stated(treasurer, 1)
  const members = PARTY_HANDLES.map((handle) => town.member(handle))
  await planned(town, treasurer, { windowNo: 1, statements, members })
  const legs = await store.prisma.paymentLeg.findMany({ where: { coalitionId: town.id } })
  const legOf = (handle: PartyHandle): PaymentLeg => {
    const { id } = town.member(handle)
    const leg = legs.find(({ payerId, payeeId }) => payerId === id || payeeId === id)
    if (!leg) throw new Error(`${handle} has no payment`)
    return leg
  }
  const statuses = async () => {
    const found = await store.prisma.paymentLeg.findMany({
      where: { coalitionId: town.id, windowNo: 1 },
      include: { payments: { include: { reversal: true } } },
    })
    const byId = new Map(found.map((leg) => [leg.id, legStatus(leg)]))
    return PARTY_HANDLES.map((handle) => byId.get(legOf(handle).id) ?? 'OPEN')
  }
  return { town, treasurer, legOf, statuses }
}

/** A movement of the coalition's account with a member. */
export const movementWith = (
  handle: PartyHandle,
  over: Partial<BankMovement> & Pick<BankMovement, 'no' | 'sum'>,
): BankMovement => ({
  direction: 'IN',
  party: PARTIES[handle],
  purpose: 'Без назначения',
  bookedOn: '2026-08-10',
  booked: true,
  ...over,
})
