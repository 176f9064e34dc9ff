import { cell, nextPage, PAGE, type PdfPage, paragraph, rule, TEXT_WIDTH } from '../pdf/pdf-page.ts'
import { type PdfTable, tableFits, tableHead, tableRow } from '../pdf/pdf-table.ts'
import { currencyDigits } from '../text/decimal.ts'
import {
  type AmountUnit,
  amountText,
  minorUnit,
  percentText,
  printedColumn,
  printedUnit,
  wholeText,
} from './amount-text.ts'
import { rublesInWords } from './rubles-in-words.ts'
import type { StatementDocument, StatementParty, StatementTotal } from './statement-document.ts'
import { kindName, type StatementWords } from './statement-words.ts'
import { windowWords } from './window-words.ts'
import { zonedDate, zonedTime } from './zoned-date.ts'

const FONT_SIZE = 8.5
/** Room that a block of signatures takes, in points. */
const SIGNATURES_HEIGHT = 130
/** Room of what is signed for: it must stand on the sheet that is signed, not on the one before. */
const CLOSING_HEIGHT = 165 + SIGNATURES_HEIGHT

/** The first sheet: who, for which period, the balances and turnovers, what is owed, the hashes and the signatures. */
export function drawStatementSummary(
  page: PdfPage,
  document: StatementDocument,
  words: StatementWords,
): void {
  const { language } = words
  const issued = words.issued(
    zonedDate(document.issuedAt, document.timeZone, language),
    zonedTime(document.issuedAt, document.timeZone).slice(0, 5),
  )
  const { from, to } = windowWords(document, words)
  paragraph(page, words.title(document.window.no), { size: 15, bold: true, align: 'center', gap: 2 })
  paragraph(page, words.period(from, to), { size: 11, align: 'center', gap: 2 })
  paragraph(page, `${document.id} · ${issued} · ${words.inCurrency(document.currency)}`, {
    ...{ size: 8, align: 'center', gap: 10 },
  })
  const parties = words.parties(described(document.coalition, words), described(document.member, words))
  paragraph(page, parties, { size: 9.5, align: 'justify', gap: 8 })
  drawTurnovers(page, document, words)
  drawCounterparties(page, document, words)
  drawVat(page, document, words)
  if (page.y + CLOSING_HEIGHT > PAGE.bottom) nextPage(page)
  page.y += 4
  paragraph(page, balanceSentence(document, words), { size: 10, bold: true, gap: 4 })
  const later = planSentences(document, words).join(' ')
  if (later !== '') paragraph(page, later, { size: 9, gap: 6 })
  paragraph(page, words.proof(wholeText(document.lineCount, language)), { size: 8.5, gap: 3 })
  paragraph(page, `${words.lineHash}: ${document.lineHash}`, { size: 8, gap: 1 })
  paragraph(page, `${words.chainHead}: ${document.chainHead}`, { size: 8, gap: 12 })
  drawSignatures(page, document, words)
}

const described = (party: StatementParty, words: StatementWords): string =>
  [
    party.legalName === undefined || party.legalName === party.name
      ? party.name
      : `${party.legalName} (${party.name})`,
    party.taxId === undefined ? [] : `${words.taxId} ${party.taxId}`,
    party.kpp === undefined ? [] : `${words.kpp} ${party.kpp}`,
    party.address ?? [],
  ]
    .flat()
    .join(', ')

const money = (minor: bigint, document: StatementDocument, { language }: StatementWords): string =>
  amountText(minor, printedUnit(document), language)

/** Debit and credit cells of a signed amount of minor units. */
function sides(minor: bigint, document: StatementDocument, words: StatementWords): [string, string] {
  const text = money(magnitude(minor), document, words)
  return minor < 0n ? ['', text] : [text, '']
}

/**
 * The line that is missing between the columns as they are printed and the closing balance, in minor units, with what the
 * exact balance is more. None where nothing was rounded.
 */
export function printedRounding(
  document: StatementDocument,
  words: StatementWords,
  printed: { readonly debit: bigint; readonly credit: bigint },
): { readonly label: string; readonly amount: bigint } | undefined {
  const { opening, closing, residue, currency, amountDigits } = document
  const amount = (closing - opening) / minorUnit(document) - printed.debit + printed.credit
  if (amount === 0n && residue === 0n) return undefined
  const exact = amountText(magnitude(residue), { currency, digits: amountDigits }, words.language)
  return {
    label: words.rounding(residue === 0n ? undefined : { amount: exact, isDebit: residue > 0n }),
    amount,
  }
}

