import type { TillConsentQuery } from '../generated/graphql.ts'

export type PublishedText = NonNullable<TillConsentQuery['coalition']>['consentTexts']['nodes'][number]

/** The text that a customer agrees to. `own-paper`: the coalition has published none, which the API said. */
export type ConsentText =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'published'; readonly text: PublishedText }
  | { readonly kind: 'own-paper' }

/** Reads the answer; while there is none, or one without the coalition, nobody knows what is agreed to. */
export function consentTextOf(data: TillConsentQuery | undefined): ConsentText {
  const texts = data?.coalition?.consentTexts.nodes
  if (!texts) return { kind: 'unknown' }
  const [text] = texts
  return text ? { kind: 'published', text } : { kind: 'own-paper' }
}
