import type { EventEntry } from './event-entry.ts'
import { fact } from './event-field.ts'

const own = { memberId: fact.id('member', 'The member.') }
const ofMember = { topic: 'affairs', audience: ['memberId'], subject: 'member' } as const
const terms = { termsId: fact.id('terms', 'The version of the terms.') }
const ofTerms = { topic: 'affairs', audience: 'OF_TERMS', subject: 'terms' } as const

/** Members, their terms, and the coalition itself. */
export const memberEvents = {
  'member.admitted': { says: 'A member was admitted.', ...ofMember, data: own },
  'member.suspended': { says: 'An administrator stopped a member.', ...ofMember, data: own },
  'member.reinstated': { says: 'A member that was stopped may go on.', ...ofMember, data: own },
  'member.closed': { says: 'A member has left for good.', ...ofMember, data: own },
  'member.exiting': {
    says: 'A member gave notice: it issues no points any more.',
    ...ofMember,
    data: { ...own, redemptionEndsAt: fact.instant('Until when it takes points.') },
  },
  'member.exit_withdrawn': {
    says: 'A notice was taken back.',
    ...ofMember,
    data: { ...own, status: fact.text('Status of the member again.', 'ACTIVE') },
  },
  'member.exit_guaranteed': {
    says: 'What stands behind the points of a member that leaves was recorded.',
    ...ofMember,
    topic: 'settlement',
    data: {
      ...own,
      kind: fact.text('DEPOSIT or GUARANTEE.', 'GUARANTEE'),
      amount: fact.micros('Of the deposit or guarantee.'),
    },
  },
  'member.exit_stated': {
    says: 'What the points of a member that leaves may still cost was stated.',
    ...ofMember,
    topic: 'settlement',
    data: {
      ...own,
      estimateNo: fact.text('Number of the estimate.', '1'),
      liability: fact.micros('What they may cost.'),
    },
  },
  'terms.proposed': {
    says: 'New terms were proposed: for all members, for a segment, or for one member alone, which then is told alone.',
    ...ofTerms,
    data: {
      ...terms,
      version: fact.text('Number of the version.', '2'),
      startsAt: fact.instant('When they come into force, once accepted.'),
    },
  },
  'terms.withdrawn': { says: 'Proposed terms were taken back.', ...ofTerms, data: terms },
  'terms.accepted': {
    says: 'A member accepted terms.',
    ...ofMember,
    subject: 'terms',
    data: { ...own, ...terms },
  },
  'terms.revalued': {
    says: 'What a changed worth of a point does to points that are out was written down.',
    ...{ topic: 'settlement', audience: 'ADMINISTRATORS', subject: 'terms', data: terms },
  },
  'coalition.winding_down': {
    says: 'The coalition winds down.',
    ...{ topic: 'affairs', audience: 'EVERYBODY', subject: 'coalition' },
    data: { endsAt: fact.instant('Until when points can be spent.') },
  },
  'audit.failed': {
    says: 'The nightly audit found the books broken. Run `artel verify`.',
    ...{ topic: 'affairs', audience: 'ADMINISTRATORS', subject: 'coalition' },
    data: {
      dueAt: fact.instant('The night that it was due.'),
      findings: fact.findings('What is broken, each `{ invariant, table, badRows }`.'),
    },
  },
  'webhook.paused': {
    says: 'An endpoint was paused: nobody answered for a day, or it answered 410. Its other endpoints are told.',
    ...{ topic: 'affairs', audience: ['memberId'], subject: 'webhookEndpoint' },
    data: {
      endpointId: fact.id('webhookEndpoint', 'The endpoint.'),
      memberId: {
        ...fact.id('member', 'Its member; left out for one of the administrators.'),
        optional: true,
      },
      pausedFor: fact.text('FAILING or GONE.', 'FAILING'),
    },
  },
  'webhook.test': {
    says: 'Somebody tries the endpoint out: `webhookTest`. Nothing happened.',
    ...{ topic: 'affairs', audience: 'EVERYBODY', subject: 'webhookEndpoint' },
    data: { endpointId: fact.id('webhookEndpoint', 'The endpoint.') },
  },
} as const satisfies Readonly<Record<string, EventEntry>>
