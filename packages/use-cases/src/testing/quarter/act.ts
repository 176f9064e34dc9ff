import { micros, minor, points } from '@artel/ledger'
import { coalitionNow, type Store } from '@artel/store'
import type { Context } from '../../access/principal.ts'
import { advanceClock } from '../../coalition/advance-clock.ts'
import { closeMember } from '../../exit/close-member.ts'
import { estimateExit } from '../../exit/estimate-exit.ts'
import { giveExitNotice } from '../../exit/give-exit-notice.ts'
import { recordExitGuarantee } from '../../exit/record-exit-guarantee.ts'
import { recordPurchase } from '../../purchase/record-purchase.ts'
import { refundPurchase } from '../../purchase/refund-purchase.ts'
import { acceptStatement } from '../../settlement/accept-statement.ts'
import { approvePlan } from '../../settlement/approve-plan.ts'
import { closeWindow } from '../../settlement/close-window.ts'
import { issueStatements } from '../../settlement/issue-statements.ts'
import { openDispute } from '../../settlement/open-dispute.ts'
import { proposePlan } from '../../settlement/propose-plan.ts'
import { recordPayment } from '../../settlement/record-payment.ts'
import { resolveDispute } from '../../settlement/resolve-dispute.ts'
import { setBankDetails } from '../../settlement/set-bank-details.ts'
import { settleWindow } from '../../settlement/settle-window.ts'
import { aCoalition, type BuiltCoalition } from '../a-coalition.ts'
import { aSale } from '../sales.ts'
import { aTreasurer, keyed } from '../settlement.ts'
import type { Prices } from './books-by-hand.ts'
import { type Deed, GIVES_BPS, GRACE_DAYS, HANDLES, type Handle, MIN_PAYOUT, VAT_RATE_BPS } from './diary.ts'
import type { Ids } from './statement-by-hand.ts'

/** Morning in Moscow, when the office opens. */
const at10 = (day: string): number => Date.parse(`${day}T10:00:00+03:00`)

/** A town on the 2nd of March 2026, by its own clock, and what was done in it. */
export interface Quarter {
  readonly town: BuiltCoalition
  readonly treasurer: Context
  readonly ids: Ids
  /** Raw ids of purchases, by name. */
  readonly sales: Map<string, { readonly id: string; readonly pointsEarned: bigint; readonly at: Handle }>
  /** Raw ids of disputes, by sale. */
  readonly disputes: Map<string, string>
  /** Of windows, as proposed last. */
  readonly plans: Map<number, { readonly id: string; readonly hash: string }>
}

/** Opens the town of the diary. */
export async function openQuarter(store: Store, prices: Prices): Promise<Quarter> {
  let plan = aCoalition({
    clockOffsetSeconds: Math.floor((at10('2026-03-02') - Date.now()) / 1_000),
    terms: {
      ...{ reservePrice: micros(prices.reservePrice), deposit: micros(prices.deposit) },
      ...{ issueFee: micros(prices.issueFee), redeemFee: micros(prices.redeemFee) },
      ...{ expiryMonths: 1, refundGraceDays: GRACE_DAYS, minPayoutMinor: minor(MIN_PAYOUT) },
    },
  })
  for (const handle of HANDLES)
    plan = plan.withMember(handle, {
      earnRule: { kind: 'PERCENT', percentBps: Number(GIVES_BPS[handle]) },
    })
  const town = await plan.withCustomer('Anna').withCustomer('Boris').withCustomer('Vera').open(store)
  await setBankDetails(town.adminContext, { legalName: 'The operator', vatRateBps: Number(VAT_RATE_BPS) })
  const idOf = (handle: Handle) => town.member(handle).id
  return {
    town,
    treasurer: aTreasurer(town),
    ids: {
      ...{ service: idOf('service'), wash: idOf('wash'), parts: idOf('parts') },
      coalition: town.id,
    },
    ...{ sales: new Map(), disputes: new Map(), plans: new Map() },
  }
}

/** What a deed of money is about: reckoned, since the diary only says how much of it. */
export interface Amounts {
  /** Of PAY: legs by their place in the plan, and how much is paid, kopecks. */
  readonly pay?: readonly { readonly legNo: number; readonly amount: bigint }[]
  /** Of SECURE, micros. */
  readonly secure?: { readonly deposit: bigint; readonly guarantee: bigint }
}

type Act<Kind extends Deed['deed']> = (
  quarter: Quarter,
  deed: Extract<Deed, { deed: Kind }>,
  amounts: Amounts,
) => Promise<unknown>

