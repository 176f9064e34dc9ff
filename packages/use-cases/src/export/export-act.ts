import type { Act } from '../audit/record-act.ts'
import { EXPORT_RULES, type ExportKind } from './export-kinds.ts'

/** What the audit log tells of a file: who took out which list, and whether it names customers. A file of the command line has no id. */
export const exportAct = (
  owner: { readonly coalitionId: string; readonly memberId: string | null },
  file: { readonly kind: string; readonly format: string; readonly id?: string },
): Act => ({
  ...{ act: 'exportStart', ...owner },
  ...(file.id === undefined ? {} : { subject: { type: 'export', id: file.id } as const }),
  details: {
    kind: file.kind,
    format: file.format,
    personal: EXPORT_RULES[file.kind as ExportKind].isPersonal,
  },
})
