import {
  ApproverIsProposerError,
  ImportNotOpenError,
  NotFoundError,
  PersonRequiredError,
} from '@artel/ledger'
import { announceDueWork, beginImport as begin } from '@artel/store'
import type { ImportJob } from '@artel/store/prisma'
import { actorOf, requirePerson } from '../access/actor.ts'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { importInReach } from './import-in-reach.ts'

/**
 * Begins to record an import that was checked: the workers do it. Customers and sales whoever may hand them in; opening balances an administrator who
 * is another person than who handed them in, since a member comes to owe what they are worth. One that was begun before is answered as it stands.
 * Throws PermissionError, MemberNotActiveError, NotFoundError, ImportNotOpenError, PersonRequiredError, ApproverIsProposerError.
 */
export async function beginImport(
  context: Context,
  { importId }: { readonly importId: string },
): Promise<ImportJob> {
  const { store } = context
  const { job, principal } = await importInReach(context, importId)
  const { coalitionId, id, memberId, kind, rowCount } = job
  if (['RUNNING', 'DONE'].includes(job.state)) return job
  const begunById = kind === 'OPENING_BALANCES' ? approverOf(context, job) : actorOf(principal)
  const name = { coalitionId, importId: id }
  const isBegun = await store.prisma.$transaction(async (transaction) => {
    const done = await begin(transaction, name, begunById)
    if (done)
      await recordAct(context, transaction, {
        ...{ act: 'importBegin', coalitionId, memberId, subject: { type: 'import', id } },
        details: { kind, rows: rowCount },
      })
    return done
  })
  if (isBegun) await announceDueWork(store)
  const now = await store.prisma.importJob.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  if (!now) throw new NotFoundError({ what: 'import' }, { path: ['importId'] })
  if (!['RUNNING', 'DONE'].includes(now.state))
    throw new ImportNotOpenError({ importState: now.state as ImportState })
  return now
}

type ImportState = ConstructorParameters<typeof ImportNotOpenError>[0]['importState']

/** The second person, of those who may approve. */
function approverOf({ principal }: Context, { personId }: ImportJob): string {
  const approver = requirePerson(requireAdmin(principal, 'adjustments:approve'))
  if (personId === null) throw new PersonRequiredError()
  if (personId === approver) throw new ApproverIsProposerError()
  return approver
}
