import { NotFoundError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { Link } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'
import { ownLinks } from './own-links.ts'

/**
 * Archives a link: it goes on leading to its page, but nobody is brought by it any more, and its code stays taken. What it
 * brought before, and what was sold before, goes on counting. Twice changes nothing. Throws NotFoundError, MemberNotActiveError.
 */
export async function archiveLink(
  context: Context,
  { id: named }: { readonly id: string },
): Promise<{ readonly link: Link }> {
  const caller = requireMemberOrAdmin(context.principal, {
    ...{ member: 'promotions:write', admin: 'promotions:write', verb: 'archiveLink' },
  })
  const { coalitionId } = caller
  const id = checkId('link', named, ['id'])
  const archivedAt = await coalitionNow(context.store, coalitionId)
  const link = await context.store.prisma.$transaction(async (transaction) => {
    const { count } = await transaction.link.updateMany({
      where: { AND: [ownLinks(caller), { id, status: 'ACTIVE' }] },
      data: { status: 'ARCHIVED', archivedAt },
    })
    const found = await transaction.link.findFirst({ where: { AND: [ownLinks(caller), { id }] } })
    if (!found) throw new NotFoundError({ what: 'link' }, { path: ['id'] })
    if (count > 0)
      await recordAct(context, transaction, {
        ...{ act: 'linkArchive', coalitionId, memberId: found.memberId, subject: { type: 'link', id } },
        details: { status: { before: 'ACTIVE', after: 'ARCHIVED' } },
      })
    return found
  })
  return { link }
}
