import { once } from 'node:events'
import type { Writable } from 'node:stream'
import {
  type CsvDialect,
  type DocumentLanguage,
  type StatementDocument,
  type StatementLine,
  writeStatementCsv,
  writeStatementJson,
  writeStatementPdf,
} from '@artel/documents'
import { NotFoundError } from '@artel/ledger'
import type { Store } from '@artel/store'
import type { SettlementWindow } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { memberLines } from './member-lines.ts'
import { asPartyStatement, type PartyStatement } from './party-statement.ts'
import { registerPrinter } from './register-line.ts'
import { settlementReach } from './settler.ts'
import { statementDocument } from './statement-document.ts'

/** The formats of a statement. */
export const STATEMENT_FORMATS = ['pdf', 'csv', 'json'] as const
export type StatementFormat = (typeof STATEMENT_FORMATS)[number]

/** A statement that its reader may see, with what it takes to write it. */
export interface ReadableStatement {
  readonly statement: PartyStatement
  readonly window: SettlementWindow
}

export interface WriteStatementOptions {
  readonly format: StatementFormat
  readonly language: DocumentLanguage
  /** Of CSV: what a Russian Excel opens, or RFC 4180. Default: by the language. */
  readonly csvDialect?: CsvDialect
}

/** Finds a statement that the caller may read: a member its own, administrators and auditors all. Throws NotFoundError. */
export async function findStatement(
  context: Context,
  input: { readonly statementId: string },
): Promise<ReadableStatement> {
  const { coalitionId, memberId } = settlementReach(context.principal)
  const id = checkId('statement', input.statementId, ['statementId'])
  const found = await context.store.prisma.statement.findUnique({
    where: { coalitionId_id: { coalitionId, id } },
    include: { window: true },
  })
  if (!found && memberId === undefined) return affiliateStatement(context, { coalitionId, id })
  if (!found || (memberId !== undefined && found.memberId !== memberId))
    throw new NotFoundError({ what: 'statement' }, { path: ['statementId'] })
  const { window, ...statement } = found
  return { statement, window }
}

/** An affiliate's, for administrators and auditors. */
async function affiliateStatement(
  { store }: Context,
  { coalitionId, id }: { readonly coalitionId: string; readonly id: string },
): Promise<ReadableStatement> {
  const found = await store.prisma.affiliateStatement.findUnique({
    where: { coalitionId_id: { coalitionId, id } },
    include: { window: true },
  })
  if (!found) throw new NotFoundError({ what: 'statement' }, { path: ['statementId'] })
  const { window, ...statement } = found
  return { statement: asPartyStatement(statement), window }
}

/**
 * Streams a statement into `out`, which is not ended; a slow one is waited for. Throws when the lines are no longer those
 * that the statement was made of, in which case what was written is no statement.
 */
export async function writeStatement(
  { store }: Pick<Context, 'store'>,
  { statement, window }: ReadableStatement,
  { format, language, csvDialect }: WriteStatementOptions,
  out: Writable,
): Promise<void> {
  const document = await statementDocument(store, statement, window)
  const lines = registerOf(store, window, statement)
  if (format === 'pdf') {
    await writeStatementPdf(document, lines, { language, out })
    return
  }
  for await (const text of textOf(document, lines, { format, language, csvDialect }))
    if (!out.write(text)) await once(out, 'drain')
}

function textOf(
  document: StatementDocument,
  lines: AsyncIterable<StatementLine>,
  options: Omit<WriteStatementOptions, 'csvDialect'> & { readonly csvDialect: CsvDialect | undefined },
) {
  if (options.format === 'json') return writeStatementJson(document, lines)
  const { language } = options
  return writeStatementCsv(document, lines, {
    language,
    dialect: options.csvDialect ?? (language === 'ru' ? 'excel-ru' : 'rfc4180'),
  })
}

async function* registerOf(
  store: Store,
  window: SettlementWindow,
  statement: PartyStatement,
): AsyncGenerator<StatementLine> {
  const print = registerPrinter()
  let no = 0
  for await (const line of memberLines(store, window, statement)) {
    no += 1
    yield print(no, line)
  }
}
