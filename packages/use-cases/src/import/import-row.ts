import { foldText, refusedCharacter } from '@artel/documents'
import { InvalidInputError, points as pointsOf, Refusal } from '@artel/ledger'
import type { ImportFault } from '@artel/store'
import { checkBirthDate } from '../input/birth-date.ts'
import { checkConsentVersion } from '../input/consent.ts'
import { checkEmail, checkPhone } from '../input/contact.ts'
import { checkSomePoints } from '../input/money.ts'
import { checkRef, checkText, MAX_NAME_LENGTH } from '../input/text.ts'
import { faultOf, rowFault } from './import-fault.ts'

/** A row as it is kept: texts by what they are, checked; or what is wrong with it. */
export type CheckedRow =
  | { readonly data: Readonly<Record<string, string>>; readonly fault?: undefined }
  | { readonly data?: undefined; readonly fault: ImportFault }

/** What rows are checked against. */
export interface RowCheck {
  /** Local day of the coalition, an ISO date. */
  readonly today: string
  /** The text that customers agreed to, where their rows do not say; null: they all say. */
  readonly consentVersion: string | null
}

type Values<Column extends string> = Readonly<Partial<Record<Column, string>>>

/** A customer of a file. */
export const checkCustomerRow = (
  values: Values<'name' | 'phone' | 'email' | 'birthDate' | 'reference' | 'consentVersion' | 'consentAt'>,
  { today, consentVersion }: RowCheck,
): CheckedRow =>
  checked(() => {
    const { birthDate, consentAt } = values
    const phone = values.phone && checkPhone(['phone'], values.phone)
    const email = values.email && checkEmail(['email'], textOf('email', values.email))
    const reference = values.reference && checkRef(['reference'], textOf('reference', values.reference))
    if (!phone && !email && !reference)
      return rowFault(
        null,
        'NO_WAY_TO_FIND',
        'has no telephone, e-mail or reference: nobody could find the customer again',
      )
    const version = values.consentVersion ?? consentVersion
    if (version === null)
      return rowFault(
        'consentVersion',
        'CONSENT_MISSING',
        'is missing: say which text the customer agreed to, in the column or for the whole file',
      )
    if (consentAt !== undefined && consentAt > today)
      return rowFault('consentAt', 'IN_FUTURE', 'is in the future')
    checkBirthDate(['birthDate'], birthDate, today)
    const name = checkText(['name'], textOf('name', values.name ?? ''), MAX_NAME_LENGTH)
    const agreed = checkConsentVersion(['consentVersion'], textOf('consentVersion', version))
    return given({ name, phone, email, birthDate, reference, consentVersion: agreed, consentAt })
  })

/** Longest life of points that are brought. Days. */
const MAX_LIFE_DAYS = 3_650

/** A balance of a file. */
export const checkBalanceRow = (
  values: Values<'customer' | 'points' | 'since' | 'endsOn' | 'reference'>,
  { today }: Pick<RowCheck, 'today'>,
): CheckedRow =>
  checked(() => {
    const { points, since, endsOn } = values
    const customer = checkText(['customer'], textOf('customer', values.customer ?? ''), MAX_NAME_LENGTH)
    if (points === undefined) return rowFault('points', 'EMPTY', 'is empty')
    checkSomePoints(['points'], pointsOf(BigInt(points)))
    if (since !== undefined && since > today) return rowFault('since', 'IN_FUTURE', 'is in the future')
    if (endsOn !== undefined && endsOn < today) return rowFault('endsOn', 'ENDED', 'has ended already')
    if (endsOn !== undefined && daysBetween(today, endsOn) > MAX_LIFE_DAYS)
      return rowFault('endsOn', 'TOO_LATE', `is more than ${MAX_LIFE_DAYS} days away`)
    const reference = values.reference && checkRef(['reference'], textOf('reference', values.reference))
    const alike = [customer, ...(reference ? [reference] : [points, since, endsOn])].join(' ')
    return given({ customer, points, since, endsOn, reference, alike })
  })

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** A sale of a file. */
export const checkSaleRow = (sale: {
  readonly receiptRef: string
  readonly soldAt: Date
  readonly totalMinor: bigint
  readonly paidByPointsMinor: bigint | null
  readonly customerKey: string | null
}): CheckedRow =>
  checked(() => {
    const { soldAt, totalMinor, paidByPointsMinor, customerKey } = sale
    if (totalMinor < 0n)
      return rowFault('total', 'RETURN', 'is a return: record it as a refund of its purchase')
    if (paidByPointsMinor !== null && paidByPointsMinor !== 0n)
      return rowFault(
        'paidByPoints',
        'PAID_BY_POINTS',
        'was paid in part by points: record the sale by itself',
      )
    if (customerKey === null)
      return rowFault('customer', 'NO_CUSTOMER', 'names nobody: a sale is imported for its customer')
    const receiptRef = checkRef(['receipt'], textOf('receipt', sale.receiptRef))
    const customer = checkText(['customer'], textOf('customer', customerKey), MAX_NAME_LENGTH)
    return given({ receiptRef, customer, soldAt: soldAt.toISOString(), totalMinor: String(totalMinor) })
  })

function checked(check: () => Readonly<Record<string, string>> | ImportFault): CheckedRow {
  try {
    const found = check()
    return isFault(found) ? { fault: found } : { data: found }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { fault: faultOf(error, (field) => field) }
  }
}

const isFault = (found: Readonly<Record<string, string>> | ImportFault): found is ImportFault =>
  'code' in found && 'details' in found

const given = (values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])))

/** The one spelling of a text that was typed somewhere else. */
function textOf(column: string, text: string): string {
  const folded = foldText(text).trim()
  if (refusedCharacter(folded) !== undefined)
    throw new InvalidInputError({ path: [column], problem: 'Must not have control characters.' })
  return folded
}
