import { RefusalError } from '@artel/sdk'
import { estimateMinor } from './orders.js'
import { totalMinor, worksOf } from './price-list.js'

/**
 * Keeps a hold on the order after asking the API what it really is: the browser names an id, the API says whose it is,
 * for which order, bill and member, and whether it is open. False when any of these is not this order's.
 */
export async function attachHold({ artel, orders, configuration }, order, holdId) {
  const hold = await artel.holds.get(holdId)
  const isOurs =
    hold &&
    hold.status === 'OPEN' &&
    hold.orderRef === order.id &&
    hold.customer.id === order.customerId &&
    hold.member.id === configuration.memberId &&
    BigInt(hold.bill.amountMinor) === estimateMinor(order)
  if (!isOurs || order.status === 'FINISHED' || order.status === 'CANCELLED') return false
  orders.save(order, { hold: await keptHold(artel, hold) })
  return true
}

/** What an order keeps of a hold, with what is left to pay in money of its bill. */
export async function keptHold(artel, { id, points, bill, customer, expiresAt }) {
  const { faceValue } = await artel.purchases.quote({ customer: { id: customer.id }, total: bill }).unwrap()
  const leftMinor = BigInt(bill.amountMinor) - BigInt(points) * BigInt(faceValue.amountMinor)
  return { id, points: String(points), expiresAt, leftMinor: String(leftMinor) }
}

/** The car goes up. */
export function startOrder({ orders }, order) {
  if (order.status === 'OPEN') orders.save(order, { status: 'IN_WORK' })
}

/** Gives the held points back and closes the order. Cancelling twice changes nothing. */
export async function cancelOrder({ artel, orders }, order) {
  if (order.status !== 'OPEN' && order.status !== 'IN_WORK') return {}
  const { refusal } = order.hold
    ? await settle(artel.holds.void({ holdId: order.hold.id, idempotencyKey: `cancel-${order.id}` }))
    : {}
  // A hold that has run out has given its points back by itself; one that was captured is a paid job.
  if (refusal && refusal.holdStatus !== 'EXPIRED' && refusal.holdStatus !== 'VOIDED') return { refusal }
  orders.save(order, { status: 'CANCELLED' })
  return {}
}

/**
 * Ends the job with the works that were really done, at the price list's prices, and takes the held points (or as many
 * as the final bill may take). The works are written down first and the idempotency key comes from the order, so a
 * double click, a lost answer or a restart in between is one purchase.
 */
export async function finishOrder({ artel, orders }, order, doneRefs, lang) {
  if (order.status === 'FINISHED') return {}
  if (order.status !== 'IN_WORK' || (!order.finalWorks && doneRefs.length === 0)) {
    return { refusal: { code: 'NOTHING_DONE' } }
  }
  const frozen = order.finalWorks ? order : orders.save(order, { finalWorks: doneRefs, receiptLang: lang })
  const { payload, refusal } = await settle(
    frozen.hold
      ? artel.holds.capture({
          holdId: frozen.hold.id,
          ...billOf(frozen),
          idempotencyKey: `capture-${frozen.id}-${frozen.hold.id}`,
        })
      : artel.purchases.record({
          customer: { id: frozen.customerId },
          ...billOf(frozen),
          idempotencyKey: `record-${frozen.id}`,
        }),
  )
  if (refusal) {
    // A hold that ran out is let go, so that the next try is for money alone.
    if (refusal.code === 'HOLD_NOT_OPEN') orders.save(frozen, { hold: undefined })
    return { refusal }
  }
  orders.save(frozen, { status: 'FINISHED', receipt: receiptOf(payload, frozen.hold) })
  return {}
}

/** The order with what was given back of its receipt, whoever gave it back. */
export async function withReturns({ artel, orders }, order) {
  if (!order.receipt) return order
  const purchase = await artel.purchases.get({ id: order.receipt.purchaseId })
  const returns = (purchase?.refunds ?? []).map((refund) => ({
    at: refund.recordedAt,
    moneyPartMinor: String(refund.moneyPart.amountMinor),
    pointsReturned: String(refund.pointsReturned),
    pointsTakenBack: String(
      BigInt(refund.pointsRecovered) + BigInt(refund.pointsToDebt) + BigInt(refund.pointsClaimed),
    ),
  }))
  return returns.length === (order.returns?.length ?? 0) ? order : orders.save(order, { returns })
}

/** Waits for a call of the SDK: its payload, or the refusal as a value. Anything else is a fault and stays thrown. */
async function settle(result) {
  try {
    return { payload: await result.unwrap() }
  } catch (error) {
    if (error instanceof RefusalError) return { refusal: error }
    throw error
  }
}

function billOf(order) {
  return {
    receiptRef: order.id,
    total: rubles(totalMinor(order.finalWorks)),
    lines: worksOf(order.finalWorks).map((work) => ({
      ref: work.ref,
      title: work[order.receiptLang],
      total: rubles(work.priceMinor),
      sku: work.ref,
      category: work.category,
    })),
  }
}

const rubles = (amountMinor) => ({ amountMinor: String(amountMinor), currency: 'RUB' })

function receiptOf({ purchase, balanceAfter }, hold) {
  return {
    at: purchase.recordedAt,
    purchaseId: purchase.id,
    totalMinor: String(purchase.total.amountMinor),
    moneyPartMinor: String(purchase.moneyPart.amountMinor),
    pointsRedeemed: String(purchase.pointsRedeemed),
    pointsEarned: String(purchase.pointsEarned),
    pointsReleased: String(BigInt(hold?.points ?? 0) - BigInt(purchase.pointsRedeemed)),
    balanceAfter: String(balanceAfter),
  }
}
