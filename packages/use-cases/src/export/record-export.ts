import type { Prisma } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { EXPORT_RULES, type ExportKind } from './export-kinds.ts'

/** Tells the audit log who took out which list, and whether it names customers. A file of the command line has no id. */
export const recordExport = (
  context: Pick<Context, 'principal' | 'from'>,
  prisma: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>,
  file: {
    readonly coalitionId: string
    readonly memberId: string | null
    readonly kind: string
    readonly format: string
    readonly id?: string
  },
): Prisma.PrismaPromise<unknown> => {
  const { coalitionId, memberId, kind, format, id } = file
  return recordAct(context, prisma, {
    ...{ act: 'exportStart', coalitionId, memberId },
    ...(id === undefined ? {} : { subject: { type: 'export', id } }),
    details: { kind, format, personal: EXPORT_RULES[kind as ExportKind].isPersonal },
  })
}
