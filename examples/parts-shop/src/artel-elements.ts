import { type ArtelCheckout, type ArtelEarnBadge, type ArtelWallet, defineArtelElements } from '@artel/widget'
import type { DetailedHTMLProps, HTMLAttributes } from 'react'

// React sets properties on custom elements by itself; all that is missing are their types.
type ElementProps<E, Properties extends keyof E> = DetailedHTMLProps<HTMLAttributes<E>, E> &
  Partial<Pick<E, Properties>>

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'artel-wallet': ElementProps<ArtelWallet, 'api' | 'tokenEndpoint' | 'locale'>
      'artel-checkout': ElementProps<
        ArtelCheckout,
        'api' | 'tokenEndpoint' | 'locale' | 'amount' | 'orderRef'
      >
      'artel-earn-badge': ElementProps<ArtelEarnBadge, 'api' | 'locale' | 'amount' | 'member'>
    }
  }
}

defineArtelElements()
