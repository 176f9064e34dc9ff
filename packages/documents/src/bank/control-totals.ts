import { FileTooLargeError } from '../document-error.ts'
import { currencyDigits, decimalText, parseDecimal } from '../text/decimal.ts'
import { accountCurrency, NO_CURRENCY, plainAccount } from './account-currency.ts'
import { type BankFileRemark, type BankLine, bankRemark } from './bank-line.ts'
import type { Section } from './client-bank-sections.ts'
import { identifyPayment } from './payment-identity.ts'
import { readWrittenDate } from './written-date.ts'

/** A section of every day of fifty years, or of many accounts. */
const MAX_SECTIONS = 20_000

/** A figure of a statement that is not what the statement itself adds up to. Minor units. */
export interface TotalsMismatch {
  readonly line: number
  /** By the name it has in the file. */
  readonly field: string
  readonly account: string
  readonly currency: string
  readonly saidMinor: bigint
  readonly foundMinor: bigint
  /** Day that the statement ends with; empty if it does not say. */
  readonly day: string
}

/** What a mismatch is told with. */
export function mismatchRemark({ line, field, currency, ...figures }: TotalsMismatch): BankFileRemark {
  const [said, found] = [figures.saidMinor, figures.foundMinor].map((minor) =>
    decimalText(minor, digitsOf(currency)),
  )
  const message = `${field} says ${said}, the movements of the file give ${found}`
  return bankRemark('TOTALS_MISMATCH', { line, field, message })
}

/** The line that tells of a mismatch among the movements: it has no amount and proves nothing. */
export function mismatchLine(mismatch: TotalsMismatch): BankLine {
  const { line, account, currency } = mismatch
  const facts = {
    ...{ line, account, direction: 'IN' as const, amountMinor: 0n, currency, bookedOn: mismatch.day },
    ...{ booked: false, reversal: false, documentNo: '', endToEndId: '', remittance: '', bankRef: '' },
    counterparty: { name: '', account: '', taxId: '' },
    problem: mismatchRemark(mismatch),
    remarks: [],
  }
  return { ...facts, identity: identifyPayment(facts, null) }
}

const digitsOf = (currency: string): number => (currency === NO_CURRENCY ? 2 : currencyDigits(currency))

/**
 * Holds the movements of a 1C exchange text against what its account sections say: the opening balance with the
 * turnovers is the closing balance, and the turnovers are those of the section's days. What a section leaves out is not
 * checked.
 */
export function createTurnoverCheck() {
  const sections: Section[] = []
  const turnovers = new Map<string, Map<string, bigint>>()
  return {
    addSection(section: Section): void {
      if (section.kind !== 'ACCOUNT' || section.ownAccounts.length === 0) return
      if (sections.length >= MAX_SECTIONS)
        throw new FileTooLargeError(`the file has more than ${MAX_SECTIONS} account sections`)
      sections.push(section)
    },
    addLine(line: BankLine): void {
      if (!line.booked) return
      const key = `${plainAccount(line.account)} ${line.direction}`
      const days = turnovers.get(key) ?? new Map<string, bigint>()
      turnovers.set(key, days)
      days.set(line.bookedOn, (days.get(line.bookedOn) ?? 0n) + line.amountMinor)
    },
    mismatches(): TotalsMismatch[] {
      const moved = new Map([...turnovers].map(([key, days]) => [key, sumsUpTo(days)]))
      return sections.flatMap((section) => sectionMismatches(section, moved))
    },
  }
}

/** What moved up to each day, in the order of days: a file may have as many sections as days. */
type RunningTurnover = readonly { readonly day: string; readonly sum: bigint }[]

function sumsUpTo(days: ReadonlyMap<string, bigint>): RunningTurnover {
  let sum = 0n
  return [...days]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, amount]) => {
      sum += amount
      return { day, sum }
    })
}

/** What moved on days for which `isBefore` holds. */
function movedWhile(turnover: RunningTurnover, isBefore: (day: string) => boolean): bigint {
  let [low, high] = [0, turnover.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(turnover[middle]?.day ?? '')) low = middle + 1
    else high = middle
  }
  return turnover[low - 1]?.sum ?? 0n
}

function sectionMismatches(section: Section, moved: ReadonlyMap<string, RunningTurnover>): TotalsMismatch[] {
  const account = section.ownAccounts[0] ?? ''
  const currency = accountCurrency(account) ?? 'RUB'
  const said = (name: string) => parseDecimal(section.fields.get(name)?.value ?? '', digitsOf(currency))
  const dayOf = (name: string) => readWrittenDate(section.fields.get(name)?.value ?? '')?.day
  const [from = '', to = '9999-12-31'] = [dayOf('ДатаНачала'), dayOf('ДатаКонца')]
  const found = (direction: string): bigint => {
    const turnover = moved.get(`${plainAccount(account)} ${direction}`) ?? []
    return movedWhile(turnover, (day) => day <= to) - movedWhile(turnover, (day) => day < from)
  }
  const [foundIn, foundOut] = [found('IN'), found('OUT')]
  const [received, paid] = [said('ВсегоПоступило'), said('ВсегоСписано')]
  const [opening, closing] = [said('НачальныйОстаток'), said('КонечныйОстаток')]
  const compared: [field: string, said: bigint | undefined, found: bigint][] = [
    ['ВсегоПоступило', received, foundIn],
    ['ВсегоСписано', paid, foundOut],
  ]
  if (opening !== undefined)
    compared.push(['КонечныйОстаток', closing, opening + (received ?? foundIn) - (paid ?? foundOut)])
  return compared.flatMap(([field, saidMinor, foundMinor]) =>
    saidMinor === undefined || saidMinor === foundMinor
      ? []
      : [
          {
            ...{ account, currency, field, saidMinor, foundMinor, day: dayOf('ДатаКонца') ?? '' },
            line: section.fields.get(field)?.line ?? section.line,
          },
        ],
  )
}