const ACTS: { readonly [Kind in Deed['deed']]: Act<Kind> } = {
  DAY: async ({ town }, { on }) => {
    const now = await coalitionNow(town.store, town.id)
    await advanceClock(town.adminContext, { seconds: Math.ceil((at10(on) - now.getTime()) / 1_000) })
  },
  SALE: async ({ town, sales }, { name, at, who, bill, pays = 0n, happened }) => {
    const { purchase } = await recordPurchase(
      town.member(at).context,
      aSale(town.customer(who), {
        receiptRef: name,
        total: { amountMinor: minor(bill), currency: 'RUB' },
        points: points(pays),
        ...(happened ? { occurredAt: new Date(at10(happened)) } : {}),
      }),
    )
    sales.set(name, { id: purchase.id, pointsEarned: purchase.pointsEarned, at })
  },
  REFUND: async ({ town, sales }, { of, amount }) => {
    const { id, at } = found(sales, of)
    await refundPurchase(town.member(at).context, {
      purchase: { id },
      amount: { amountMinor: minor(amount), currency: 'RUB' },
      reason: 'As the receipt says',
      ...keyed(),
    })
  },
  CLOSE: ({ treasurer }, { window }) => closeWindow(treasurer, { windowNo: window, ...keyed() }),
  STATE: ({ treasurer }, { window }) => issueStatements(treasurer, { windowNo: window, ...keyed() }),
  ACCEPT: async (quarter, { window, by }) => {
    const { id } = await storedStatement(quarter, window, by)
    await acceptStatement(quarter.town.member(by).context, { statementId: id, ...keyed() })
  },
  DISPUTE: async (quarter, { window, of }) => {
    const { town, sales, disputes } = quarter
    const { id, at } = found(sales, of)
    const line = await town.store.prisma.transfer.findFirstOrThrow({
      where: { coalitionId: town.id, creditKind: 'FEES', entry: { kind: 'EARN', documentId: id } },
    })
    const { dispute } = await openDispute(town.member(at).context, {
      statementId: (await storedStatement(quarter, window, at)).id,
      ...{ entryId: line.entryId, position: line.position, reason: 'The card was not ours' },
      ...keyed(),
    })
    disputes.set(of, dispute.id)
  },
  UPHOLD: async ({ town, disputes }, { of }) => {
    const disputeId = found(disputes, of)
    await resolveDispute(town.adminContext, { disputeId, outcome: 'UPHELD', note: 'Agreed', ...keyed() })
  },
  PROPOSE: async ({ treasurer, plans }, { window, method }) => {
    const { plan } = await proposePlan(treasurer, { windowNo: window, method, ...keyed() })
    plans.set(window, { id: plan.id, hash: plan.hash })
  },
  APPROVE: async ({ town, plans }, { window }) => {
    const { id, hash } = found(plans, window)
    await approvePlan(town.adminContext, { planId: id, planHash: hash, ...keyed() })
  },
  PAY: async ({ town, treasurer }, { window }, { pay = [] }) => {
    for (const { legNo, amount } of pay) {
      const leg = await town.store.prisma.paymentLeg.findFirstOrThrow({
        where: { coalitionId: town.id, windowNo: window, legNo },
      })
      const payment = { legId: leg.id, amountMinor: minor(amount), paidOn: '2026-05-12' }
      await recordPayment(treasurer, { ...payment, ...keyed() })
    }
  },
  SETTLE: ({ treasurer }, { window, givingUp = false }) =>
    settleWindow(treasurer, { windowNo: window, carryForwardUnpaid: givingUp, ...keyed() }),
  NOTICE: ({ town }, { by, days }) =>
    giveExitNotice(town.member(by).context, { reason: 'We move away', redemptionDays: days }),
  STATE_EXIT: ({ town }, { of }) =>
    estimateExit(town.adminContext, { memberId: town.member(of).id, ...keyed() }),
  SECURE: async ({ town }, { of }, { secure = { deposit: 0n, guarantee: 0n } }) => {
    const security = (kind: 'DEPOSIT' | 'GUARANTEE', amount: bigint) =>
      recordExitGuarantee(town.adminContext, {
        ...{ memberId: town.member(of).id, kind, amount: micros(amount), reference: 'No. 7' },
        ...keyed(),
      })
    await security('DEPOSIT', secure.deposit)
    await security('GUARANTEE', secure.guarantee)
  },
  LEAVE: ({ town }, { who }) => closeMember(town.adminContext, { memberId: town.member(who).id }),
}

/** Does what the diary says, through the verbs that people use. */
export async function act(quarter: Quarter, deed: Deed, amounts: Amounts = {}): Promise<void> {
  // Each deed finds the act of its own kind, which the compiler cannot tell of a union.
  const does = ACTS[deed.deed] as Act<Deed['deed']>
  await does(quarter, deed as never, amounts)
}

/** A statement as it is stored. */
export const storedStatement = ({ town }: Quarter, windowNo: number, of: Handle) =>
  town.store.prisma.statement.findUniqueOrThrow({
    where: {
      coalitionId_windowNo_memberId: { coalitionId: town.id, windowNo, memberId: town.member(of).id },
    },
  })

function found<Key, Value>(things: ReadonlyMap<Key, Value>, key: Key): Value {
  const thing = things.get(key)
  if (thing === undefined) throw new Error(`The diary names ${String(key)} before it is there`)
  return thing
}
