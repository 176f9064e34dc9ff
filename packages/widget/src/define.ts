// Before the elements, so that bundlers put the styles side by side: compression finds in one what the others repeat.
import './elements/artel-element/artel-element.styles.ts'
import './elements/artel-checkout/artel-checkout.styles.ts'
import './elements/artel-earn-badge/artel-earn-badge.styles.ts'
import './elements/artel-wallet/artel-wallet.styles.ts'
import { ArtelCheckout } from './elements/artel-checkout/artel-checkout.ts'
import { ArtelClaim } from './elements/artel-claim/artel-claim.ts'
import { ArtelEarnBadge } from './elements/artel-earn-badge/artel-earn-badge.ts'
import { ArtelOffers } from './elements/artel-offers/artel-offers.ts'
import { ArtelPartners } from './elements/artel-partners/artel-partners.ts'
import { ArtelRefer } from './elements/artel-refer/artel-refer.ts'
import { ArtelWallet } from './elements/artel-wallet/artel-wallet.ts'

/**
 * Defines `<artel-wallet>`, `<artel-checkout>` and `<artel-earn-badge>` where they are not defined yet. It may be called repeatedly; on
 * a server it does nothing.
 */
export function defineArtelElements(): void {
  define({
    'artel-wallet': ArtelWallet,
    'artel-checkout': ArtelCheckout,
    'artel-earn-badge': ArtelEarnBadge,
  })
}

/** The same of `<artel-offers>` and `<artel-partners>`, which a bundler leaves out where it is not called. */
export function defineArtelLists(): void {
  define({ 'artel-offers': ArtelOffers, 'artel-partners': ArtelPartners })
}

/** The same of `<artel-refer>`, which shows a customer's code, and `<artel-claim>`, which takes one. */
export function defineArtelCodes(): void {
  define({ 'artel-refer': ArtelRefer, 'artel-claim': ArtelClaim })
}

function define(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  if (typeof customElements === 'undefined') return
  for (const [tag, element] of Object.entries(elements)) {
    if (customElements.get(tag) === undefined) customElements.define(tag, element)
  }
}
