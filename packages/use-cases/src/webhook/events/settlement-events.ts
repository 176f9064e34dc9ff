import type { EventEntry } from './event-entry.ts'
import { fact } from './event-field.ts'

const windowNo = fact.count('Number of the settlement window.', 12)
const member = fact.id('member', 'The member.')
const ofMember = { topic: 'settlement', audience: ['memberId'] } as const
const ofParties = { topic: 'settlement', audience: ['payerId', 'payeeId'], subject: 'payment' } as const
const ofAll = { topic: 'settlement', audience: 'EVERYBODY' } as const
const ofAdministrators = { topic: 'settlement', audience: 'ADMINISTRATORS' } as const
const payment = {
  paymentId: fact.id('payment', 'The payment.'),
  payerId: fact.party('Who paid: a member, or the coalition.'),
  payeeId: fact.party('Who was paid: a member, an affiliate, or the coalition.'),
  amountMinor: fact.minor('Paid.'),
}

/** Windows, statements, plans and payments. */
export const settlementEvents = {
  'business_days.set': {
    says: 'The business days of a year were set.',
    ...{ topic: 'affairs', audience: 'EVERYBODY', subject: 'coalition' },
    data: {
      year: fact.count('The year.', 2026),
      days: fact.days('Days that are other than the week says, each `{ day, kind }`.'),
    },
  },
  'bank_details.changed': {
    says: 'The bank details of a party were set or changed: where it is paid from the next plan on.',
    ...{ topic: 'settlement', audience: ['ownerId'] },
    data: { ownerId: fact.party('Whose they are: a member, an affiliate, or the coalition.') },
  },
  'window.closed': {
    says: 'A settlement window ended.',
    ...ofAll,
    data: { windowNo, cutOff: fact.instant('The instant at which it ended.') },
  },
  'statements.made': {
    says: 'The statements of a window are there to be accepted.',
    ...ofAll,
    data: { windowNo },
  },
  'statement.accepted': {
    says: 'A member accepted its statement.',
    ...{ ...ofMember, subject: 'statement', data: { memberId: member, windowNo } },
  },
  'dispute.opened': {
    says: 'A member disputes a line of its statement.',
    ...{ ...ofMember, subject: 'dispute' },
    data: {
      disputeId: fact.id('dispute', 'The dispute.'),
      memberId: fact.id('member', 'The member that disputes.'),
      windowNo,
      amountMicros: fact.micros('What the line moved.'),
    },
  },
  'dispute.resolved': {
    says: 'A dispute was decided.',
    ...{ ...ofMember, subject: 'dispute' },
    data: {
      disputeId: fact.id('dispute', 'The dispute.'),
      memberId: fact.id('member', 'The member that disputed.'),
      outcome: fact.text('UPHELD or REJECTED.', 'UPHELD'),
      amountMicros: fact.micros('Booked back.'),
    },
  },
  'plan.proposed': {
    says: 'A plan of payments waits for a second person.',
    ...{ ...ofAdministrators, subject: 'plan' },
    data: {
      planId: fact.id('plan', 'The plan.'),
      windowNo,
      planNo: fact.count('Number of the plan in its window.', 1),
      hash: fact.text('What is approved.', '9f2c0d6a'),
    },
  },
  'plan.approved': {
    says: 'A plan of payments was approved: its payments are due.',
    ...{ ...ofAdministrators, subject: 'plan' },
    data: { planId: fact.id('plan', 'The plan.'), windowNo, dueOn: fact.day('Until when it is to be paid.') },
  },
  'payment.recorded': { says: 'A payment of a plan was recorded.', ...ofParties, data: payment },
  'payment.reversed': { says: 'A payment was taken back.', ...ofParties, data: { ...payment, windowNo } },
  'window.settled': { says: 'A window is settled.', ...ofAdministrators, data: { windowNo } },
  'window.reopened': {
    says: 'A settled window waits for a payment again, since one was taken back.',
    ...ofAdministrators,
    data: { windowNo, paymentId: payment.paymentId },
  },
  'receivable.written_off': {
    says: "What a member owes was given up at the coalition's loss.",
    ...{ ...ofMember, subject: 'member' },
    data: { memberId: member, amountMicros: fact.micros('Given up.') },
  },
} as const satisfies Readonly<Record<string, EventEntry>>
