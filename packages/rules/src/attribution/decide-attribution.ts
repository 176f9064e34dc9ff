import {
  type BoundLink,
  compareBound,
  type SourceChoice,
  type SourceKind,
  type TouchedLink,
} from './source.ts'

/** How a purchase came to its source, the strongest first. */
export type AttributionVia = 'CODE' | 'BINDING' | 'CLICK' | 'NOBODY'

/** Why a source was not taken. */
export const LOSING_REASONS = [
  'OTHER_MEMBER',
  'OWN_LINK',
  'ARCHIVED',
  'NOT_YET',
  'WINDOW_ENDED',
  'UNKNOWN_CLICK',
  'MACHINE',
  'REFERRAL_FIRST',
  'OUTRANKED',
  'EARLIER_TAKEN',
  'LATER_TAKEN',
  'LOWER_PRIORITY',
] as const
export type LosingReason = (typeof LOSING_REASONS)[number]

/** What led to a purchase. */
export interface Touches {
  readonly purchase: {
    readonly memberId: string
    readonly customerId: string
    readonly occurredAt: Date
    /** The customer's first in the coalition. */
    readonly isFirst: boolean
  }
  /** The link whose code was typed with the purchase. */
  readonly code: (TouchedLink & { readonly isArchived: boolean }) | null
  readonly bindings: readonly BoundLink[]
  /** The click that the purchase names; null: it names none, or one that is not there. */
  readonly click:
    | (TouchedLink & { readonly at: Date; readonly endsAt: Date; readonly isMachine: boolean })
    | null
  readonly namesUnknownClick: boolean
}

/** A source that was not taken. */
export interface Loser {
  readonly via: Exclude<AttributionVia, 'NOBODY'>
  readonly reason: LosingReason
  /** Null for a click that is not there. */
  readonly link: TouchedLink | null
}

export interface DecidedAttribution {
  readonly via: AttributionVia
  readonly link: TouchedLink | null
  readonly losers: readonly Loser[]
}

interface Candidate {
  readonly via: Loser['via']
  readonly link: TouchedLink
  readonly reason: LosingReason | undefined
  readonly bound?: BoundLink
}

/**
 * Who brought the customer of a purchase: the link whose code was typed, else a binding within its window, else the click,
 * else nobody; with everyone who was not taken and why. On a customer's first purchase a customer's referral goes before
 * affiliates.
 */
export function decideAttribution(touches: Touches, choice: SourceChoice): DecidedAttribution {
  const candidates = candidatesOf(touches, choice)
  const hasReferral = touches.purchase.isFirst && candidates.some(isSound('CUSTOMER'))
  const judged = candidates.map((candidate) =>
    hasReferral && isSound('AFFILIATE')(candidate)
      ? { ...candidate, reason: 'REFERRAL_FIRST' as const }
      : candidate,
  )
  const winner = judged.find(({ reason }) => reason === undefined)
  const losers = judged
    .filter((candidate) => candidate !== winner)
    .map(
      (candidate): Loser => ({
        via: candidate.via,
        reason: candidate.reason ?? reasonBehind(candidate, winner, choice),
        link: touchedOf(candidate.link),
      }),
    )
  const unknown: readonly Loser[] = touches.namesUnknownClick
    ? [{ via: 'CLICK', reason: 'UNKNOWN_CLICK', link: null }]
    : []
  return {
    via: winner?.via ?? 'NOBODY',
    link: winner ? touchedOf(winner.link) : null,
    losers: [...losers, ...unknown],
  }
}

/** Everyone who may have brought the customer, in the order in which they are asked. */
function candidatesOf({ purchase, code, bindings, click }: Touches, choice: SourceChoice): Candidate[] {
  const { occurredAt } = purchase
  const bound = bindings.toSorted((one, other) => compareBound(one, other, choice))
  return [
    ...(code === null
      ? []
      : [{ via: 'CODE' as const, link: code, reason: barOf(code, purchase) ?? archived(code) }]),
    ...bound.map((binding) => ({
      ...{ via: 'BINDING' as const, link: binding, bound: binding },
      reason: barOf(binding, purchase) ?? windowBar(binding.boundAt, binding.endsAt, occurredAt),
    })),
    ...(click === null
      ? []
      : [
          {
            ...{ via: 'CLICK' as const, link: click },
            reason:
              barOf(click, purchase) ??
              (click.isMachine ? 'MACHINE' : windowBar(click.at, click.endsAt, occurredAt)),
          },
        ]),
  ]
}

const isSound =
  (kind: SourceKind) =>
  ({ link, reason }: Candidate): boolean =>
    reason === undefined && link.sourceKind === kind

function barOf(link: TouchedLink, purchase: Touches['purchase']): LosingReason | undefined {
  if (link.memberId !== purchase.memberId) return 'OTHER_MEMBER'
  return link.sourceKind === 'CUSTOMER' && link.sourceId === purchase.customerId ? 'OWN_LINK' : undefined
}

const archived = ({ isArchived }: { readonly isArchived: boolean }): LosingReason | undefined =>
  isArchived ? 'ARCHIVED' : undefined

const windowBar = (from: Date, to: Date, at: Date): LosingReason | undefined =>
  at < from ? 'NOT_YET' : at >= to ? 'WINDOW_ENDED' : undefined

/** Why a source that was sound stands behind the one that was taken. */
function reasonBehind(
  { via, link, bound }: Candidate,
  winner: Candidate | undefined,
  { policy }: SourceChoice,
): LosingReason {
  if (winner === undefined || winner.via !== via || bound === undefined) return 'OUTRANKED'
  if (policy === 'LAST') return 'LATER_TAKEN'
  return policy === 'PRIORITY' && winner.link.sourceKind !== link.sourceKind
    ? 'LOWER_PRIORITY'
    : 'EARLIER_TAKEN'
}

const touchedOf = ({ linkId, sourceKind, sourceId, memberId }: TouchedLink): TouchedLink => ({
  linkId,
  sourceKind,
  sourceId,
  memberId,
})
