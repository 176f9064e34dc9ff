import { RefusalError } from '@artel/sdk'
import { categoryOf } from './catalogue.js'

/**
 * Pays an order: captures the points that the customer has set aside for it, or records the purchase without points.
 * Keys come from the order, so a double click or a lost answer is one purchase.
 */
export async function placeOrder({ artel, orders, configuration }, order, holdId) {
  if (order.status !== 'OPEN') return { order }
  const hold = holdId && (await ownHold(artel, order, holdId, configuration.memberId))
  if (holdId && !hold) return { refusal: { code: 'FOREIGN_HOLD' } }
  const { payload, refusal } = await settle(
    hold
      ? artel.holds.capture({ holdId, ...billOf(order), idempotencyKey: `capture-${order.id}-${holdId}` })
      : artel.purchases.record({
          customer: { id: order.customerId },
          ...billOf(order),
          idempotencyKey: `record-${order.id}`,
        }),
  )
  if (refusal) return { refusal }
  const { purchase, balanceAfter } = payload
  const receipt = {
    purchaseId: purchase.id,
    moneyPartMinor: String(purchase.moneyPart.amountMinor),
    pointsRedeemed: String(purchase.pointsRedeemed),
    pointsEarned: String(purchase.pointsEarned),
    balanceAfter: String(balanceAfter),
  }
  return { order: orders.save(order, { status: 'PAID', holdId, receipt }) }
}

/** Lets an unpaid order go and gives the points set aside for it back. */
export async function cancelOrder({ artel, orders, configuration }, order, holdId) {
  if (order.status !== 'OPEN') return { order }
  const hold = holdId && (await ownHold(artel, order, holdId, configuration.memberId))
  const { refusal } = hold
    ? await settle(artel.holds.void({ holdId, idempotencyKey: `cancel-${order.id}` }))
    : {}
  // A hold that has run out has given its points back by itself; one that was captured is a paid order.
  if (refusal && refusal.holdStatus !== 'EXPIRED' && refusal.holdStatus !== 'VOIDED') return { refusal }
  return { order: orders.save(order, { status: 'CANCELLED' }) }
}

/** Takes one line of a paid order back: money returns as money, points as points, and what the line earned is undone. */
export async function refundLine({ artel, orders }, order, sku) {
  const line = order.lines.find((candidate) => candidate.sku === sku)
  if (order.status !== 'PAID' || !line) return { refusal: { code: 'NOT_FOUND' } }
  if (order.refunds?.some((refund) => refund.sku === sku)) return { order }
  const { payload, refusal } = await settle(
    artel.purchases.refund({
      purchase: { id: order.receipt.purchaseId },
      lines: [{ ref: sku }],
      reason: 'returned by the customer',
      idempotencyKey: `refund-${order.id}-${sku}`,
    }),
  )
  if (refusal) return { refusal }
  const { refund, balanceAfter } = payload
  const kept = {
    sku,
    amountMinor: String(refund.amount.amountMinor),
    moneyPartMinor: String(refund.moneyPart.amountMinor),
    pointsReturned: String(refund.pointsReturned),
    pointsRecovered: String(refund.pointsRecovered),
    balanceAfter: String(balanceAfter),
  }
  // Meanwhile another return of the order may have been answered, this very one included.
  const current = orders.find(order.id)
  if (current.refunds?.some((known) => known.sku === sku)) return { order: current }
  return { order: orders.save(current, { refunds: [...(current.refunds ?? []), kept] }) }
}

/** The browser names a hold; the API says whether it was made here, by this customer, for this order and bill. */
async function ownHold(artel, order, holdId, memberId) {
  const hold = await artel.holds.get(holdId)
  const isOwn =
    hold &&
    hold.orderRef === order.id &&
    hold.customer.id === order.customerId &&
    hold.member.id === memberId &&
    String(hold.bill.amountMinor) === order.totalMinor
  return isOwn ? hold : undefined
}

function billOf(order) {
  return {
    receiptRef: order.id,
    total: rubles(order.totalMinor),
    lines: order.lines.map(({ sku, title, quantity, totalMinor }) => ({
      ref: sku,
      title: quantity === 1 ? title : `${title} × ${quantity}`,
      total: rubles(totalMinor),
      sku,
      category: categoryOf(sku),
      quantity: String(quantity),
    })),
  }
}

const rubles = (amountMinor) => ({ amountMinor, currency: 'RUB' })

/** Waits for a call of the SDK: its payload, or the refusal as a value. Anything else is a fault and stays thrown. */
async function settle(result) {
  try {
    return { payload: await result.unwrap() }
  } catch (error) {
    if (error instanceof RefusalError) return { refusal: error }
    throw error
  }
}
