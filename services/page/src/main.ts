import './page.css'
import './parts/parts.css'
import { ArtelClaim, ArtelOffers, ArtelPartners, ArtelRefer, ArtelWallet } from '@artel/widget'
import { PageApp } from './app.ts'
import { PageCard } from './parts/card.ts'
import { PageClaims } from './parts/claims.ts'
import { PageConsents } from './parts/consents.ts'
import { PageDevices } from './parts/devices.ts'
import { PageFreeze } from './parts/freeze.ts'
import { PageHistory } from './parts/history.ts'
import { PageSignIn } from './parts/sign-in.ts'

const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  'artel-wallet': ArtelWallet,
  'artel-offers': ArtelOffers,
  'artel-partners': ArtelPartners,
  'artel-refer': ArtelRefer,
  'artel-claim': ArtelClaim,
  'page-sign-in': PageSignIn,
  'page-card': PageCard,
  'page-history': PageHistory,
  'page-consents': PageConsents,
  'page-claims': PageClaims,
  'page-freeze': PageFreeze,
  'page-devices': PageDevices,
  'page-app': PageApp,
}
for (const [tag, element] of Object.entries(ELEMENTS)) customElements.define(tag, element)
document.getElementById('page')?.replaceChildren(document.createElement('page-app'))

// Beside the page: without it the page works as well, and cannot say that there is no connection when it is opened.
if ('serviceWorker' in navigator)
  navigator.serviceWorker
    .register('/c/-/worker.js', { scope: '/c/' })
    .catch((error: unknown) => console.warn(error))
