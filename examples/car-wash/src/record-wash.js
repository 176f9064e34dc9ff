import { programmes } from './programmes.js'

/**
 * Records a paid wash: the customer earns. The ticket names this one wash, so pressing the button twice, or again after
 * a lost answer, is one purchase. Throws the SDK's refusal.
 */
export async function recordWash(artel, { customerId, programme, ticket }) {
  const { priceMinor, title, category } = programmes[programme]
  const total = { amountMinor: String(priceMinor), currency: 'RUB' }
  const { purchase, balanceAfter } = await artel.purchases
    .record({
      customer: { id: customerId },
      receiptRef: `wash-${ticket}`,
      total,
      lines: [{ ref: programme, title, total, sku: programme, category }],
      idempotencyKey: `wash-${ticket}`,
    })
    .unwrap()
  return {
    priceMinor: String(priceMinor),
    pointsEarned: String(purchase.pointsEarned),
    balanceAfter: String(balanceAfter),
  }
}
