import { expect, test } from 'vitest'
import type { TillConsentQuery } from '../generated/graphql.ts'
import { consentTextOf } from './consent-text.ts'

const answer = (nodes: readonly object[]) =>
  ({ coalition: { id: 'coa_1', consentTexts: { nodes } } }) as unknown as TillConsentQuery

test('what is agreed to is unknown until the API has answered', () => {
  expect(consentTextOf(undefined)).toEqual({ kind: 'unknown' })
  expect(consentTextOf({ coalition: null } as unknown as TillConsentQuery)).toEqual({ kind: 'unknown' })
})

test("the newest published text is agreed to; the shop's own paper only where the API says that there is none", () => {
  const text = { id: 'cns_1', version: '3', textRu: 'Согласие', textEn: 'Consent' }
  expect(consentTextOf(answer([text]))).toEqual({ kind: 'published', text })
  expect(consentTextOf(answer([]))).toEqual({ kind: 'own-paper' })
})
