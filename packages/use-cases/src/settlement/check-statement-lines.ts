import { requireDueWorkOf } from '../authorise.ts'
import type { Context } from '../principal.ts'
import { memberLines } from './member-lines.ts'
import { registerHasher } from './register-line.ts'

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
  const statements = await store.prisma.statement.findMany({
    where: { coalitionId: input.coalitionId },
    include: { window: true },
    orderBy: [{ windowNo: 'asc' }, { memberId: 'asc' }],
  })
  const broken: BrokenStatement[] = []
  for (const [index, { window, ...statement }] of statements.entries()) {
    const hasher = registerHasher()
    let count = 0
    let closing: bigint = statement.opening
    for await (const line of memberLines(store, window, statement)) {
      hasher.add(line)
      count += 1
      closing += line.amount
    }
    const expected = `${statement.lineCount} lines to ${statement.closing}, ${statement.lineHash}`
    const actual = `${count} lines to ${closing}, ${hasher.digest()}`
    const { id: statementId, windowNo, memberId } = statement
    if (expected !== actual) broken.push({ statementId, windowNo, memberId, expected, actual })
    input.onProgress?.(index + 1, statements.length)
  }
  return broken
}
