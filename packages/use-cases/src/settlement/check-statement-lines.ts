import { clearingEntries, type Store, sumOf } from '@artel/store'
import type { SettlementWindow } from '@artel/store/prisma'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { asPartyStatement, type PartyStatement } from './party-statement.ts'
import { type ClearingLine, eachLine, registerHasher, registerPrinter } from './register-line.ts'
import { batchesOf } from './window.ts'

/** A statement whose lines are not those that it was made of. */
export interface BrokenStatement {
  readonly statementId: string
  readonly windowNo: number
  readonly memberId: string
  /** What the statement says, and what its lines come to now. */
  readonly expected: string
  readonly actual: string
}

/**
 * Reads the lines of every statement of a coalition again and holds them against its hash, count and closing: what
 * `verify` of the store cannot say, since it knows no documents. The operator, or an administrator of the coalition.
 */
export async function checkStatementLines(
  context: Context,
  input: { readonly coalitionId: string; readonly onProgress?: (done: number, total: number) => void },
): Promise<readonly BrokenStatement[]> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const { store } = context
  const { coalitionId } = input
  const asked = { where: { coalitionId }, include: { window: true } } as const
  const [ofMembers, ofAffiliates] = await Promise.all([
    store.prisma.statement.findMany({ ...asked, orderBy: [{ windowNo: 'asc' }, { memberId: 'asc' }] }),
    store.prisma.affiliateStatement.findMany({
      ...asked,
      orderBy: [{ windowNo: 'asc' }, { affiliateId: 'asc' }],
    }),
  ])
  const statements = [...ofMembers, ...ofAffiliates.map(asPartyStatement)].sort(
    (a, b) => a.windowNo - b.windowNo,
  )
  const broken: BrokenStatement[] = []
  let done = 0
  for (const { window, statements: ofWindow } of byWindow(statements)) {
    broken.push(...(await brokenOf(store, window, ofWindow)))
    done += ofWindow.length
    input.onProgress?.(done, statements.length)
  }
  return broken
}

/** In one reading of the window, however many members it has. */
async function brokenOf(
  store: Store,
  window: SettlementWindow,
  statements: readonly PartyStatement[],
): Promise<BrokenStatement[]> {
  const print = registerPrinter()
  const readings = new Map(
    statements.map((statement) => [
      statement.memberId,
      { statement, hasher: registerHasher(print), count: 0, closing: sumOf(statement.opening) },
    ]),
  )
  const read = (memberId: string, line: ClearingLine) => {
    const reading = readings.get(memberId)
    if (!reading) return
    reading.hasher.add(line)
    reading.count += 1
    reading.closing += line.amount
  }
  // The statements of a window are made together.
  const disclosure = { namesForeignReceipts: statements.some((one) => one.namesForeignReceipts) }
  const range = await batchesOf(store, window)
  for await (const piece of clearingEntries(store, window.coalitionId, range))
    for (const entry of piece) eachLine(entry, disclosure, read)
  return [...readings.values()].flatMap(({ statement, hasher, count, closing }) => {
    const { id: statementId, windowNo, memberId } = statement
    const expected = `${statement.lineCount} lines to ${sumOf(statement.closing)}, ${statement.lineHash}`
    const actual = `${count} lines to ${closing}, ${hasher.digest()}`
    return expected === actual ? [] : [{ statementId, windowNo, memberId, expected, actual }]
  })
}

type WithWindow = PartyStatement & { readonly window: SettlementWindow }

/** Statements come in the order of their windows. */
function byWindow(statements: readonly WithWindow[]) {
  const groups: { readonly window: SettlementWindow; readonly statements: PartyStatement[] }[] = []
  for (const { window, ...statement } of statements) {
    const last = groups.at(-1)
    if (last?.window.windowNo === window.windowNo) last.statements.push(statement)
    else groups.push({ window, statements: [statement] })
  }
  return groups
}
