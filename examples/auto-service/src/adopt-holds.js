import { keptHold } from './repair.js'

/**
 * Takes up repairs that this site has not seen: points may be set aside at the counter, by another till on the same key.
 * The API knows every open hold of the customer here; those without an order get one, with the bill as its estimate and
 * no works, which the workshop fills in.
 */
export async function adoptHolds({ artel, orders }, customer) {
  const holds = await artel.holds.listOpen({ id: customer.id })
  for (const hold of holds.filter(({ orderRef }) => !orders.find(orderRef))) {
    orders.save({
      id: hold.orderRef,
      customerId: customer.id,
      customerName: customer.name,
      plate: '',
      works: [],
      estimateMinor: String(hold.bill.amountMinor),
      status: 'IN_WORK',
      openedAt: hold.createdAt,
      hold: await keptHold(artel, hold),
    })
  }
}
