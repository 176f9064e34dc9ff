import { BYTE_ORDER_MARK, type CsvDialect, csvRecord, neutralCell } from '../csv/csv-cell.ts'
import { decimalText } from '../text/decimal.ts'
import { percentText } from './amount-text.ts'
import { running } from './running-balance.ts'
import type {
  DocumentLanguage,
  StatementDocument,
  StatementLine,
  StatementLines,
} from './statement-document.ts'
import { EMPTY_LINE_HASH } from './statement-line-hash.ts'
import { kindName, type StatementWords, wordsOf } from './statement-words.ts'
import { zonedDate, zonedTime } from './zoned-date.ts'

/** Kinds of the records that are not lines: the first, what makes whole minor units of the balance, and the last. */
export const OPENING_KIND = 'OPENING'
export const ROUNDING_KIND = 'ROUNDING'
export const CLOSING_KIND = 'CLOSING'

/**
 * Streams a statement as one CSV table: a head, the opening balance as record 0, a record for each line, one of
 * rounding where the balance has parts of a minor unit, and the closing record with the turnovers of the lines. The columns, in both dialects and languages:
 * number, date, time (coalition's zone), kind code, kind name, counterparty id, counterparty name, reference, points,
 * debit, credit, balance, entry id, instant (ISO 8601 UTC), hash, VAT rate, charges without VAT, VAT. On the first record
 * the reference is the statement's id, on the last the chain head. VAT is inside the charges of the whole statement and
 * stands on the last record. Every text is neutralised against formulas.
 * Throws StatementMismatchError at the end when the lines are not those of the document.
 */
export async function* writeStatementCsv(
  document: StatementDocument,
  lines: StatementLines,
  options: { readonly dialect: CsvDialect; readonly language: DocumentLanguage },
): AsyncGenerator<string> {
  const { dialect } = options
  const words = wordsOf(options.language, document.member)
  const separator = dialect === 'excel-ru' ? ',' : '.'
  const money = (amount: bigint) => decimalText(amount, document.amountDigits, separator)
  if (dialect === 'excel-ru') yield BYTE_ORDER_MARK
  yield csvRecord(words.csvColumns, dialect)

  const { from, to } = document.window
  yield csvRecord(
    boundaryCells(document, words, {
      ...{ no: 0, kind: OPENING_KIND, instant: from, reference: document.id, points: 0n },
      ...{ debit: '', credit: '', balance: money(document.opening), hash: EMPTY_LINE_HASH },
    }),
    dialect,
  )
  let debit = 0n
  let credit = 0n
  let points = 0n
  for await (const { line, balance, hash } of running(document, lines)) {
    points += line.points
    if (line.amount > 0n) debit += line.amount
    else credit -= line.amount
    yield csvRecord(lineCells(document, words, line, { balance: money(balance), hash, money }), dialect)
  }
  const closing = { no: document.lineCount, instant: to, balance: money(document.closing) }
  const { rounding } = document
  if (rounding !== 0n)
    yield csvRecord(
      boundaryCells(document, words, {
        ...closing,
        ...{ kind: ROUNDING_KIND, reference: '', points: 0n, hash: document.lineHash },
        ...{ debit: rounding > 0n ? money(rounding) : '', credit: rounding < 0n ? money(-rounding) : '' },
      }),
      dialect,
    )
  yield csvRecord(
    boundaryCells(document, words, {
      ...closing,
      ...{ kind: CLOSING_KIND, reference: document.chainHead, points, hash: document.lineHash },
      ...{ debit: money(debit), credit: money(credit) },
      vat: vatCells(document, words, money),
    }),
    dialect,
  )
}

function lineCells(
  document: StatementDocument,
  words: StatementWords,
  line: StatementLine,
  after: { balance: string; hash: string; money: (amount: bigint) => string },
): string[] {
  const { counterpartyId: other } = line
  return [
    line.no.toString(),
    zonedDate(line.postedAt, document.timeZone, words.language),
    zonedTime(line.postedAt, document.timeZone),
    neutralCell(line.kind),
    neutralCell(kindName(words, line.kind)),
    neutralCell(other ?? ''),
    neutralCell(other === null ? '' : (document.counterpartyNames.get(other) ?? '')),
    neutralCell(line.reference),
    line.points.toString(),
    line.amount > 0n ? after.money(line.amount) : '',
    line.amount < 0n ? after.money(-line.amount) : '',
    after.balance,
    neutralCell(line.entryId),
    line.postedAt.toISOString(),
    after.hash,
    ...NO_VAT_CELLS,
  ]
}

interface Boundary {
  readonly no: number
  readonly kind: string
  readonly instant: Date
  readonly reference: string
  readonly points: bigint
  readonly debit: string
  readonly credit: string
  readonly balance: string
  readonly hash: string
  readonly vat?: readonly string[]
}

const NO_VAT_CELLS = ['', '', '']

/** Rate, charges without it, and the tax; several rates are named together and summed. Empty where no tax is told. */
function vatCells(
  { vat = [] }: StatementDocument,
  words: StatementWords,
  money: (amount: bigint) => string,
): readonly string[] {
  if (vat.length === 0) return NO_VAT_CELLS
  const rates = vat.map(({ rateBps }) =>
    rateBps === null ? words.noVat : percentText(rateBps, words.language),
  )
  const sum = (part: 'net' | 'tax') => money(vat.reduce((total, one) => total + one[part], 0n))
  return [neutralCell(rates.join(' / ')), sum('net'), sum('tax')]
}

const boundaryCells = (document: StatementDocument, words: StatementWords, boundary: Boundary): string[] => [
  boundary.no.toString(),
  zonedDate(boundary.instant, document.timeZone, words.language),
  zonedTime(boundary.instant, document.timeZone),
  boundary.kind,
  kindName(words, boundary.kind),
  neutralCell(document.member.id),
  neutralCell(document.member.name),
  neutralCell(boundary.reference),
  boundary.points.toString(),
  boundary.debit,
  boundary.credit,
  boundary.balance,
  '',
  boundary.instant.toISOString(),
  boundary.hash,
  ...(boundary.vat ?? NO_VAT_CELLS),
]
