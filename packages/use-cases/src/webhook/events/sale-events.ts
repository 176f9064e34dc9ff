import type { EventEntry } from './event-entry.ts'
import { fact } from './event-field.ts'

const ofMember = ['memberId']
const member = fact.id('member', 'The member that sold.')
const customer = fact.id('customer', 'The customer.')
const acting = {
  personId: { ...fact.id('person', 'Who did it, where somebody was signed in.'), optional: true },
  tillId: { ...fact.id('till', 'At which till, where a PIN was given.'), optional: true },
} as const
const sale = {
  purchaseId: fact.id('purchase', 'The purchase.'),
  memberId: member,
  customerId: customer,
  receiptRef: fact.text("The member's own number of the receipt.", 'A-1042'),
  totalMinor: fact.minor('The whole bill.'),
  discountMinor: { ...fact.minor('What rules took off it, where they did.'), optional: true as const },
  pointsRedeemed: fact.points('Paid by points.'),
  pointsEarned: fact.points('Earned on the money part.', '49'),
  ...acting,
}
const hold = {
  holdId: fact.id('hold', 'The hold.'),
  memberId: fact.id('member', 'The member at which the points are held.'),
  customerId: customer,
  points: fact.points('Held.'),
}

/** Sales, refunds and holds. */
export const saleEvents = {
  'purchase.recorded': {
    says: 'A sale was recorded, with the points that it took and gave.',
    ...{ topic: 'sales', audience: ofMember, subject: 'purchase', data: sale },
  },
  'purchase.refunded': {
    says: 'A purchase was taken back, in whole or in part.',
    ...{ topic: 'sales', audience: ofMember, subject: 'refund' },
    data: {
      refundId: fact.id('refund', 'The refund.'),
      purchaseId: fact.id('purchase', 'The purchase that was taken back.'),
      memberId: member,
      customerId: customer,
      amountMinor: fact.minor('Taken back of the bill.', '40000'),
      pointsReturned: fact.points('Given back to the customer.', '12'),
      pointsRecovered: fact.points('Taken back from the customer.', '20'),
      ...acting,
    },
  },
  'sale.approval_requested': {
    says: "A sale waits for the coalition's approval.",
    ...{ topic: 'sales', audience: ofMember },
    data: { memberId: member, receiptRef: sale.receiptRef },
  },
  'sale.approved': {
    says: 'A sale that waited was approved: it may be sent again.',
    ...{ topic: 'sales', audience: ofMember },
    data: {
      memberId: member,
      receiptRef: sale.receiptRef,
      ground: fact.text('What was approved: LATE or CREDIT.', 'LATE'),
    },
  },
  'hold.created': {
    says: "A customer's points were set aside.",
    ...{ topic: 'holds', audience: ofMember, subject: 'hold' },
    data: { ...hold, orderRef: fact.text("The member's own number of the order.", 'order-7'), ...acting },
  },
  'hold.captured': {
    says: 'A hold became a purchase; `purchase.recorded` tells of that too.',
    ...{ topic: 'holds', audience: ofMember, subject: 'hold', data: { holdId: hold.holdId, ...sale } },
  },
  'hold.voided': {
    says: 'A hold was released by the member.',
    ...{ topic: 'holds', audience: ofMember, subject: 'hold', data: hold },
  },
  'hold.expired': {
    says: 'A hold was released by its time-out.',
    ...{ topic: 'holds', audience: ofMember, subject: 'hold', data: hold },
  },
} as const satisfies Readonly<Record<string, EventEntry>>
