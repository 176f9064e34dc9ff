import type { Store } from '@artel/store'
import type { AuditEvent } from '@artel/store/prisma'

/** Which events of a log; those that meet all that is given. */
export interface AuditLogFilter {
  /** A person, a key or a customer; raw UUID. A person also through keys of theirs. */
  readonly actorId?: string | undefined
  readonly act?: string | undefined
  readonly outcome?: string | undefined
  readonly memberId?: string | undefined
  readonly from?: Date | undefined
  /** Before then. */
  readonly to?: Date | undefined
}

const ROWS_A_PAGE = 500

/**
 * Events of a log, a page in memory at a time: oldest first, for who writes all of them out, or newest first. For whoever
 * holds the database: who may see what of it is not asked.
 */
export async function* readAuditLog(
  { prisma }: Pick<Store, 'prisma'>,
  coalitionId: string,
  { newestFirst = false, ...filter }: AuditLogFilter & { readonly newestFirst?: boolean } = {},
): AsyncGenerator<AuditEvent, void, undefined> {
  const { actorId, act, outcome, memberId, from, to } = filter
  const where = {
    coalitionId,
    ...(actorId === undefined ? {} : { OR: [{ actorId }, { personId: actorId }] }),
    ...(act === undefined ? {} : { act }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(memberId === undefined ? {} : { memberId }),
    at: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) },
  }
  let last: bigint | undefined
  for (;;) {
    const beyond = last === undefined ? {} : { position: newestFirst ? { lt: last } : { gt: last } }
    const page = await prisma.auditEvent.findMany({
      where: { AND: [where, beyond] },
      orderBy: { position: newestFirst ? 'desc' : 'asc' },
      take: ROWS_A_PAGE,
    })
    yield* page
    last = page.at(-1)?.position
    if (page.length < ROWS_A_PAGE) return
  }
}
