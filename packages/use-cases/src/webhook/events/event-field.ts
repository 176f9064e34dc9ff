import { encodePublicId, type PublicIdNoun } from '../../ids/public-id.ts'

/** How a fact of an event is written for the world. */
export interface EventField {
  /** `party` is a member, an affiliate or the coalition itself; `amount` a whole number in decimal digits, with its sign. */
  readonly kind:
    | 'id'
    | 'party'
    | 'amount'
    | 'count'
    | 'instant'
    | 'day'
    | 'text'
    | 'flag'
    | 'days'
    | 'findings'
  /** Whose id it is. */
  readonly noun?: PublicIdNoun
  /** What it says, with its unit. */
  readonly says: string
  /** As the example has it. */
  readonly example: unknown
  /** Some events of the kind lack it. */
  readonly optional?: true
}

/** One id for every noun of the examples: nobody's. */
const EXAMPLE_UUID = '01980a3e-5b7c-7d21-9c4f-2a6b8d0e1f35'
const EXAMPLE_INSTANT = '2026-03-14T09:26:53.000Z'

const id = (noun: PublicIdNoun, says: string): EventField => ({
  ...{ kind: 'id', noun, says },
  example: encodePublicId(noun, EXAMPLE_UUID),
})

/** The kinds of facts that an event can have. */
export const fact = {
  id,
  party: (says: string): EventField => ({ ...id('member', says), kind: 'party' }),
  points: (says: string, example = '30'): EventField => ({
    kind: 'amount',
    says: `${says} Points.`,
    example,
  }),
  minor: (says: string, example = '100000'): EventField => ({
    ...{ kind: 'amount', says: `${says} Minor units of money.`, example },
  }),
  micros: (says: string, example = '45000000'): EventField => ({
    ...{ kind: 'amount', says: `${says} Millionths of a unit of money.`, example },
  }),
  count: (says: string, example = 3): EventField => ({ kind: 'count', says, example }),
  instant: (says: string): EventField => ({ kind: 'instant', says, example: EXAMPLE_INSTANT }),
  day: (says: string): EventField => ({ kind: 'day', says, example: '2026-03-21' }),
  text: (says: string, example: string): EventField => ({ kind: 'text', says, example }),
  flag: (says: string): EventField => ({ kind: 'flag', says, example: false }),
  days: (says: string): EventField => ({
    ...{ kind: 'days', says, example: [{ day: '2026-05-01', kind: 'DAY_OFF' }] },
  }),
  findings: (says: string): EventField => ({
    ...{ kind: 'findings', says, example: [{ invariant: 'ledger.balanced', table: 'transfer', badRows: 1 }] },
  }),
} as const

/** A fact as the world sees it: ids are public and typed, the rest is as it was written. */
export function toldFact(field: EventField, value: unknown, coalitionId: string): unknown {
  if (field.kind === 'party') {
    const [affiliate, affiliateId] = String(value).split(' ')
    if (affiliateId !== undefined && affiliate === 'affiliate')
      return encodePublicId('affiliate', affiliateId)
    return encodePublicId(value === coalitionId ? 'coalition' : 'member', String(value))
  }
  if (field.kind === 'id' && field.noun) return encodePublicId(field.noun, String(value))
  if (field.kind === 'amount') return String(value)
  return field.kind === 'count' ? Number(value) : value
}
