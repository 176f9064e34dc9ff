import { InvalidInputError } from '@artel/ledger'
import { checkOneOf, checkRef, checkText } from './text.ts'

/** What a customer can agree to: the rules, the keeping of personal data, and being written to, each way by itself. */
export const CONSENT_PURPOSES = [
  'PROGRAMME_RULES',
  'PERSONAL_DATA',
  'MARKETING_SMS',
  'MARKETING_EMAIL',
  'MARKETING_CALL',
  'MARKETING_PUSH',
] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** How a customer said it. MEMBER_SYSTEM is what a member's own system told without saying how. */
export const CONSENT_SOURCES = ['MEMBER_SYSTEM', 'TILL', 'WIDGET', 'WEB', 'PHONE', 'PAPER', 'IMPORT'] as const
export type ConsentSource = (typeof CONSENT_SOURCES)[number]

/** A yes of a customer. */
export interface ConsentInput {
  readonly purpose: ConsentPurpose
  /** Version of the text that the customer was shown: one that the coalition has published for the purpose. */
  readonly textVersion: string
  readonly source: ConsentSource
  /** Where the proof is: the number of the form, of the call or of the request. At most 128 characters. */
  readonly proof?: string | null
  /** When the customer said it; now when left out. */
  readonly happenedAt?: Date | null
}

const MAX_VERSION_LENGTH = 100

/** Version of a consent text: 1 to 100 characters; InvalidInputError otherwise. */
export const checkConsentVersion = (path: readonly string[], value: string): string =>
  checkText(path, value, MAX_VERSION_LENGTH)

/** A consent as it may be written down; InvalidInputError otherwise. `now` by the coalition's clock. */
export function checkConsent(path: readonly string[], input: ConsentInput, now: Date) {
  return {
    purpose: checkOneOf([...path, 'purpose'], input.purpose, CONSENT_PURPOSES),
    textVersion: checkConsentVersion([...path, 'textVersion'], input.textVersion),
    ...checkSaying(path, input, now),
  }
}

/** How, when and with what proof a customer said it; InvalidInputError otherwise. */
export function checkSaying(
  path: readonly string[],
  { source, proof, happenedAt }: Pick<ConsentInput, 'source' | 'proof' | 'happenedAt'>,
  now: Date,
) {
  if (happenedAt != null && happenedAt > now)
    throw new InvalidInputError({ path: [...path, 'happenedAt'], problem: 'Must not be in the future.' })
  return {
    source: checkOneOf([...path, 'source'], source, CONSENT_SOURCES),
    proof: proof == null ? null : checkRef([...path, 'proof'], proof),
    happenedAt: happenedAt ?? now,
  }
}
