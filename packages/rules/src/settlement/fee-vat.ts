import { type BasisPoints, InvalidInputError, type Minor, minor } from '@artel/ledger'

/** How fees to a member are taxed. OSNO: VAT at a rate is inside every fee. USN: without VAT. */
export type TaxRegime = { readonly kind: 'OSNO'; readonly vatRateBps: BasisPoints } | { readonly kind: 'USN' }

/** Tax inside the fees of a statement, minor units. `gross` = `net` + `vat`; negative when more came back than was charged. */
export interface FeeVat {
  readonly rateBps: BasisPoints
  readonly gross: Minor
  readonly net: Minor
  readonly vat: Minor
}

const WHOLE_BPS = 10_000n

/**
 * VAT inside the fees of a whole statement: gross x rate / (100 % + rate), once on the sum and never line by line, half
 * up by size, so that a fee that comes back takes exactly its tax with it. Null for a regime without VAT.
 */
export function feeVat(gross: Minor, regime: TaxRegime): FeeVat | null {
  if (regime.kind === 'USN') return null
  const rateBps = regime.vatRateBps
  if (rateBps < 0n || rateBps > WHOLE_BPS)
    throw new InvalidInputError({ path: ['vatRateBps'], problem: `Must be from 0 to ${WHOLE_BPS}.` })
  const size = gross < 0n ? -gross : gross
  const whole = WHOLE_BPS + rateBps
  const sizeOfVat = (2n * size * rateBps + whole) / (2n * whole)
  const vat = gross < 0n ? -sizeOfVat : sizeOfVat
  return { rateBps, gross, net: minor(gross - vat), vat: minor(vat) }
}
