import { InvalidInputError, moneyTransfers, NotFoundError, PaymentReversedAlreadyError } from '@artel/ledger'
import { localDate, localDateOf, paymentLine } from '@artel/rules'
import {
  addPaymentReversal,
  type BankProof,
  coalitionNow,
  newId,
  paymentOnLeg,
  postMoney,
  reopenUnpaid,
  type TransactionClient,
  takePaidBack,
} from '@artel/store'
import type { SettlementWindow } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { checkByRules } from '../input/check-by-rules.ts'
import { checkId, checkText } from '../input/text.ts'
import { affiliateParty } from '../posting/outbox.ts'
import { requestHash } from '../posting/request-hash.ts'
import { forgetCreditStanding } from '../purchase/credit-standing.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { announce } from './announce.ts'
import type { PaymentWithReversal } from './leg-status.ts'
import type { LegWithPayments } from './record-payment.ts'
import { settlementKey, settleOnce } from './settle.ts'
import { requireSettler } from './settler.ts'
import { findWindow } from './window.ts'

export interface ReversePaymentInput {
  readonly paymentId: string
  /** Why, at most 500 characters: recorded wrongly, or what the bank said. */
  readonly reason: string
  /** ISO date on which the money went back, not before it was paid; today when left out. */
  readonly takenBackOn?: string | null
  readonly idempotencyKey: string
}

export interface ReversedPayment {
  /** With what took it back. */
  readonly payment: PaymentWithReversal
  readonly leg: LegWithPayments
  /** APPROVED again when it was SETTLED and waits for the payment now. */
  readonly window: SettlementWindow
  readonly replayed: boolean
}

const MAX_REASON_LENGTH = 500

/**
 * Takes back a payment that was recorded wrongly, or whose money went back: an entry in the open window undoes its own, the
 * leg is open again by as much, and a SETTLED window that misses it is APPROVED again. Scope `settlement:propose`. Throws
 * PaymentReversedAlreadyError, NotFoundError, InvalidInputError, IdempotencyKeyMismatchError.
 */
export async function reversePayment(context: Context, input: ReversePaymentInput): Promise<ReversedPayment> {
  const { coalitionId, keyId } = requireSettler(context.principal, 'settlement:propose')
  const { store } = context
  const paymentId = checkId('payment', input.paymentId, ['paymentId'])
  const reason = checkText(['reason'], input.reason, MAX_REASON_LENGTH)
  const [{ coalition }, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  const takenBackOn = input.takenBackOn ?? localDateOf(now, coalition.timeZone)
  checkByRules([], () => localDate(takenBackOn, ['takenBackOn']))
  const key = settlementKey(coalitionId, 'paymentReverse', input)
  const { ref, replayed } = await settleOnce(store, coalitionId, key, async (client) => {
    const reversal = { paymentId, reason, takenBackOn, bank: null, reversedById: keyId, now }
    const reversed = await bookReversal(client, coalitionId, reversal)
    await recordActIn(context, client, {
      ...{ act: 'paymentReverse', coalitionId, subject: { type: 'payment', id: paymentId } },
      details: { takenBackOn },
    })
    return reversed
  })
  const { leg, ...payment } = await store.prisma.payment.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id: ref } },
    include: { reversal: true, leg: { include: { payments: { include: { reversal: true } } } } },
  })
  for (const memberId of [leg.payerId, leg.payeeId]) forgetCreditStanding(store, { coalitionId, memberId })
  return { payment, leg, window: await findWindow(store, coalitionId, leg.windowNo), replayed }
}

/** What a payment is taken back by. */
export interface NewReversal {
  readonly paymentId: string
  readonly reason: string
  readonly takenBackOn: string
  /** The line of an imported bank statement that says so; null when somebody does. */
  readonly bank: BankProof | null
  readonly reversedById: string
  readonly now: Date
}

/** Writes a reversal and books it, within the caller's transaction; the payment's id. */
export async function bookReversal(
  client: TransactionClient,
  coalitionId: string,
  reversal: NewReversal,
): Promise<string> {
  const { paymentId, takenBackOn, bank, reason, reversedById, now } = reversal
  const payment = await paymentOnLeg(client, { coalitionId, paymentId })
  if (!payment) throw new NotFoundError({ what: 'payment' }, { path: ['paymentId'] })
  if (payment.isReversed) throw new PaymentReversedAlreadyError()
  const { payerId, payeeId, affiliateId, amount, windowNo, paidOn } = payment
  if (takenBackOn < paidOn)
    throw new InvalidInputError({
      path: ['takenBackOn'],
      problem: `Must not be before it was paid: ${paidOn}.`,
    })
  const payee = affiliateId === null ? payeeId : affiliateParty(affiliateId)
  const payload = { paymentId, payerId, payeeId: payee, amountMinor: String(amount), windowNo }
  const { entryId } = await postMoney(client, coalitionId, {
    key: {
      ...{ scopeId: coalitionId, operation: 'paymentReverse', key: paymentId },
      requestHash: requestHash({ paymentId }),
    },
    documentId: paymentId,
    kind: 'PAYMENT_REVERSAL',
    memberId: payerId !== coalitionId ? payerId : affiliateId === null ? payeeId : null,
    transfers: moneyTransfers([
      paymentLine({ payerId: payeeId, payeeId: payerId, amount }, { coalitionId, affiliateId }),
    ]),
    outbox: [{ id: newId(), kind: 'payment.reversed', subjectId: paymentId, payload }],
  })
  await addPaymentReversal(client, {
    ...{ coalitionId, paymentId, entryId, bank, reason, takenBackOn, reversedAt: now, reversedById },
  })
  if (await reopenUnpaid(client, { coalitionId, windowNo }))
    await announce(client, coalitionId, {
      ...{ kind: 'window.reopened', subjectId: coalitionId },
      payload: { windowNo, paymentId },
    })
  await takePaidBack(client, { coalitionId, payeeId, windowNo, at: now })
  return paymentId
}
