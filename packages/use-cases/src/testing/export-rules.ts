import * as door from '../index.ts'
import type { Rule } from './webhook-rules.ts'

const NO_READER: door.ExportReader = {
  columns: () => [],
  page: () => Promise.resolve({ rows: [], next: null }),
}

/** Who may have lists as files, by one of them that both may have. */
export function exportRules(
  coalitionId: string,
  both: (adminScope: string, memberScope: string, use: Rule['use']) => Rule,
  due: (use: Rule['use']) => Rule,
): Record<string, Rule> {
  const customers = { kind: 'CUSTOMERS', format: 'CSV' } as const
  const read = (use: Rule['use']) => both('coalition:read', 'customers:read', use)
  return {
    startExport: read((c) => door.startExport(c, { ...customers, idempotencyKey: '' })),
    writeExport: read((c) =>
      door.writeExport(c, { ...customers, filters: { windowNo: 0 }, reader: NO_READER }, process.stdout),
    ),
    advanceExports: due((c) => door.advanceExports(c, { coalitionId })),
  }
}
