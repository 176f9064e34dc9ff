/* Generated from `custom-elements.json` by `pnpm --filter @artel/widget run generate`. */
import type { ArtelEventMap, ArtelCheckout, ArtelClaim, ArtelEarnBadge, ArtelOffers, ArtelPartners, ArtelRefer, ArtelWallet, Messages } from './dist/index.js'
import type { DetailedHTMLProps, HTMLAttributes } from 'react'

/** What `<artel-checkout>` takes. */
export interface ArtelCheckoutProperties {
  /** The bill in minor units (kopecks), for example 450000. */
  readonly amount?: string | number | undefined
  /** ISO 4217 code of the bill. Defaults to RUB. */
  readonly currency?: string | undefined
  /** The shop's own id of the order; one open hold an order. */
  readonly orderRef?: string | undefined
  /** The shop's own id of the order; one open hold an order. */
  readonly 'order-ref'?: string | undefined
  /** Address of the GraphQL API. Defaults to `/graphql` on the origin that serves the script. */
  readonly api?: string | undefined
  /** A customer's short token. */
  readonly token?: string | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. Asked by POST, by GET where POST is not allowed. */
  readonly tokenEndpoint?: string | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. Asked by POST, by GET where POST is not allowed. */
  readonly 'token-endpoint'?: string | undefined
  /** Language of texts, numbers and dates. Defaults to the nearest `lang`, then the browser's. */
  readonly locale?: string | undefined
  /** `light`, `dark` or `auto` (the page's own `color-scheme`). */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined
  /** Sample data without a server; a state's name (`empty`, `signed-out`, `error`, `offline`, `loading`) shows that state. */
  readonly demo?: string | null | undefined
  /** Where "Sign in" leads; without it the `signed-out` slot is for the page to fill. */
  readonly signInUrl?: string | undefined
  /** Where "Sign in" leads; without it the `signed-out` slot is for the page to fill. */
  readonly 'sign-in-url'?: string | undefined
  /** Names of coalition, members and customer in the letters of the page, JSON in the attribute: `{"Заречье": "Zarechye"}`. One that is missing is shown as the API has it. */
  readonly names?: Readonly<Record<string, string>> | null | undefined
  /** Returns a fresh token, or null when nobody is signed in. An alternative to `token` and `token-endpoint`. */
  readonly getToken?: (() => Promise<string | null> | string | null) | undefined
  /** Texts to use instead of the built-in ones, for example `{ unit: { one: 'bonus', other: 'bonuses' } }`. */
  readonly messages?: Messages | undefined
}
/** What `<artel-claim>` takes. */
export interface ArtelClaimProperties {
  /** A code, or its address, to begin with. It is shown and never claimed without a tap. */
  readonly code?: string | undefined
  /** Address of the GraphQL API. Defaults to `/graphql` on the origin that serves the script. */
  readonly api?: string | undefined
  /** A customer's short token. */
  readonly token?: string | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. Asked by POST, by GET where POST is not allowed. */
  readonly tokenEndpoint?: string | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. Asked by POST, by GET where POST is not allowed. */
  readonly 'token-endpoint'?: string | undefined
  /** Language of texts, numbers and dates. Defaults to the nearest `lang`, then the browser's. */
  readonly locale?: string | undefined
  /** `light`, `dark` or `auto` (the page's own `color-scheme`). */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined
  /** Sample data without a server; a state's name (`empty`, `signed-out`, `error`, `offline`, `loading`) shows that state. */
  readonly demo?: string | null | undefined
  /** Where "Sign in" leads; without it the `signed-out` slot is for the page to fill. */
  readonly signInUrl?: string | undefined
  /** Where "Sign in" leads; without it the `signed-out` slot is for the page to fill. */
  readonly 'sign-in-url'?: string | undefined
  /** Names of coalition, members and customer in the letters of the page, JSON in the attribute: `{"Заречье": "Zarechye"}`. One that is missing is shown as the API has it. */
  readonly names?: Readonly<Record<string, string>> | null | undefined
  /** Returns a fresh token, or null when nobody is signed in. An alternative to `token` and `token-endpoint`. */
  readonly getToken?: (() => Promise<string | null> | string | null) | undefined
  /** Texts to use instead of the built-in ones, for example `{ unit: { one: 'bonus', other: 'bonuses' } }`. */
  readonly messages?: Messages | undefined
}
/** What `<artel-earn-badge>` takes. */
export interface ArtelEarnBadgeProperties {
  /** The price in minor units (kopecks), for example 100000. */
  readonly amount?: string | number | undefined
  /** ISO 4217 code of the price. Defaults to RUB. */
  readonly currency?: string | undefined
  /** Id of the member whose page it is (`mbr_...`); with it the badge works signed-out. */
  readonly member?: string | undefined
  /** Address of the GraphQL API. Defaults to `/graphql` on the origin that serves the script. */
  readonly api?: string | undefined
  /** A customer's short token. */
  readonly token?: string | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. Asked by POST, by GET where POST is not allowed. */
  readonly tokenEndpoint?: string | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. Asked by POST, by GET where POST is not allowed. */
  readonly 'token-endpoint'?: string | undefined
  /** Language of texts, numbers and dates. Defaults to the nearest `lang`, then the browser's. */
  readonly locale?: string | undefined
  /** `light`, `dark` or `auto` (the page's own `color-scheme`). */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined
  /** Sample data without a server; a state's name (`empty`, `signed-out`, `error`, `offline`, `loading`) shows that state. */
  readonly demo?: string | null | undefined
  /** Where "Sign in" leads; without it the `signed-out` slot is for the page to fill. */
  readonly signInUrl?: string | undefined
  /** Where "Sign in" leads; without it the `signed-out` slot is for the page to fill. */
  readonly 'sign-in-url'?: string | undefined
  /** Names of coalition, members and customer in the letters of the page, JSON in the attribute: `{"Заречье": "Zarechye"}`. One that is missing is shown as the API has it. */
  readonly names?: Readonly<Record<string, string>> | null | undefined
  /** Returns a fresh token, or null when nobody is signed in. An alternative to `token` and `token-endpoint`. */
  readonly getToken?: (() => Promise<string | null> | string | null) | undefined
  /** Texts to use instead of the built-in ones, for example `{ unit: { one: 'bonus', other: 'bonuses' } }`. */
  readonly messages?: Messages | undefined
}
/** What `<artel-offers>` takes. */
export interface ArtelOffersProperties {
  /** Id of the member whose page it is (`mbr_...`); with it the list works signed-out. */
  readonly member?: string | undefined
  /** How many to show before "Show all", 1 to 20. Defaults to 5. */
  readonly first?: number | undefined
  /** Address of the GraphQL API. Defaults to `/graphql` on the origin that serves the script. */
  readonly api?: string | undefined
  /** A customer's short token. */
  readonly token?: string | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. Asked by POST, by GET where POST is not allowed. */
  readonly tokenEndpoint?: string | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. Asked by POST, by GET where POST is not allowed. */
  readonly 'token-endpoint'?: string | undefined
  /** Language of texts, numbers and dates. Defaults to the nearest `lang`, then the browser's. */
  readonly locale?: string | undefined
  /** `light`, `dark` or `auto` (the page's own `color-scheme`). */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined
  /** Sample data without a server; a state's name (`empty`, `signed-out`, `error`, `offline`, `loading`) shows that state. */
  readonly demo?: string | null | undefined
  /** Where "Sign in" leads; without it the `signed-out` slot is for the page to fill. */
  readonly signInUrl?: string | undefined
  /** Where "Sign in" leads; without it the `signed-out` slot is for the page to fill. */
  readonly 'sign-in-url'?: string | undefined
  /** Names of coalition, members and customer in the letters of the page, JSON in the attribute: `{"Заречье": "Zarechye"}`. One that is missing is shown as the API has it. */
  readonly names?: Readonly<Record<string, string>> | null | undefined
  /** Returns a fresh token, or null when nobody is signed in. An alternative to `token` and `token-endpoint`. */
  readonly getToken?: (() => Promise<string | null> | string | null) | undefined
  /** Texts to use instead of the built-in ones, for example `{ unit: { one: 'bonus', other: 'bonuses' } }`. */
  readonly messages?: Messages | undefined
}
/** What `<artel-partners>` takes. */
export interface ArtelPartnersProperties {
  /** Id of the member whose page it is (`mbr_...`); with it the list works signed-out. */
  readonly member?: string | undefined
  /** How many to show before "Show all", 1 to 20. Defaults to 5. */
  readonly first?: number | undefined
  /** Address of the GraphQL API. Defaults to `/graphql` on the origin that serves the script. */
  readonly api?: string | undefined
  /** A customer's short token. */
  readonly token?: string | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. Asked by POST, by GET where POST is not allowed. */
  readonly tokenEndpoint?: string | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. Asked by POST, by GET where POST is not allowed. */
  readonly 'token-endpoint'?: string | undefined
  /** Language of texts, numbers and dates. Defaults to the nearest `lang`, then the browser's. */
  readonly locale?: string | undefined
  /** `light`, `dark` or `auto` (the page's own `color-scheme`). */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined
  /** Sample data without a server; a state's name (`empty`, `signed-out`, `error`, `offline`, `loading`) shows that state. */
  readonly demo?: string | null | undefined
  /** Where "Sign in" leads; without it the `signed-out` slot is for the page to fill. */
  readonly signInUrl?: string | undefined
  /** Where "Sign in" leads; without it the `signed-out` slot is for the page to fill. */
  readonly 'sign-in-url'?: string | undefined
  /** Names of coalition, members and customer in the letters of the page, JSON in the attribute: `{"Заречье": "Zarechye"}`. One that is missing is shown as the API has it. */
  readonly names?: Readonly<Record<string, string>> | null | undefined
  /** Returns a fresh token, or null when nobody is signed in. An alternative to `token` and `token-endpoint`. */
  readonly getToken?: (() => Promise<string | null> | string | null) | undefined
  /** Texts to use instead of the built-in ones, for example `{ unit: { one: 'bonus', other: 'bonuses' } }`. */
  readonly messages?: Messages | undefined
}
/** What `<artel-refer>` takes. */
export interface ArtelReferProperties {
  /** Address of the GraphQL API. Defaults to `/graphql` on the origin that serves the script. */
  readonly api?: string | undefined
  /** A customer's short token. */
  readonly token?: string | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. Asked by POST, by GET where POST is not allowed. */
  readonly tokenEndpoint?: string | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. Asked by POST, by GET where POST is not allowed. */
  readonly 'token-endpoint'?: string | undefined
  /** Language of texts, numbers and dates. Defaults to the nearest `lang`, then the browser's. */
  readonly locale?: string | undefined
  /** `light`, `dark` or `auto` (the page's own `color-scheme`). */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined
  /** Sample data without a server; a state's name (`empty`, `signed-out`, `error`, `offline`, `loading`) shows that state. */
  readonly demo?: string | null | undefined
  /** Where "Sign in" leads; without it the `signed-out` slot is for the page to fill. */
  readonly signInUrl?: string | undefined
  /** Where "Sign in" leads; without it the `signed-out` slot is for the page to fill. */
  readonly 'sign-in-url'?: string | undefined
  /** Names of coalition, members and customer in the letters of the page, JSON in the attribute: `{"Заречье": "Zarechye"}`. One that is missing is shown as the API has it. */
  readonly names?: Readonly<Record<string, string>> | null | undefined
  /** Returns a fresh token, or null when nobody is signed in. An alternative to `token` and `token-endpoint`. */
  readonly getToken?: (() => Promise<string | null> | string | null) | undefined
  /** Texts to use instead of the built-in ones, for example `{ unit: { one: 'bonus', other: 'bonuses' } }`. */
  readonly messages?: Messages | undefined
}
/** What `<artel-wallet>` takes. */
export interface ArtelWalletProperties {
  /** How many last events to show, 0 to 5. Defaults to 3. */
  readonly events?: number | undefined
  /** Address of the GraphQL API. Defaults to `/graphql` on the origin that serves the script. */
  readonly api?: string | undefined
  /** A customer's short token. */
  readonly token?: string | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. Asked by POST, by GET where POST is not allowed. */
  readonly tokenEndpoint?: string | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. Asked by POST, by GET where POST is not allowed. */
  readonly 'token-endpoint'?: string | undefined
  /** Language of texts, numbers and dates. Defaults to the nearest `lang`, then the browser's. */
  readonly locale?: string | undefined
  /** `light`, `dark` or `auto` (the page's own `color-scheme`). */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined
  /** Sample data without a server; a state's name (`empty`, `signed-out`, `error`, `offline`, `loading`) shows that state. */
  readonly demo?: string | null | undefined
  /** Where "Sign in" leads; without it the `signed-out` slot is for the page to fill. */
  readonly signInUrl?: string | undefined
  /** Where "Sign in" leads; without it the `signed-out` slot is for the page to fill. */
  readonly 'sign-in-url'?: string | undefined
  /** Names of coalition, members and customer in the letters of the page, JSON in the attribute: `{"Заречье": "Zarechye"}`. One that is missing is shown as the API has it. */
  readonly names?: Readonly<Record<string, string>> | null | undefined
  /** Returns a fresh token, or null when nobody is signed in. An alternative to `token` and `token-endpoint`. */
  readonly getToken?: (() => Promise<string | null> | string | null) | undefined
  /** Texts to use instead of the built-in ones, for example `{ unit: { one: 'bonus', other: 'bonuses' } }`. */
  readonly messages?: Messages | undefined
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'artel-checkout': DetailedHTMLProps<HTMLAttributes<ArtelCheckout>, ArtelCheckout> & ArtelCheckoutProperties & {
        readonly 'onartel:points-change'?: (event: ArtelEventMap['artel:points-change']) => void
        readonly 'onartel:hold'?: (event: ArtelEventMap['artel:hold']) => void
        readonly 'onartel:state'?: (event: ArtelEventMap['artel:state']) => void
        readonly 'onartel:error'?: (event: ArtelEventMap['artel:error']) => void
      }
      'artel-claim': DetailedHTMLProps<HTMLAttributes<ArtelClaim>, ArtelClaim> & ArtelClaimProperties & {
        readonly 'onartel:state'?: (event: ArtelEventMap['artel:state']) => void
        readonly 'onartel:claim'?: (event: ArtelEventMap['artel:claim']) => void
        readonly 'onartel:error'?: (event: ArtelEventMap['artel:error']) => void
      }
      'artel-earn-badge': DetailedHTMLProps<HTMLAttributes<ArtelEarnBadge>, ArtelEarnBadge> & ArtelEarnBadgeProperties & {
        readonly 'onartel:state'?: (event: ArtelEventMap['artel:state']) => void
        readonly 'onartel:error'?: (event: ArtelEventMap['artel:error']) => void
      }
      'artel-offers': DetailedHTMLProps<HTMLAttributes<ArtelOffers>, ArtelOffers> & ArtelOffersProperties & {
        readonly 'onartel:state'?: (event: ArtelEventMap['artel:state']) => void
        readonly 'onartel:error'?: (event: ArtelEventMap['artel:error']) => void
      }
      'artel-partners': DetailedHTMLProps<HTMLAttributes<ArtelPartners>, ArtelPartners> & ArtelPartnersProperties & {
        readonly 'onartel:state'?: (event: ArtelEventMap['artel:state']) => void
        readonly 'onartel:error'?: (event: ArtelEventMap['artel:error']) => void
      }
      'artel-refer': DetailedHTMLProps<HTMLAttributes<ArtelRefer>, ArtelRefer> & ArtelReferProperties & {
        readonly 'onartel:state'?: (event: ArtelEventMap['artel:state']) => void
        readonly 'onartel:error'?: (event: ArtelEventMap['artel:error']) => void
      }
      'artel-wallet': DetailedHTMLProps<HTMLAttributes<ArtelWallet>, ArtelWallet> & ArtelWalletProperties & {
        readonly 'onartel:state'?: (event: ArtelEventMap['artel:state']) => void
        readonly 'onartel:balance'?: (event: ArtelEventMap['artel:balance']) => void
        readonly 'onartel:error'?: (event: ArtelEventMap['artel:error']) => void
      }
    }
  }
}
