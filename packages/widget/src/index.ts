export { defineArtelCodes, defineArtelElements, defineArtelLists } from './define.ts'
export { ArtelCheckout } from './elements/artel-checkout/artel-checkout.ts'
export { ArtelClaim } from './elements/artel-claim/artel-claim.ts'
export { ArtelEarnBadge } from './elements/artel-earn-badge/artel-earn-badge.ts'
export { ArtelElement } from './elements/artel-element/artel-element.ts'
export { ArtelList } from './elements/artel-element/artel-list.ts'
export { ArtelPart } from './elements/artel-element/artel-part.ts'
export type {
  ArtelEventMap,
  ArtelState,
  BalanceDetail,
  ClaimDetail,
  HoldDetail,
  PointsChangeDetail,
  StateDetail,
} from './elements/artel-element/events.ts'
export { ArtelOffers } from './elements/artel-offers/artel-offers.ts'
export { ArtelPartners } from './elements/artel-partners/artel-partners.ts'
export { ArtelRefer } from './elements/artel-refer/artel-refer.ts'
export { ArtelWallet } from './elements/artel-wallet/artel-wallet.ts'
export type { Problem } from './session/wallet-session.ts'
export type { Message, MessageKey, Messages } from './text/messages.ts'
