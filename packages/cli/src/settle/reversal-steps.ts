import {
  decodePublicId,
  encodePublicId,
  type PaymentWithReversal,
  paidOf,
  reversePayment,
} from '@artel/use-cases'
import { CliError } from '../cli-error.ts'
import { textTable } from '../text-table.ts'
import { actingMember } from './acting-as.ts'
import { legsOf } from './find-settled.ts'
import { legNamed } from './payment-steps.ts'
import { keyOf, needed, type SettleStep, type Settling, windowOf } from './settling.ts'
import { left, moneyText, right } from './show.ts'
import { legData, paymentData, windowData } from './shown-data.ts'

/** What is recorded as paid for a window, also what was taken back. */
export const payments: SettleStep = async (settling) => {
  const { words } = settling
  const windowNo = windowOf(settling)
  const memberId = actingMember(settling.context)
  const legs = (await legsOf(settling, windowNo)).filter(
    ({ payerId, payeeId }) => memberId === undefined || memberId === payerId || memberId === payeeId,
  )
  const made = legs.flatMap((leg) => leg.payments.map((payment) => ({ leg, payment })))
  const { columns } = words
  const rows = made.map(({ leg, payment }) => [
    encodePublicId('payment', payment.id),
    leg.reference,
    dayText(settling, payment.paidOn),
    moneyText(settling, payment.amountMinor),
    words.source[payment.source] ?? payment.source,
    payment.reversal ? dayText(settling, payment.reversal.takenBackOn) : '',
    payment.reversal?.reason ?? payment.note,
  ])
  const heads = [
    ...[left(columns.payment), left(columns.reference), left(columns.date), right(columns.amount)],
    ...[left(columns.source), left(columns.takenBackOn), left(columns.purpose)],
  ]
  const sum = legs.reduce((all, leg) => all + paidOf(leg), 0n)
  return {
    text:
      made.length === 0
        ? `${words.noPayments(windowNo)}\n`
        : textTable(heads, rows, ['', words.total, '', moneyText(settling, sum), '', '', '']),
    data: {
      windowNo,
      payments: made.map(({ leg, payment }) => ({ ...paymentData(payment), reference: leg.reference })),
    },
  }
}

/** Takes back a payment that was recorded wrongly, or whose money went back. */
export const reverse: SettleStep = async (settling) => {
  const { context, coalition, words, options } = settling
  const { payment, leg, window, replayed } = await reversePayment(context, {
    paymentId: await paymentNamed(settling),
    reason: needed('--reason', options.reason),
    takenBackOn: options.on ?? null,
    ...keyOf(settling),
  })
  const amount = `${moneyText(settling, payment.amountMinor)} ${coalition.currency}`
  const stands = words.done(window.windowNo, words.status[window.status] ?? window.status)
  return {
    text: `${words.takenBack(amount, leg.reference, stands)}\n`,
    data: {
      ...{ payment: paymentData(payment), leg: legData(leg), window: windowData(window), replayed },
    },
  }
}

/** A payment by its id, or by the reference of a leg of which one payment counts; its raw id. Fails with a line. */
async function paymentNamed(settling: Settling): Promise<string> {
  const named = needed('--payment', settling.options.payment)
  const id = decodePublicId('payment', named)
  if (id !== undefined) return id
  const leg = await legNamed(settling)
  const made = (await legsOf(settling, leg.windowNo)).find((one) => one.id === leg.id)?.payments ?? []
  const [one, other] = made.filter(({ reversal }: PaymentWithReversal) => reversal === null)
  if (one && !other) return one.id
  const command = `settle payments --window ${leg.windowNo}`
  throw new CliError(
    `"${named}" has ${one ? 'several payments' : 'no payment'} that count. Name one by its id: ${command}.`,
    {
      ru: `По «${named}» ${one ? 'несколько оплат' : 'оплат нет'}. Назовите оплату по номеру: ${command}.`,
    },
  )
}

const dayText = ({ words }: Settling, day: Date): string =>
  day.toLocaleDateString(words.locale, { timeZone: 'UTC' })
