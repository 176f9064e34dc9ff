import type { Problem } from '../../session/wallet-session.ts'

/** The state of an element, reflected as `data-state`. */
export type ArtelState = 'demo' | 'loading' | 'ready' | 'signed-out' | 'empty' | 'error' | 'offline'

/** Detail of `artel:state`. */
export interface StateDetail {
  readonly state: ArtelState
  readonly previous: ArtelState | undefined
}

/** Detail of `artel:balance`; points as decimal strings. */
export interface BalanceDetail {
  readonly balance: string
  readonly available: string
  readonly reserved: string
}

/** Detail of `artel:points-change`: the customer's choice so far. Nothing is held yet. */
export interface PointsChangeDetail {
  readonly points: string
  readonly payMinor: string
  readonly currency: string
  readonly orderRef: string
}

/** Detail of `artel:hold`: the shop's server captures `holdId` when it closes the order. */
export interface HoldDetail {
  readonly holdId: string
  readonly orderRef: string
  readonly points: string
  readonly payMinor: string
  readonly amountMinor: string
  readonly currency: string
  readonly expiresAt: string
  /** True when the hold existed before: after a repeated confirmation or a reload of the page. */
  readonly replayed: boolean
}

/** Detail of `artel:claim`: what a code gave, and the balance after it; points as decimal strings. */
export interface ClaimDetail {
  readonly points: string
  readonly balance: string
}

/** The events of the widget, by name. All bubble and cross shadow roots. */
export interface ArtelEventMap {
  'artel:state': CustomEvent<StateDetail>
  'artel:balance': CustomEvent<BalanceDetail>
  'artel:points-change': CustomEvent<PointsChangeDetail>
  'artel:hold': CustomEvent<HoldDetail>
  'artel:claim': CustomEvent<ClaimDetail>
  'artel:error': CustomEvent<Problem>
}

declare global {
  interface GlobalEventHandlersEventMap extends ArtelEventMap {}
}
