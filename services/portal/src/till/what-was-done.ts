import type { TillSalePartsFragment } from '../generated/graphql.ts'
import type { RefundMade } from './refund-done.tsx'

/** What a command of the till has made, by which its end is shown. */
export type WhatWasDone =
  | { readonly kind: 'sale'; readonly sale: TillSalePartsFragment; readonly balanceAfter: string }
  | { readonly kind: 'refund'; readonly refund: RefundMade }
  | { readonly kind: 'nothing-to-hand-over' }

interface Sold {
  readonly purchase: TillSalePartsFragment
  readonly balanceAfter: string
}

/** Tells the answers of a till's operations apart: who gets how much money is said by the answer, not by what was asked. */
export function whatWasDone(payload: object): WhatWasDone {
  if ('purchase' in payload) {
    const { purchase, balanceAfter } = payload as Sold
    return { kind: 'sale', sale: purchase, balanceAfter }
  }
  if ('refund' in payload)
    return { kind: 'refund', refund: (payload as { readonly refund: RefundMade }).refund }
  return { kind: 'nothing-to-hand-over' }
}
