import { cell, nextPage, PAGE, type PdfPage, paragraph, rule, TEXT_WIDTH } from '../pdf/pdf-page.ts'
import { type PdfTable, tableFits, tableHead, tableRow } from '../pdf/pdf-table.ts'
import { currencyDigits } from '../text/decimal.ts'
import { amountText, percentText, wholeText } from './amount-text.ts'
import { rublesInWords } from './rubles-in-words.ts'
import type {
  DocumentLanguage,
  StatementDocument,
  StatementParty,
  StatementTotal,
} from './statement-document.ts'
import { kindName, type StatementWords } from './statement-words.ts'
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
  const from = zonedDate(document.window.from, document.timeZone, language)
  paragraph(page, words.title(document.window.no), { size: 15, bold: true, align: 'center', gap: 2 })
  paragraph(page, words.period(from, lastDayOf(document, language)), { size: 11, align: 'center', gap: 2 })
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
  paragraph(page, balanceSentences(document, words).join(' '), { size: 10, bold: true, gap: 4 })
  const later = planSentences(document, words).join(' ')
  if (later !== '') paragraph(page, later, { size: 9, gap: 6 })
  paragraph(page, words.proof(wholeText(document.lineCount, language)), { size: 8.5, gap: 3 })
  paragraph(page, `${words.lineHash}: ${document.lineHash}`, { size: 8, gap: 1 })
  paragraph(page, `${words.chainHead}: ${document.chainHead}`, { size: 8, gap: 12 })
  drawSignatures(page, document, words)
}

/** The last day that belongs to the window, on the coalition's calendar. */
export const lastDayOf = (document: StatementDocument, language: DocumentLanguage): string =>
  zonedDate(new Date(document.window.to.getTime() - 1), document.timeZone, language)

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

const unitOf = (document: StatementDocument) => ({
  currency: document.currency,
  digits: document.amountDigits,
})

/** Debit and credit cells of a signed amount. */
function sides(amount: bigint, document: StatementDocument, language: DocumentLanguage): [string, string] {
  const text = amountText(amount < 0n ? -amount : amount, unitOf(document), language)
  return amount < 0n ? ['', text] : [text, '']
}

/** Balances and turnovers by kind on the operator's side; the member's side is left for the member to fill. */
function drawTurnovers(page: PdfPage, document: StatementDocument, words: StatementWords): void {
  const { columns, language } = words
  const money = 66
  const table: PdfTable = {
    groups: [
      { title: words.byKind, span: 3 },
      { title: words.byOperator, span: 2 },
      { title: words.byMember, span: 2 },
    ],
    columns: [
      { title: columns.operation, width: TEXT_WIDTH - 34 - 52 - money * 4 },
      { title: columns.lines, width: 34, align: 'right' },
      { title: columns.points, width: 52, align: 'right' },
      ...[1, 2].flatMap(() => [
        { title: columns.debit, width: money, align: 'right' as const },
        { title: columns.credit, width: money, align: 'right' as const },
      ]),
    ],
    fontSize: FONT_SIZE,
    onNewPage: () => {},
  }
  const from = zonedDate(document.window.from, document.timeZone, language)
  tableHead(page, table)
  tableRow(page, table, [words.openingOn(from), '', '', ...sides(document.opening, document, language)], {
    bold: true,
  })
  for (const total of document.totalsByKind)
    tableRow(page, table, [kindName(words, total.kind), ...totalCells(total, document, language)])
  tableRow(page, table, [words.turnover, ...totalCells(sumOf(document.totalsByKind), document, language)], {
    ...{ bold: true, fill: '#f5f5f5' },
  })
  const closing = words.closingOn(lastDayOf(document, language))
  tableRow(page, table, [closing, '', '', ...sides(document.closing, document, language)], { bold: true })
  page.y += 10
}

function drawCounterparties(page: PdfPage, document: StatementDocument, words: StatementWords): void {
  if (document.totalsByCounterparty.length === 0) return
  const { columns, language } = words
  const money = 66
  const table: PdfTable = {
    columns: [
      { title: columns.counterparty, width: TEXT_WIDTH - 34 - 52 - money * 2 },
      { title: columns.lines, width: 34, align: 'right' },
      { title: columns.points, width: 52, align: 'right' },
      { title: columns.debit, width: money, align: 'right' },
      { title: columns.credit, width: money, align: 'right' },
    ],
    fontSize: FONT_SIZE,
    onNewPage: () => {},
  }
  if (!tableFits(page, table, 4)) nextPage(page)
  paragraph(page, words.byCounterparty, { size: 9.5, bold: true, gap: 3 })
  tableHead(page, table)
  for (const total of document.totalsByCounterparty) {
    const { counterpartyId: id } = total
    const name = id === null ? words.noCounterparty : (document.counterpartyNames.get(id) ?? id)
    tableRow(page, table, [name, ...totalCells(total, document, language)])
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
      amountText(net, unitOf(document), language),
      amountText(tax, unitOf(document), language),
    ])
  page.y += 10
}

const totalCells = (
  total: StatementTotal,
  document: StatementDocument,
  language: DocumentLanguage,
): string[] => [
  wholeText(total.lineCount, language),
  wholeText(total.points, language),
  amountText(total.debit, unitOf(document), language),
  amountText(total.credit, unitOf(document), language),
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
function balanceSentences(document: StatementDocument, words: StatementWords): string[] {
  const { closing, plan } = document
  const date = lastDayOf(document, words.language)
  if (closing === 0n) return [words.nobodyOwes(date)]
  const says = closing > 0n ? words.memberOwes : words.operatorOwes
  const balance = says(date, owed(magnitude(closing), unitOf(document), words))
  if (!plan || plan.roundedMinor * minorUnit(document) === closing) return [balance]
  return [balance, words.rounded(owed(magnitude(plan.roundedMinor), minorUnitOf(document), words))]
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

/** A minor unit of the currency in the units of the document's amounts. */
const minorUnit = ({ currency, amountDigits }: StatementDocument): bigint =>
  10n ** BigInt(Math.max(0, amountDigits - currencyDigits(currency)))

const minorUnitOf = ({ currency }: StatementDocument) => ({ currency, digits: currencyDigits(currency) })

/** In figures, and in Russian roubles also in words, as an act is signed. */
function owed(amount: bigint, unit: { currency: string; digits: number }, words: StatementWords): string {
  const figures = amountText(amount, unit, words.language, 'currency')
  const perKopeck = 10n ** BigInt(Math.max(0, unit.digits - 2))
  const spelled = words.language === 'ru' && unit.currency === 'RUB' && unit.digits >= 2
  return spelled && amount % perKopeck === 0n ? `${figures} (${rublesInWords(amount / perKopeck)})` : figures
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
