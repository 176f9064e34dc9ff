import type { BalanceMove } from '@artel/store'
import type { Purchase, SettlementWindow } from '@artel/store/prisma'
import type { ChannelEvent } from './channel.ts'

/** What happened, with the cursor that goes on after it. */
export interface LiveEvent {
  readonly coalitionId: string
  readonly cursor: string
}

/** A customer's account moved. The subject is the customer. */
export interface BalanceEvent extends LiveEvent, ChannelEvent {
  readonly move: BalanceMove
}

/** A purchase was recorded. All have one subject. */
export interface PurchaseEvent extends LiveEvent, ChannelEvent {
  readonly purchase: Purchase
}

/** A settlement window stands elsewhere than before. */
export interface WindowEvent extends LiveEvent {
  readonly window: SettlementWindow
}
