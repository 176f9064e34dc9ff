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
import { amountText, minorUnit, printedColumn, printedUnit, wholeText } from './amount-text.ts'
import { type RunningLine, running } from './running-balance.ts'
import type { DocumentLanguage, StatementDocument, StatementLines } from './statement-document.ts'
import { drawStatementSummary, printedRounding } from './statement-summary.ts'
import { kindName, type StatementWords, wordsOf } from './statement-words.ts'
import { windowWords } from './window-words.ts'
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
  const words = wordsOf(options.language, document.member)
  const page = await openPdf({
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
  const unit = printedUnit(document)
  const money = (amount: bigint) => amountText(amount, unit, language)
  const minor = minorUnit(document)
  const columns = { debit: printedColumn(document), credit: printedColumn(document) }
  const { opensAt, closesAt } = windowWords(document, words)
  const table = registerTable(document, words)
  paragraph(page, words.register, { size: 12, bold: true, gap: 2 })
  paragraph(page, registerCaption(document, words), { size: 8, gap: 6 })
  tableHead(page, table)
  const balance = (label: string, amount: bigint) =>
    tableLabelRow(page, table, { label, span: 6, cells: sides(amount, money) })
  balance(words.openingOn(opensAt), document.opening / minor)
  let debit = 0n
  let credit = 0n
  let points = 0n
  for await (const { line } of lines) {
    const pageBefore = page.pageNo
    points += line.points
    const isDebit = line.amount > 0n
    const amount = isDebit ? columns.debit(line.amount) : columns.credit(-line.amount)
    if (isDebit) debit += amount
    else credit += amount
    const other = line.counterpartyId
    tableRow(page, table, [
      wholeText(line.no, language),
      zonedDate(line.postedAt, document.timeZone, language),
      kindName(words, line.kind),
      other === null ? '' : (document.counterpartyNames.get(other) ?? other),
      line.reference,
      line.points === 0n ? '' : wholeText(line.points, language),
      ...(isDebit ? [money(amount), ''] : ['', money(amount)]),
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
  const rounding = printedRounding(document, words, { debit, credit })
  if (rounding) balance(rounding.label, rounding.amount)
  balance(words.closingOn(closesAt), document.closing / minor)
  countPages(page, words.sheets(page.pageNo))
}

/** An amount in the debit or the credit column; a balance of nothing is a zero on the debit side. */
const sides = (amount: bigint, money: (amount: bigint) => string): [string, string] =>
  amount < 0n ? ['', money(-amount)] : [money(amount), '']

/** On every page, so that a sheet tells which statement it is of and how to check it. */
const footerText = (document: StatementDocument, words: StatementWords): string =>
  `${words.title(document.window.no)} · ${document.member.name} · ${words.lineHash} ${document.lineHash.slice(0, 16)}…`

function registerCaption(document: StatementDocument, words: StatementWords): string {
  const { from, to } = windowWords(document, words)
  return [
    words.title(document.window.no),
    words.period(from, to),
    document.member.name,
    words.inCurrency(document.currency),
  ].join(' · ')
}

function registerTable(document: StatementDocument, words: StatementWords): PdfTable {
  const { columns } = words
  const money = 62
  const named = PAGE.right - PAGE.left - 36 - 50 - 44 - money * 2
  return {
    columns: [
      { title: columns.no, width: 36, align: 'right' },
      { title: columns.date, width: 50 },
      { title: columns.operation, width: named * 0.38 },
      { title: columns.counterparty, width: named * 0.3 },
      // Half a number of a document names another.
      { title: columns.reference, width: named * 0.32, wraps: true },
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
