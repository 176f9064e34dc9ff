import { NotFoundError, TermsNotOpenError } from '@artel/ledger'
import { coalitionNow, lockTerms } from '@artel/store'
import type { Terms } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'
import { outboxRow } from '../posting/outbox.ts'
import { forgetAgreement, loadAgreement, termsInForce } from './agreement.ts'

/** Longer than any process keeps an agreement: none may bind points to a version that is withdrawn meanwhile. */
const LAST_CALL_MS = 60_000

/**
 * Takes back a version of the terms that does not bind anybody yet. Twice changes nothing. Administrators only.
 * Throws NotFoundError, and TermsNotOpenError for a version that is in force, has been, or starts within a minute with
 * everybody's acceptance.
 */
export async function withdrawTerms(
  context: Context,
  input: { readonly termsId: string },
): Promise<{ readonly terms: Terms }> {
  const { coalitionId } = requireAdmin(context.principal, 'coalition:write')
  const { store } = context
  const termsId = checkId('terms', input.termsId, ['termsId'])
  const terms = await store.prisma.$transaction(async (transaction) => {
    // Acceptances take the same row: what is read of them below is all there are.
    await lockTerms(transaction, { coalitionId, termsId })
    forgetAgreement(store, coalitionId)
    const [agreement, now] = await Promise.all([
      loadAgreement(store, coalitionId),
      coalitionNow(store, coalitionId),
    ])
    const version = agreement.versions.find((candidate) => candidate.terms.id === termsId)
    if (!version) throw new NotFoundError({ what: 'terms' }, { path: ['termsId'] })
    if (version.terms.row.withdrawnAt) return version.terms.row
    const inForce = termsInForce(agreement, now)
    if (inForce?.id === termsId) throw new TermsNotOpenError({ reason: 'IN_FORCE' }, { path: ['termsId'] })
    if (inForce && inForce.version > version.terms.version)
      throw new TermsNotOpenError({ reason: 'SUPERSEDED' }, { path: ['termsId'] })
    if (version.isAgreed && version.terms.startsAt.getTime() - now.getTime() < LAST_CALL_MS)
      throw new TermsNotOpenError({ reason: 'ABOUT_TO_START' }, { path: ['termsId'] })
    const where = { coalitionId, version: version.terms.version }
    await transaction.terms.updateMany({ where, data: { withdrawnAt: now } })
    const event = { kind: 'terms.withdrawn', subjectId: termsId, payload: { termsId } } as const
    await transaction.outbox.create({ data: outboxRow(coalitionId, now, event) })
    await recordAct(context, transaction, {
      ...{ act: 'termsWithdraw', coalitionId, subject: { type: 'terms', id: termsId } },
      details: { version: version.terms.version },
    })
    return { ...version.terms.row, withdrawnAt: now }
  })
  forgetAgreement(store, coalitionId)
  return { terms }
}
