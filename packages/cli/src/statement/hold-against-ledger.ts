import type { StatementCheck } from '@artel/documents'
import { MICROS_PER_MINOR } from '@artel/ledger'
import { type Store, sumOf } from '@artel/store'
import type { Coalition, Statement } from '@artel/store/prisma'
import { checkStatementLines } from '@artel/use-cases'
import { actingAsOperator } from '../settle/acting-as.ts'

/** What the books say of a statement file that is whole in itself. */
export interface LedgerVerdict {
  /** UNKNOWN: no statement has these lines. SUMS: its opening or closing is another. BROKEN: the books no longer have them. */
  readonly problem?: 'UNKNOWN' | 'SUMS' | 'BROKEN'
  readonly coalition: string
  /** Of the statement with these lines, where there is one. */
  readonly windowNo?: number
  readonly member?: string
  /** Micros: what the statement says. */
  readonly opening?: bigint
  readonly closing?: bigint
}

/**
 * Finds the statement that a file is a copy of and holds both against the lines of the ledger. A forger can hash a whole
 * file anew; the books alone tell that it was never issued.
 */
export async function holdAgainstLedger(
  store: Store,
  coalition: Coalition,
  { lineHash, lineCount, opening, closing }: StatementCheck,
): Promise<LedgerVerdict> {
  const coalitionId = coalition.id
  const named = { coalition: coalition.handle }
  const candidates = await store.prisma.statement.findMany({
    where: { coalitionId, lineHash, lineCount },
    include: { member: { select: { name: true } } },
    orderBy: { windowNo: 'asc' },
  })
  const [first] = candidates
  if (!first) return { ...named, problem: 'UNKNOWN' }
  // Statements without lines share a hash, so the sums choose among them.
  const sums = { opening, closing }
  const found = candidates.find((one) => [printed(one), exact(one)].some((own) => isSame(own, sums)))
  const shown = found ?? first
  const facts = {
    ...named,
    ...{ windowNo: shown.windowNo, member: shown.member.name },
    ...printed(shown),
  }
  if (!found) return { ...facts, problem: 'SUMS' }
  const broken = await checkStatementLines(actingAsOperator(store, coalition), { coalitionId })
  return broken.some(({ statementId }) => statementId === found.id) ? { ...facts, problem: 'BROKEN' } : facts
}

type Sums = Pick<StatementCheck, 'opening' | 'closing'>

/** Balances in whole minor units, as files have them. */
const printed = ({ openingMinor, closingMinor }: Statement): Sums => ({
  opening: sumOf(openingMinor) * MICROS_PER_MINOR,
  closing: sumOf(closingMinor) * MICROS_PER_MINOR,
})

/** As files had them before balances were rounded. */
const exact = (statement: Statement): Sums => ({
  opening: sumOf(statement.opening),
  closing: sumOf(statement.closing),
})

const isSame = (one: Sums, other: Sums): boolean =>
  one.opening === other.opening && one.closing === other.closing
