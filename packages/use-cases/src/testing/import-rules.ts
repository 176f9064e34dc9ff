import * as door from '../index.ts'
import type { Rule } from './webhook-rules.ts'

/** A file without a row. */
async function* noRows(): AsyncIterable<Uint8Array> {}

/** Who may import, by one kind of file; what is done with an import asks of which kind it is, and finds none here. */
export function importRules(
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
  both: (adminScope: string, memberScope: string, use: Rule['use']) => Rule,
  due: (use: Rule['use']) => Rule,
): Record<string, Rule> {
  const importId = memberId
  const found = (use: Rule['use']): Rule => ({ kinds: ['admin', 'member'], scopes: {}, use })
  return {
    handInImport: both('customers:write', 'customers:write', (c) =>
      door.handInImport(c, { kind: 'CUSTOMERS', memberId, file: { open: noRows } }),
    ),
    beginImport: found((c) => door.beginImport(c, { importId })),
    pauseImport: found((c) => door.pauseImport(c, { importId })),
    resumeImport: found((c) => door.resumeImport(c, { importId })),
    cancelImport: found((c) => door.cancelImport(c, { importId })),
    readImportErrors: found((c) => door.readImportErrors(c, { importId, language: 'en' })),
    advanceImports: due((c) => door.advanceImports(c, { coalitionId })),
  }
}
