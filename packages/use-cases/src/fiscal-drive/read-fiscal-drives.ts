import type { FiscalDrive } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'

/** The drives of the calling member, newest first. Throws PermissionError, InvalidInputError, MemberNotActiveError. */
export async function readFiscalDrives(
  { store, principal }: Context,
  { after, limit }: { /** Raw UUID. */ readonly after?: string | null; readonly limit: number },
): Promise<readonly FiscalDrive[]> {
  const { coalitionId, memberId } = requireMember(principal, 'member:write', 'readFiscalDrives')
  return store.prisma.fiscalDrive.findMany({
    where: { coalitionId, memberId, ...(after == null ? {} : { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take: checkInteger(['first'], limit, { min: 1, max: 101 }),
  })
}