/** Balances and turnovers by kind on the operator's side; the member's side is left for the member to fill. */
function drawTurnovers(page: PdfPage, document: StatementDocument, words: StatementWords): void {
  const { columns } = words
  const amounts = 66
  const table: PdfTable = {
    groups: [
      { title: words.byKind, span: 3 },
      { title: words.byOperator, span: 2 },
      { title: words.byMember, span: 2 },
    ],
    columns: [
      { title: columns.operation, width: TEXT_WIDTH - 34 - 52 - amounts * 4, wraps: true },
      { title: columns.lines, width: 34, align: 'right' },
      { title: columns.points, width: 52, align: 'right' },
      ...[1, 2].flatMap(() => [
        { title: columns.debit, width: amounts, align: 'right' as const },
        { title: columns.credit, width: amounts, align: 'right' as const },
      ]),
    ],
    fontSize: FONT_SIZE,
    onNewPage: () => {},
  }
  const minor = minorUnit(document)
  const { opensAt, closesAt } = windowWords(document, words)
  const balance = (label: string, amount: bigint, bold: boolean) =>
    tableRow(page, table, [label, '', '', ...sides(amount, document, words)], { bold })
  tableHead(page, table)
  balance(words.openingOn(opensAt), document.opening / minor, true)
  const totals = printedTotals(document.totalsByKind, document)
  for (const total of totals)
    tableRow(page, table, [kindName(words, total.kind), ...totalCells(total, document, words)])
  const turnover = sumOf(totals)
  tableRow(page, table, [words.turnover, ...totalCells(turnover, document, words)], {
    ...{ bold: true, fill: '#f5f5f5' },
  })
  const rounding = printedRounding(document, words, turnover)
  if (rounding) balance(rounding.label, rounding.amount, false)
  balance(words.closingOn(closesAt), document.closing / minor, true)
  page.y += 10
}

function drawCounterparties(page: PdfPage, document: StatementDocument, words: StatementWords): void {
  if (document.totalsByCounterparty.length === 0) return
  const { columns } = words
  const amounts = 66
  const table: PdfTable = {
    columns: [
      { title: columns.counterparty, width: TEXT_WIDTH - 34 - 52 - amounts * 2 },
      { title: columns.lines, width: 34, align: 'right' },
      { title: columns.points, width: 52, align: 'right' },
      { title: columns.debit, width: amounts, align: 'right' },
      { title: columns.credit, width: amounts, align: 'right' },
    ],
    fontSize: FONT_SIZE,
    onNewPage: () => {},
  }
  if (!tableFits(page, table, 4)) nextPage(page)
  paragraph(page, words.byCounterparty, { size: 9.5, bold: true, gap: 3 })
  tableHead(page, table)
  for (const total of printedTotals(document.totalsByCounterparty, document)) {
    const { counterpartyId: id } = total
    const name = id === null ? words.noCounterparty : (document.counterpartyNames.get(id) ?? id)
    tableRow(page, table, [name, ...totalCells(total, document, words)])
  }
  page.y += 10
}

function drawVat(page: PdfPage, document: StatementDocument, words: StatementWords): void {
  if (!document.vat || document.vat.length === 0) return
  const { columns, language } = words
  const table: PdfTable = {
    columns: [
      { title: columns.rate, width: TEXT_WIDTH - 180 },
      { title: columns.net, width: 90, align: 'right' },
      { title: columns.tax, width: 90, align: 'right' },
    ],
    fontSize: FONT_SIZE,
    onNewPage: () => {},
  }
  if (!tableFits(page, table, 3)) nextPage(page)
  paragraph(page, words.vat, { size: 9.5, bold: true, gap: 3 })
  tableHead(page, table)
  for (const { rateBps, net, tax } of document.vat)
    tableRow(page, table, [
      rateBps === null ? words.noVat : percentText(rateBps, language),
      money(net / minorUnit(document), document, words),
      money(tax / minorUnit(document), document, words),
    ])
  page.y += 10
}

/** The same totals in minor units, so that their columns add up as those of the register do. */
function printedTotals<Total extends StatementTotal>(
  totals: readonly Total[],
  document: StatementDocument,
): readonly Total[] {
  const columns = { debit: printedColumn(document), credit: printedColumn(document) }
  return totals.map((total) => ({
    ...total,
    debit: columns.debit(total.debit),
    credit: columns.credit(total.credit),
  }))
}

