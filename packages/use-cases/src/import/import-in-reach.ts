import { NotFoundError } from '@artel/ledger'
import type { ImportJob } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { PermissionError } from '../errors/system-error.ts'
import { checkId } from '../input/text.ts'
import { IMPORT_KINDS, IMPORT_RULES, type ImportKind, requireImporter } from './import-kinds.ts'

/**
 * The import that a caller names, if it may hand in such a file: a member its own, an administrator any. Throws PermissionError,
 * MemberNotActiveError, NotFoundError.
 */
export async function importInReach(
  context: Context,
  importId: string,
): Promise<{ readonly job: ImportJob; readonly principal: AdminPrincipal | MemberPrincipal }> {
  const principal = requireAnyImporter(context)
  const { coalitionId } = principal
  const id = checkId('import', importId, ['importId'])
  const job = await context.store.prisma.importJob.findFirst({
    where: { coalitionId, id, ...(principal.kind === 'member' ? { memberId: principal.memberId } : {}) },
  })
  if (!job) throw new NotFoundError({ what: 'import' }, { path: ['importId'] })
  return { job, principal: requireImporter(principal, job.kind as ImportKind) }
}

/** Whoever may import anything: whether it may this is asked of the import itself. */
function requireAnyImporter({ principal }: Context): AdminPrincipal | MemberPrincipal {
  const rules = IMPORT_KINDS.map((kind) => IMPORT_RULES[kind])
  const scopes = 'scopes' in principal ? principal.scopes : undefined
  const own = rules.find(({ member, admin }) =>
    principal.kind === 'member' ? scopes?.has(member) : scopes?.has(admin),
  )
  const rule = own ?? rules[0]
  if (!rule) throw new PermissionError('Nothing may be imported.')
  return requireMemberOrAdmin(principal, { member: rule.member, admin: rule.admin })
}
