import {
  type BoundLink,
  compareBound,
  isOfSeller,
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
  'CODE_OF_RULE',
  'SOURCE_ENDED',
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
    /** The last instant at which something may have led to it: that of the sale, or of its recording on the same local day. */
    readonly closedAt: Date
    /** The customer's first in the coalition. */
    readonly isFirst: boolean
    /** Another customer had brought it by a referral code, which is no link, before the bill was closed. */
    readonly isReferred: boolean
  }
  /** Sources that the customer is itself, or works for. */
  readonly ownSourceIds: ReadonlySet<string>
  /** Since when sources bring nobody any more; those that do are left out. */
  readonly endedSources: ReadonlyMap<string, Date>
  /** The link whose code was typed with the purchase. */
  readonly code:
    | (TouchedLink & {
        /** Null: it is active. */
        readonly archivedAt: Date | null
        /** A rule of the member that sold gave something by the same code. */
        readonly isOfRule: boolean
      })
    | null
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
 * else nobody; with everyone who was not taken and why. What the member that sold led its customer by itself stands behind all
 * others. On a customer's first purchase a customer's referral goes before affiliates.
 */
export function decideAttribution(touches: Touches, choice: SourceChoice): DecidedAttribution {
  const candidates = candidatesOf(touches, choice)
  const { isFirst, isReferred } = touches.purchase
  const hasReferral = isFirst && (isReferred || candidates.some(isSound('CUSTOMER')))
  const judged = candidates.map((candidate) =>
    hasReferral && isSound('AFFILIATE')(candidate)
      ? { ...candidate, reason: 'REFERRAL_FIRST' as const }
      : candidate,
  )
  const sound = judged.filter(({ reason }) => reason === undefined)
  const winner = sound.find(({ link }) => !isOfSeller(link)) ?? sound[0]
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
function candidatesOf(touches: Touches, choice: SourceChoice): Candidate[] {
  const { purchase, code, bindings, click } = touches
  const bound = bindings.toSorted((one, other) => compareBound(one, other, choice))
  return [
    ...(code === null
      ? []
      : [{ via: 'CODE' as const, link: code, reason: barOf(code, touches) ?? codeBar(code, purchase) }]),
    ...bound.map((binding) => ({
      ...{ via: 'BINDING' as const, link: binding, bound: binding },
      reason: barOf(binding, touches) ?? windowBar(binding.boundAt, binding.endsAt, purchase),
    })),
    ...(click === null
      ? []
      : [
          {
            ...{ via: 'CLICK' as const, link: click },
            reason:
              barOf(click, touches) ??
              (click.isMachine ? 'MACHINE' : windowBar(click.at, click.endsAt, purchase)),
          },
        ]),
  ]
}

const isSound =
  (kind: SourceKind) =>
  ({ link, reason }: Candidate): boolean =>
    reason === undefined && link.sourceKind === kind

function barOf(
  link: TouchedLink,
  { purchase, ownSourceIds, endedSources }: Touches,
): LosingReason | undefined {
  if (link.memberId !== purchase.memberId) return 'OTHER_MEMBER'
  const isOwn = ownSourceIds.has(link.sourceId) || link.sourceId === purchase.customerId
  // What a member's own poster brings it is paid to nobody: whoever works there may come by it.
  if (isOwn && !isOfSeller(link)) return 'OWN_LINK'
  return isOver(endedSources.get(link.sourceId), purchase) ? 'SOURCE_ENDED' : undefined
}

function codeBar(
  code: NonNullable<Touches['code']>,
  purchase: Touches['purchase'],
): LosingReason | undefined {
  if (code.isOfRule && !isOfSeller(code)) return 'CODE_OF_RULE'
  return isOver(code.archivedAt, purchase) ? 'ARCHIVED' : undefined
}

const isOver = (since: Date | null | undefined, { occurredAt }: Touches['purchase']): boolean =>
  since != null && since <= occurredAt

/** A bill that was opened at noon and sent at half past counts what came in between: till and server are of one day. */
const windowBar = (
  from: Date,
  to: Date,
  { occurredAt, closedAt }: Touches['purchase'],
): LosingReason | undefined =>
  from > occurredAt && from > closedAt ? 'NOT_YET' : occurredAt >= to ? 'WINDOW_ENDED' : undefined

/** Why a source that was sound stands behind the one that was taken. */
function reasonBehind(
  { via, link, bound }: Candidate,
  winner: Candidate | undefined,
  { policy }: SourceChoice,
): LosingReason {
  if (winner === undefined || winner.via !== via || bound === undefined) return 'OUTRANKED'
  if (isOfSeller(link) && !isOfSeller(winner.link)) return 'OUTRANKED'
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