/** Of a total in minor units. */
const totalCells = (total: StatementTotal, document: StatementDocument, words: StatementWords): string[] => [
  wholeText(total.lineCount, words.language),
  wholeText(total.points, words.language),
  money(total.debit, document, words),
  money(total.credit, document, words),
]

const sumOf = (totals: readonly StatementTotal[]): StatementTotal =>
  totals.reduce(
    (sum, total) => ({
      lineCount: sum.lineCount + total.lineCount,
      points: sum.points + total.points,
      debit: sum.debit + total.debit,
      credit: sum.credit + total.credit,
    }),
    { lineCount: 0, points: 0n, debit: 0n, credit: 0n },
  )

/** Who owes whom how much: all that a statement can say, for it is made before it is planned who pays. */
function balanceSentence(document: StatementDocument, words: StatementWords): string {
  const { closing } = document
  const { closesAt } = windowWords(document, words)
  if (closing === 0n) return words.nobodyOwes(closesAt)
  const says = closing > 0n ? words.memberOwes : words.operatorOwes
  return says(closesAt, owed(magnitude(closing / minorUnit(document)), printedUnit(document), words))
}

/** What decides on payments, and what it leaves for later. */
function planSentences(document: StatementDocument, words: StatementWords): string[] {
  const { plan } = document
  if (!plan) return []
  const { minPayoutMinor, dueOn } = plan
  const least =
    minPayoutMinor > 0n
      ? amountText(minPayoutMinor, minorUnitOf(document), words.language, 'currency')
      : undefined
  return [words.planDecides(calendarDate(dueOn, words)), words.carriedForward(least)]
}

const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount)

const minorUnitOf = ({ currency }: StatementDocument) => ({ currency, digits: currencyDigits(currency) })

/** In figures, and in Russian roubles also in words, as an act is signed. */
function owed(minor: bigint, unit: AmountUnit, words: StatementWords): string {
  const figures = amountText(minor, unit, words.language, 'currency')
  const isSpelled = words.language === 'ru' && unit.currency === 'RUB' && unit.digits === 2
  return isSpelled ? `${figures} (${rublesInWords(minor)})` : figures
}

const calendarDate = (date: string, words: StatementWords): string =>
  words.language === 'ru' ? date.split('-').reverse().join('.') : date

function drawSignatures(page: PdfPage, document: StatementDocument, words: StatementWords): void {
  if (page.y + SIGNATURES_HEIGHT > PAGE.bottom) nextPage(page)
  const width = TEXT_WIDTH / 2 - 14
  const sides = [
    { role: words.operator, party: document.coalition, x: PAGE.left },
    { role: words.member, party: document.member, x: PAGE.left + TEXT_WIDTH / 2 + 14 },
  ]
  for (const { role, party, x } of sides) drawSignature(page, words, { role, party, x, width })
  page.y += SIGNATURES_HEIGHT
}

function drawSignature(
  page: PdfPage,
  words: StatementWords,
  side: { role: string; party: StatementParty; x: number; width: number },
): void {
  const { pdf, y } = page
  const { party, x, width } = side
  pdf.font('bold').fontSize(9.5)
  cell(pdf, side.role, { x, y, width })
  pdf.font('regular').fontSize(9)
  pdf.text(party.legalName ?? party.name, x, y + 13, { width, height: 24, ellipsis: true })
  const half = width / 2 - 4
  const filled = [
    { at: x, top: y + 54, wide: width, text: party.signatory?.position ?? '', label: words.position },
    { at: x, top: y + 88, wide: half, text: '', label: words.signature },
    { at: x + half + 8, top: y + 88, wide: half, text: party.signatory?.name ?? '', label: words.signedName },
  ]
  for (const { at, top, wide, text, label } of filled) {
    pdf.font('regular').fontSize(9)
    cell(pdf, text, { x: at, y: top - 12, width: wide, align: 'center' })
    rule(pdf, top, at, wide)
    pdf.fontSize(6.5).fillColor('#555')
    cell(pdf, label, { x: at, y: top + 2, width: wide, align: 'center' })
    pdf.fillColor('#000')
  }
  pdf.fontSize(9)
  cell(pdf, words.stamp, { x, y: y + 108, width })
}
