import { kindName, parseDecimal, wholeText, wordsOf } from '@artel/documents'
import { micros } from '@artel/ledger'
import {
  type AnsweredStatement,
  acceptStatement,
  type ClearingLine,
  type DisputeWithOutcome,
  encodePublicId,
  findWindow,
  memberLines,
  openDispute,
  resolveDispute,
} from '@artel/use-cases'
import { CliError, UsageError } from '../cli-error.ts'
import { textTable } from '../text-table.ts'
import { actingMember } from './acting-as.ts'
import { disputeOf, disputesOf, membersById, type NamedStatement, statementOf } from './find-settled.ts'
import { keyOf, needed, oneOf, type SettleStep, type Settling, windowOf } from './settling.ts'
import { dayText, disputesTable, exactText, statementsTable } from './show.ts'
import { disputeData, statementData } from './shown-data.ts'

const LINES_SHOWN = 100
const MICRO_DIGITS = 6

/** The lines of a statement with their numbers, which are those of the register. */
export const lines: SettleStep = async (settling) => {
  const { words, options } = settling
  const statement = await statementOf(settling, windowOf(settling), options.member)
  const members = await membersById(settling)
  const shown: (ClearingLine & { readonly no: number })[] = []
  for await (const line of numbered(settling, statement)) if (shown.push(line) === LINES_SHOWN) break
  const { columns, language } = words
  const ownWords = wordsOf(language)
  const named = ({ counterparty: { kind, ownerId } }: ClearingLine) =>
    kind === 'CLEARING' ? members.get(ownerId) : undefined
  const heads = ['no', 'date', 'operation', 'counterparty', 'document', 'points', 'amount'] as const
  const figures = new Set<string>(['no', 'points', 'amount'])
  const table = textTable(
    heads.map((head) => ({ title: columns[head], align: figures.has(head) ? 'right' : 'left' })),
    shown.map((line) => [
      ...[String(line.no), dayText(settling, line.postedAt), kindName(ownWords, line.kind)],
      ...[named(line)?.name ?? words.coalition, line.reference],
      ...[wholeText(line.points, language), exactText(settling, line.amount)],
    ]),
  )
  const { lineCount } = statement
  return {
    text: table + (lineCount > shown.length ? `${words.moreLines(shown.length, lineCount)}\n` : ''),
    data: {
      statement: statementData(statement),
      lines: shown.map((line) => ({
        ...{ no: line.no, entryId: encodePublicId('entry', line.entryId), position: line.position },
        ...{ postedAt: line.postedAt, kind: line.kind, counterparty: named(line)?.handle ?? null },
        ...{ reference: line.reference, points: line.points, amountMicros: line.amount },
      })),
    },
  }
}

/** Accepts the caller's statement. */
export const accept: SettleStep = async (settling) => {
  const { context } = settling
  const windowNo = windowOf(settling)
  requireMemberKey(settling)
  const { id, member } = await statementOf(settling, windowNo, undefined)
  const { statement, replayed } = await acceptStatement(context, { statementId: id, ...keyOf(settling) })
  return {
    text: await statementsTable(settling, windowNo),
    data: { statement: statementData({ ...statement, member }), replayed },
  }
}

/** Disputes a line of the caller's statement, by its number in the register. */
export const dispute: SettleStep = async (settling) => {
  const { context, options } = settling
  const windowNo = windowOf(settling)
  requireMemberKey(settling)
  const statement = await statementOf(settling, windowNo, undefined)
  const { entryId, position } = await lineOf(settling, statement)
  const opened = await openDispute(context, {
    statementId: statement.id,
    entryId,
    position,
    reason: needed('--reason', options.reason),
    evidence: options.evidence,
    ...keyOf(settling),
  })
  return answered(settling, opened)
}

/** The disputes of a window. */
export const disputes: SettleStep = async (settling) => {
  const windowNo = windowOf(settling)
  const rows = await disputesOf(settling, windowNo)
  return {
    text: await disputesTable(settling, windowNo),
    data: { disputes: rows.map((row) => ({ member: row.statement.member.name, ...disputeData(row) })) },
  }
}

/** Decides on a dispute. */
export const resolve: SettleStep = async (settling) => {
  const { context, options } = settling
  const { id } = await disputeOf(settling, needed('--dispute', options.dispute))
  const outcome = oneOf('--outcome', needed('--outcome', options.outcome).toUpperCase(), OUTCOMES)
  const amountMicros = options.amount === undefined ? null : exactAmount(options.amount)
  const note = needed('--note', options.note)
  const resolved = await resolveDispute(context, {
    disputeId: id,
    outcome,
    amountMicros,
    note,
    ...keyOf(settling),
  })
  return answered(settling, resolved)
}

const OUTCOMES = ['UPHELD', 'REJECTED'] as const

function exactAmount(text: string): bigint {
  const amount = parseDecimal(text, MICRO_DIGITS)
  if (amount === undefined)
    throw new UsageError(`--amount must be an amount such as 61.70; it is "${text}".`, {
      ru: `--amount - сумма, например 61,70; указано «${text}».`,
    })
  return micros(amount)
}

async function answered(
  settling: Settling,
  { dispute: row, replayed }: { readonly dispute: DisputeWithOutcome; readonly replayed: boolean },
) {
  return {
    text: await disputesTable(settling, row.windowNo),
    data: { dispute: disputeData(row), replayed },
  }
}

/** Answers are a member's own: whoever holds the database cannot give them for it. */
function requireMemberKey({ context }: Settling): void {
  if (actingMember(context) === undefined)
    throw new UsageError("This step is the member's: give its key (sk_...) with --key.", {
      ru: 'Это шаг участника: дайте его ключ (sk_...) в --key.',
    })
}

async function* numbered(settling: Settling, statement: AnsweredStatement) {
  const { store } = settling.context
  const window = await findWindow(store, statement.coalitionId, statement.windowNo)
  let no = 0
  for await (const line of memberLines(store, window, statement)) {
    no += 1
    yield { no, ...line }
  }
}

async function lineOf(settling: Settling, statement: NamedStatement): Promise<ClearingLine> {
  const wanted = needed('--line', settling.options.line)
  if (!/^[1-9]\d{0,8}$/.test(wanted))
    throw new UsageError(`--line must be the number of a line in the register; it is "${wanted}".`, {
      ru: `--line - номер строки в реестре; указано «${wanted}».`,
    })
  for await (const line of numbered(settling, statement)) if (line.no === Number(wanted)) return line
  throw new CliError(`The statement has ${statement.lineCount} lines, and no line ${wanted}.`, {
    ru: `В акте строк: ${statement.lineCount}, строки ${wanted} нет.`,
  })
}
