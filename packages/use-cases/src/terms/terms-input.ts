import { InvalidInputError, MICROS_PER_MINOR } from '@artel/ledger'
import { validateTerms } from '@artel/rules'
import { checkByRules } from '../input/check-by-rules.ts'
import { checkInteger, checkOneOf } from '../input/text.ts'
import { draftTerms } from './agreed-terms.ts'
import { type TermsInput, termsColumns } from './terms-columns.ts'

/**
 * A point may be worth at most 100 times what it pays at the till: far beyond any sense, and it keeps the points of
 * the largest bill times their price within the database's bigint.
 */
const MAX_PRICE_TO_FACE_VALUE = 100n
const MAX_CONTRACT_LENGTH = 200_000
const EXPIRY_KINDS = ['NONE', 'ROLLING_MONTHS', 'END_OF_YEAR', 'INACTIVITY'] as const
const WINDOW_KINDS = ['DAILY', 'WEEKLY', 'HALF_MONTH', 'MONTHLY'] as const
const DAYS_FIELDS = ['lateDays', 'disputeDays', 'paymentDays'] as const
const BPS_FIELDS = [
  'breakageIssuerBps',
  'breakagePromoFundBps',
  'breakageOperatorBps',
  'maxPointsShareBps',
] as const

/** Checks that prices, shares and delays make an agreement that can be kept; InvalidInputError otherwise. */
export function checkTerms(terms: TermsInput): void {
  checkOneOf(['terms', 'refundPolicy'], terms.refundPolicy, ['ISSUER_BEARS', 'CUSTOMER_DEBT'])
  checkOneOf(['terms', 'expiryKind'], terms.expiryKind, EXPIRY_KINDS)
  checkInteger(['terms', 'expiryMonths'], terms.expiryMonths, { min: 0, max: 1_200 })
  for (const field of BPS_FIELDS) checkInteger(['terms', field], terms[field], { min: 0, max: 10_000 })
  const columns = termsColumns(terms)
  for (const field of DAYS_FIELDS) checkInteger(['terms', field], columns[field], { min: 0, max: 366 })
  checkOneOf(['terms', 'creditPolicy'], columns.creditPolicy, ['REFUSE', 'PENDING_APPROVAL'])
  checkOneOf(['terms', 'revaluation'], columns.revaluation, ['NONE', 'ISSUERS'])
  checkOneOf(['terms', 'windowKind'], columns.windowKind, WINDOW_KINDS)
  if ((columns.windowKind === 'WEEKLY') !== (columns.windowWeekday !== null))
    throw new InvalidInputError({
      path: ['terms', 'windowWeekday'],
      problem: 'Must be given for WEEKLY windows, and for no other.',
    })
  checkByRules(['terms'], () => validateTerms(draftTerms(columns)))
  const dearest = terms.faceValueMinor * MICROS_PER_MINOR * MAX_PRICE_TO_FACE_VALUE
  if (terms.reservePrice + terms.issueFee > dearest)
    throw new InvalidInputError({
      path: ['terms', 'reservePrice'],
      problem: `Reserve price and issue fee together must be at most ${dearest} micros: 100 times the face value.`,
    })
  for (const field of ['contractTextEn', 'contractTextRu'] as const)
    if (
      terms[field].trim() === '' ||
      terms[field].length > MAX_CONTRACT_LENGTH ||
      terms[field].includes('\u0000')
    )
      throw new InvalidInputError({
        path: ['terms', field],
        problem: `Must have 1 to ${MAX_CONTRACT_LENGTH} characters.`,
      })
}
