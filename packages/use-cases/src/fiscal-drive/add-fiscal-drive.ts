import { AlreadyExistsError, InvalidInputError } from '@artel/ledger'
import { checkFiscalDrive } from '@artel/rules'
import { coalitionNow, driveSellers, newId } from '@artel/store'
import type { FiscalDrive, Prisma } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { instantBy } from './instant-by.ts'

export interface AddFiscalDriveInput {
  /** Its number: 16 digits. */
  readonly fn: string
  /** When the till began to print with it; defaults to now. */
  readonly since?: Date | null
}

/** How far back a drive is registered. */
const MAX_BACK_DAYS = 30

/**
 * Registers a fiscal drive of a till: receipts that it prints from then on are the member's. One number is in use once in the coalition, and
 * is not taken from another member that records sales with it.
 * Throws InvalidInputError, MemberNotActiveError, AlreadyExistsError.
 */
export async function addFiscalDrive(
  context: Context,
  input: AddFiscalDriveInput,
): Promise<{ readonly fiscalDrive: FiscalDrive }> {
  const member = requireMember(context.principal, 'member:write', 'addFiscalDrive')
  const { coalitionId, memberId } = member
  const { prisma } = context.store
  const fn = checkFiscalDrive(['fn'], input.fn)
  const addedAt = await coalitionNow(context.store, coalitionId)
  const since = instantBy(['since'], input.since, addedAt)
  refuseLongAgo(since, addedAt)
  const id = newId()
  const data = { coalitionId, id, memberId, fn, since, addedAt, addedById: actorOf(member) }
  try {
    return await prisma.$transaction(async (transaction) => {
      const fiscalDrive = await transaction.fiscalDrive.create({ data })
      // After it is written: one that was being written meanwhile has waited for this, or this for it.
      const others = await transaction.fiscalDrive.findMany({ where: { coalitionId, fn, id: { not: id } } })
      refuseOverlap(since, others)
      await refuseUsedElsewhere(transaction, fiscalDrive)
      await recordAct(context, transaction, {
        ...{ act: 'fiscalDriveAdd', coalitionId, memberId, subject: { type: 'fiscalDrive', id } },
        details: { fn, since: since.toISOString() },
      })
      return { fiscalDrive }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const own = await prisma.fiscalDrive.findFirst({ where: { coalitionId, fn, memberId, until: null } })
    throw new AlreadyExistsError({ what: 'fiscalDrive', existingId: own?.id ?? null }, { path: ['fn'] })
  }
}

function refuseLongAgo(since: Date, now: Date): void {
  const earliest = new Date(now.getTime() - MAX_BACK_DAYS * 86_400_000)
  if (since >= earliest) return
  throw new InvalidInputError({
    path: ['since'],
    problem: `Must not be before ${earliest.toISOString()}: a drive is registered within ${MAX_BACK_DAYS} days.`,
  })
}

/** Times of one number never overlap. One that was closed as of its beginning was in use at no time. */
function refuseOverlap(since: Date, others: readonly FiscalDrive[]): void {
  const ends = others.flatMap((drive) => (drive.until && drive.until > drive.since ? [drive.until] : []))
  const last = ends.sort((one, other) => other.getTime() - one.getTime())[0]
  if (!last || last <= since) return
  throw new InvalidInputError({
    path: ['since'],
    problem: `Must not be before ${last.toISOString()}, until when the drive was in use elsewhere.`,
  })
}

/**
 * Whoever records more sales with a number has the till: nobody takes it from that member by a registration, nor keeps that member out by
 * a few sales of its own. What was sold while a drive was its seller's, which is closed now, speaks for nobody.
 */
async function refuseUsedElsewhere(
  transaction: Prisma.TransactionClient,
  { coalitionId, memberId, fn }: FiscalDrive,
): Promise<void> {
  const sellers = [...(await driveSellers(transaction, { coalitionId, fn }))]
  const soldBy = (isOwn: boolean) =>
    sellers.flatMap(([seller, sales]) => ((seller === memberId) === isOwn ? [sales] : []))
  const most = Math.max(0, ...soldBy(false))
  if (most === 0 || most < Math.max(0, ...soldBy(true))) return
  throw new InvalidInputError({
    path: ['fn'],
    problem:
      'Must be a drive of your own till: another member records sales with its receipts. Record yours with `fiscal` before you register it.',
  })
}
