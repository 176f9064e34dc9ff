import type { Writable } from 'node:stream'
import {
  countPages,
  finishPdf,
  flush,
  nextPage,
  openPdf,
  PAGE,
  type PdfPage,
  paragraph,
} from '../pdf/pdf-page.ts'
import { type PdfTable, tableHead, tableLabelRow, tableRow } from '../pdf/pdf-table.ts'
import { amountText, wholeText } from './amount-text.ts'
import { type RunningLine, running } from './running-balance.ts'
import type { DocumentLanguage, StatementDocument, StatementLines } from './statement-document.ts'
import { drawStatementSummary, lastDayOf } from './statement-summary.ts'
import { kindName, type StatementWords, wordsOf } from './statement-words.ts'
import { zonedDate } from './zoned-date.ts'

/**
 * Streams a statement as PDF: in Russian an act of reconciliation to be signed (*akt sverki*), in English a statement of
 * account. First the act: parties, balances, turnovers by kind and counterparty, what is owed, hashes, signatures;
 * then every line in a register. Memory does not grow with the number of lines; a slow `out` is waited for.
 * `out` is not ended. Throws StatementMismatchError when the lines are not those of the document: what was
 * written until then is no statement and must be thrown away.
 */
export async function writeStatementPdf(
  document: StatementDocument,
  lines: StatementLines,
  options: { readonly language: DocumentLanguage; readonly out: Writable },
): Promise<{ pageCount: number }> {
  const words = wordsOf(options.language)
  const page = openPdf({
    title: `${words.title(document.window.no)} · ${document.member.name}`,
    author: document.coalition.name,
    createdAt: document.issuedAt,
    footer: (pageNo) => ({ left: footerText(document, words), right: words.page(pageNo) }),
  })
  drawStatementSummary(page, document, words)
  nextPage(page)
  await drawRegister(page, document, words, running(document, lines), options.out)
  await finishPdf(page, options.out)
  return { pageCount: page.pageNo }
}

async function drawRegister(
  page: PdfPage,
  document: StatementDocument,
  words: StatementWords,
  lines: AsyncIterable<RunningLine>,
  out: Writable,
): Promise<void> {
  const { language } = words
  const unit = { currency: document.currency, digits: document.amountDigits }
  const money = (amount: bigint) => amountText(amount, unit, language)
  const table = registerTable(document, words)
  paragraph(page, words.register, { size: 12, bold: true, gap: 2 })
  paragraph(page, registerCaption(document, words), { size: 8, gap: 6 })
  tableHead(page, table)
  const opening = words.openingOn(firstDay(document, words))
  tableLabelRow(page, table, { label: opening, span: 6, cells: sides(document.opening, money) })
  let debit = 0n
  let credit = 0n
  let points = 0n
  for await (const { line } of lines) {
    const pageBefore = page.pageNo
    points += line.points
    if (line.amount > 0n) debit += line.amount
    else credit -= line.amount
    const other = line.counterpartyId
    tableRow(page, table, [
      wholeText(line.no, language),
      zonedDate(line.postedAt, document.timeZone, language),
      kindName(words, line.kind),
      other === null ? '' : (document.counterpartyNames.get(other) ?? other),
      line.reference,
      line.points === 0n ? '' : wholeText(line.points, language),
      ...sides(line.amount, money),
    ])
    if (page.pageNo !== pageBefore) await flush(page, out)
  }
  if (document.lineCount === 0) tableLabelRow(page, table, { label: words.noLines, span: 6, cells: ['', ''] })
  tableLabelRow(page, table, {
    label: words.turnover,
    span: 5,
    cells: [wholeText(points, language), money(debit), money(credit)],
    fill: '#f5f5f5',
  })
  const closing = words.closingOn(lastDayOf(document, language))
  tableLabelRow(page, table, { label: closing, span: 6, cells: sides(document.closing, money) })
  countPages(page, words.sheets(page.pageNo))
}

/** An amount in the debit or the credit column; a balance of nothing is a zero on the debit side. */
const sides = (amount: bigint, money: (amount: bigint) => string): [string, string] =>
  amount < 0n ? ['', money(-amount)] : [money(amount), '']

/** On every page, so that a sheet tells which statement it is of and how to check it. */
const footerText = (document: StatementDocument, words: StatementWords): string =>
  `${words.title(document.window.no)} · ${document.member.name} · ${words.lineHash} ${document.lineHash.slice(0, 16)}…`

const firstDay = (document: StatementDocument, words: StatementWords): string =>
  zonedDate(document.window.from, document.timeZone, words.language)

const registerCaption = (document: StatementDocument, words: StatementWords): string =>
  [
    words.title(document.window.no),
    words.period(firstDay(document, words), lastDayOf(document, words.language)),
    document.member.name,
    words.inCurrency(document.currency),
  ].join(' · ')

function registerTable(document: StatementDocument, words: StatementWords): PdfTable {
  const { columns } = words
  // Micros need more room than kopecks; the names give it.
  const money = document.amountDigits > 2 ? 74 : 62
  const named = PAGE.right - PAGE.left - 36 - 50 - 44 - money * 2
  return {
    columns: [
      { title: columns.no, width: 36, align: 'right' },
      { title: columns.date, width: 50 },
      { title: columns.operation, width: named * 0.4 },
      { title: columns.counterparty, width: named * 0.34 },
      { title: columns.reference, width: named * 0.26 },
      { title: columns.points, width: 44, align: 'right' },
      { title: columns.debit, width: money, align: 'right' },
      { title: columns.credit, width: money, align: 'right' },
    ],
    fontSize: 8,
    onNewPage: (page) => {
      paragraph(page, registerCaption(document, words), { size: 8, gap: 4 })
    },
  }
}
