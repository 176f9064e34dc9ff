export { defineArtelElements } from './define.ts'
export { ArtelCheckout } from './elements/artel-checkout/artel-checkout.ts'
export { ArtelEarnBadge } from './elements/artel-earn-badge/artel-earn-badge.ts'
export { ArtelElement } from './elements/artel-element/artel-element.ts'
export type {
  ArtelEventMap,
  ArtelState,
  BalanceDetail,
  HoldDetail,
  PointsChangeDetail,
  StateDetail,
} from './elements/artel-element/events.ts'
export { ArtelWallet } from './elements/artel-wallet/artel-wallet.ts'
export type { Problem } from './session/wallet-session.ts'
export type { Message, MessageKey, Messages } from './text/messages.ts'
