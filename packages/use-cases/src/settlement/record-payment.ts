import {
  InvalidInputError,
  type Minor,
  minor,
  moneyTransfers,
  NotFoundError,
  PaymentLegClosedError,
  PaymentRecordedAlreadyError,
} from '@artel/ledger'
import { localDate, paymentLine } from '@artel/rules'
import {
  addPayment,
  type BankProof,
  coalitionNow,
  equalPayment,
  newId,
  paymentLegParties,
  postMoney,
  type TransactionClient,
} from '@artel/store'
import type { PaymentLeg } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkByRules } from '../input/check-by-rules.ts'
import { MAX_BILL_MINOR } from '../input/money.ts'
import { checkId, checkLongText } from '../input/text.ts'
import { affiliateParty } from '../posting/outbox.ts'
import { requestHash } from '../posting/request-hash.ts'
import type { PaymentWithReversal } from './leg-status.ts'
import { settlementKey, settleOnce } from './settle.ts'
import { requireSettler } from './settler.ts'

export interface RecordPaymentInput {
  readonly legId: string
  /** Minor units. More than the leg has open is recorded too: it counts for the member in the next window. */
  readonly amountMinor: Minor
  /** ISO date on which the money moved. */
  readonly paidOn: string
  /** At most 500 characters. */
  readonly note?: string | null
  /** It is another payment than one of the same leg, amount and day that is on record. */
  readonly isAnother?: boolean | null
  readonly idempotencyKey: string
}

export type LegWithPayments = PaymentLeg & { readonly payments: readonly PaymentWithReversal[] }

export interface RecordedPayment {
  readonly payment: PaymentWithReversal
  readonly leg: LegWithPayments
  readonly replayed: boolean
}

const MAX_NOTE_LENGTH = 500

/**
 * Records money that was paid outside, in full, in part or in excess, and books it in the open window. Scope
 * `settlement:propose`. Throws PaymentLegClosedError for a leg that became a receivable, PaymentRecordedAlreadyError where
 * an equal payment stands, NotFoundError, InvalidInputError, IdempotencyKeyMismatchError.
 */
export async function recordPayment(context: Context, input: RecordPaymentInput): Promise<RecordedPayment> {
  const { coalitionId, keyId } = requireSettler(context.principal, 'settlement:propose')
  const { store } = context
  const draft = {
    legId: checkId('paymentLeg', input.legId, ['legId']),
    amount: checkAmount(input.amountMinor),
    paidOn: checkPaidOn(input.paidOn),
    note: checkLongText(['note'], input.note ?? '', MAX_NOTE_LENGTH),
    bank: null,
    recordedById: keyId,
    now: await coalitionNow(store, coalitionId),
  }
  const key = settlementKey(coalitionId, 'paymentRecord', input)
  const { ref, replayed } = await settleOnce(store, coalitionId, key, async (client) => {
    const equal = input.isAnother ? undefined : await equalPayment(client, { coalitionId, ...draft })
    if (equal !== undefined) throw new PaymentRecordedAlreadyError({ paymentId: equal })
    const id = await bookPayment(client, coalitionId, draft)
    const { legId, amount, paidOn } = draft
    await recordActIn(context, client, {
      ...{ act: 'paymentRecord', coalitionId, subject: { type: 'payment', id } },
      details: { leg: encodePublicId('paymentLeg', legId), amountMinor: amount, paidOn },
    })
    return id
  })
  const { leg, ...payment } = await store.prisma.payment.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id: ref } },
    include: { reversal: true, leg: { include: { payments: { include: { reversal: true } } } } },
  })
  return { payment, leg, replayed }
}

/** A payment to be written down. */
export interface NewPayment {
  readonly legId: string
  readonly amount: Minor
  readonly paidOn: string
  readonly note: string
  /** The line of an imported bank statement that proves it; null when somebody says so. */
  readonly bank: BankProof | null
  readonly recordedById: string
  readonly now: Date
}

/** Writes a payment and books it, within the caller's transaction; its id. */
export async function bookPayment(
  client: TransactionClient,
  coalitionId: string,
  payment: NewPayment,
): Promise<string> {
  const { legId, amount } = payment
  const leg = await paymentLegParties(client, { coalitionId, legId })
  if (!leg) throw new NotFoundError({ what: 'paymentLeg' }, { path: ['legId'] })
  if (leg.receivableAt !== null) throw new PaymentLegClosedError()
  const id = newId()
  const { payerId, payeeId, affiliateId } = leg
  const payee = affiliateId === null ? payeeId : affiliateParty(affiliateId)
  const payload = { paymentId: id, legId, payerId, payeeId: payee, amountMinor: String(amount) }
  const { entryId } = await postMoney(client, coalitionId, {
    key: { scopeId: coalitionId, operation: 'paymentRecord', key: id, requestHash: requestHash({ id }) },
    documentId: id,
    kind: 'PAYMENT',
    memberId: payerId !== coalitionId ? payerId : affiliateId === null ? payeeId : null,
    transfers: moneyTransfers([paymentLine({ payerId, payeeId, amount }, { coalitionId, affiliateId })]),
    outbox: [{ id: newId(), kind: 'payment.recorded', subjectId: id, payload }],
  })
  await addPayment(client, { ...payment, coalitionId, id, entryId, recordedAt: payment.now })
  return id
}

function checkAmount(amount: Minor): Minor {
  if (amount <= 0n || amount > MAX_BILL_MINOR)
    throw new InvalidInputError({
      path: ['amountMinor'],
      problem: 'Must be 1 or more, and money that exists.',
    })
  return minor(amount)
}

function checkPaidOn(text: string): string {
  checkByRules([], () => localDate(text, ['paidOn']))
  return text
}
