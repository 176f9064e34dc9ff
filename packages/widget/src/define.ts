// Before the elements, so that bundlers put the styles side by side: compression finds in one what the others repeat.
import './elements/artel-element/artel-element.styles.ts'
import './elements/artel-checkout/artel-checkout.styles.ts'
import './elements/artel-earn-badge/artel-earn-badge.styles.ts'
import './elements/artel-wallet/artel-wallet.styles.ts'
import { ArtelCheckout } from './elements/artel-checkout/artel-checkout.ts'
import { ArtelEarnBadge } from './elements/artel-earn-badge/artel-earn-badge.ts'
import { ArtelWallet } from './elements/artel-wallet/artel-wallet.ts'

const elements = {
  'artel-wallet': ArtelWallet,
  'artel-checkout': ArtelCheckout,
  'artel-earn-badge': ArtelEarnBadge,
}

/** Defines the elements that are not defined yet. It may be called repeatedly; on a server it does nothing. */
export function defineArtelElements(): void {
  if (typeof customElements === 'undefined') return
  for (const [tag, element] of Object.entries(elements)) {
    if (customElements.get(tag) === undefined) customElements.define(tag, element)
  }
}
