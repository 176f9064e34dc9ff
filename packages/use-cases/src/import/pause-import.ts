import { ImportNotOpenError, NotFoundError } from '@artel/ledger'
import { announceDueWork, cancelImport as cancel, pauseImport as pause } from '@artel/store'
import type { ImportJob, Prisma } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import type { ActName } from '../audit/acts.ts'
import { recordAct } from '../audit/record-act.ts'
import { importInReach } from './import-in-reach.ts'

interface NamedImport {
  readonly importId: string
}

/**
 * Pauses an import that is checked or recorded: no worker goes on with it, and nothing is lost. One that is paused stays so. Throws PermissionError,
 * MemberNotActiveError, NotFoundError, ImportNotOpenError.
 */
export async function pauseImport(context: Context, { importId }: NamedImport): Promise<ImportJob> {
  return await moved(context, importId, {
    act: 'importPause',
    move: (transaction, name) => pause(transaction, name, true),
  })
}

/** Lets an import go on that was paused. Throws as {@link pauseImport}. */
export async function resumeImport(context: Context, { importId }: NamedImport): Promise<ImportJob> {
  const job = await moved(context, importId, {
    act: 'importResume',
    move: (transaction, name) => pause(transaction, name, false),
  })
  await announceDueWork(context.store)
  return job
}

/** Gives an import up: its rows are taken away, and what is recorded stays. One that was cancelled stays so. Throws as {@link pauseImport}. */
export async function cancelImport(context: Context, { importId }: NamedImport): Promise<ImportJob> {
  return await moved(context, importId, { act: 'importCancel', move: cancel, into: 'CANCELLED' })
}

async function moved(
  context: Context,
  importId: string,
  step: {
    readonly act: ActName
    readonly move: (
      transaction: Prisma.TransactionClient,
      name: { readonly coalitionId: string; readonly importId: string },
    ) => Promise<boolean>
    /** A state in which there is nothing left to do. */
    readonly into?: string
  },
): Promise<ImportJob> {
  const { store } = context
  const { job } = await importInReach(context, importId)
  const { coalitionId, id, memberId, kind } = job
  const isMoved = await store.prisma.$transaction(async (transaction) => {
    const done = await step.move(transaction, { coalitionId, importId: id })
    if (done)
      await recordAct(context, transaction, {
        ...{ act: step.act, coalitionId, memberId, subject: { type: 'import', id } },
        details: { kind },
      })
    return done
  })
  const now = await store.prisma.importJob.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  if (!now) throw new NotFoundError({ what: 'import' }, { path: ['importId'] })
  if (!isMoved && now.state !== step.into)
    throw new ImportNotOpenError({
      importState: now.state as ConstructorParameters<typeof ImportNotOpenError>[0]['importState'],
    })
  return now
}
