import type { EventEntry } from './event-entry.ts'
import { type EventField, fact } from './event-field.ts'

const customer = fact.id('customer', 'The customer.')
const payer: EventField = {
  ...fact.id('member', 'The member that pays; left out where the promo fund does.'),
  optional: true,
}
const adjustment = {
  adjustmentId: fact.id('adjustment', 'The adjustment.'),
  customerId: customer,
  memberId: payer,
  points: fact.points('Given; below 0 = taken back.', '-30'),
}

const purpose = fact.text(
  'PROGRAMME_RULES, PERSONAL_DATA, MARKETING_SMS, MARKETING_EMAIL, MARKETING_CALL or MARKETING_PUSH; new ones may come.',
  'MARKETING_SMS',
)
const saidAt: EventField = {
  ...fact.id('member', 'At which member; left out where an administrator wrote it down.'),
  optional: true,
}

const happenedAt = fact.instant('When the customer said it.')

/** Customers and what happens to their points without a sale. */
export const customerEvents = {
  'customer.enrolled': {
    says: 'A customer joined at a member.',
    ...{ topic: 'customers', audience: ['memberId'], subject: 'customer' },
    data: { customerId: customer, memberId: fact.id('member', 'The member that enrolled the customer.') },
  },
  'customer.merged': {
    says: 'Two customers turned out to be one; the first is closed.',
    ...{ topic: 'customers', audience: 'ADMINISTRATORS', subject: 'customer' },
    data: {
      customerId: fact.id('customer', 'The customer that is closed.'),
      intoCustomerId: fact.id('customer', 'The customer that has its points now.'),
      points: fact.points('Moved.'),
    },
  },
  'customer.erased': {
    says: "A customer's personal data was taken away for good. Every member is told: what it keeps of the customer by itself has to go too.",
    ...{ topic: 'customers', audience: 'EVERYBODY', subject: 'customer' },
    data: { customerId: customer },
  },
  'customer.household_joined': {
    says: "A customer joined another's household.",
    ...{ topic: 'customers', audience: 'ADMINISTRATORS', subject: 'customer' },
    data: { customerId: customer, withCustomerId: fact.id('customer', 'One of the household.') },
  },
  'customer.household_left': {
    says: 'A customer left a household.',
    ...{ topic: 'customers', audience: 'ADMINISTRATORS', subject: 'customer' },
    data: { customerId: customer },
  },
  'customer.frozen': {
    says: "A customer's points were frozen: nothing of them is spent, held or given.",
    ...{ topic: 'customers', audience: 'ADMINISTRATORS', subject: 'customer' },
    data: { customerId: customer },
  },
  'customer.unfrozen': {
    says: "A customer's points may be spent again.",
    ...{ topic: 'customers', audience: 'ADMINISTRATORS', subject: 'customer' },
    data: { customerId: customer },
  },
  'consent.given': {
    says: 'A customer agreed to something after it had enrolled.',
    ...{ topic: 'customers', audience: ['memberId'], subject: 'customer' },
    data: { customerId: customer, purpose, happenedAt, memberId: saidAt },
  },
  'consent.withdrawn': {
    says: 'A customer took a consent back. Every member is told, so that nobody goes on writing to the customer.',
    ...{ topic: 'customers', audience: 'EVERYBODY', subject: 'customer' },
    data: { customerId: customer, purpose, happenedAt },
  },
  'points.awarded': {
    says: 'Promo points were given. A member is told when it alone paid for them.',
    ...{ topic: 'promos', audience: 'SOLE_PAYER', subject: 'customer' },
    data: { customerId: customer, points: fact.points('Given in all.', '100') },
  },
  'points.taken_back': {
    says: 'A gift of a rule was taken back, as far as the customer still had it: the purchase that it was given for was undone. A member is told when it alone paid for what came back.',
    ...{ topic: 'promos', audience: 'SOLE_PAYER', subject: 'customer' },
    data: { customerId: customer, points: fact.points('Taken back in all.', '100') },
  },
  'adjustment.proposed': {
    says: 'An adjustment waits for a second person.',
    ...{ topic: 'adjustments', audience: ['memberId'], subject: 'adjustment', data: adjustment },
  },
  'points.adjusted': {
    says: 'An adjustment was booked.',
    ...{ topic: 'adjustments', audience: ['memberId'], subject: 'adjustment', data: adjustment },
  },
  'points.expired': {
    says: "A customer's points came to their end, of whatever issuers.",
    ...{ topic: 'customers', audience: 'ADMINISTRATORS', subject: 'customer' },
    data: { customerId: customer, points: fact.points('Forfeited.') },
  },
  'points.expiring': {
    says: "A customer's points end soon: told 30 and 7 days before, once a week of expiry.",
    ...{ topic: 'customers', audience: 'ADMINISTRATORS', subject: 'customer' },
    data: {
      customerId: customer,
      points: fact.points('That will end.'),
      horizonDays: fact.count('How long before it is told, days.', 30),
      expiresFrom: fact.instant('When the first of them end.'),
      expiresUntil: fact.instant('When the last of them end.'),
      byInactivity: fact.flag('Whether earning or spending saves them.'),
    },
  },
  'points.transferred': {
    says: 'Points were moved within a household.',
    ...{ topic: 'customers', audience: 'ADMINISTRATORS', subject: 'customer' },
    data: {
      fromCustomerId: fact.id('customer', 'Who gave them.'),
      toCustomerId: fact.id('customer', 'Who has them now.'),
      points: fact.points('Moved.'),
    },
  },
} as const satisfies Readonly<Record<string, EventEntry>>
