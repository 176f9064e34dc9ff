import { ExitNoticeStandsError, InvalidInputError, NotFoundError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { MemberExit } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { memberInQuestion, requireMemberOrAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId, checkText } from '../input/text.ts'
import { outboxRow } from '../posting/outbox.ts'
import { forgetAgreement, forgetParticipation } from '../terms/agreement.ts'
import { refuseWithoutAcceptance } from '../terms/refuse-without-acceptance.ts'
import type { ExitUnderWay } from './give-exit-notice.ts'
import { readExit } from './read-exit.ts'

export interface WithdrawExitNoticeInput {
  /** Administrators name the member; a member withdraws its own notice. */
  readonly memberId?: string | null
  readonly reason: string
}

interface Owner {
  readonly coalitionId: string
  readonly memberId: string
}

const MAX_REASON_LENGTH = 500

/**
 * Takes a notice back, as long as the final estimate is not made: the member is what it was before, ACTIVE or SUSPENDED.
 * A member takes back what it gave itself, an administrator any. Who did, when and why is kept with the exit; what was
 * paid in as a deposit stays on the member's account, and the next plan pays it back. Twice is the first answer again.
 * Throws InvalidInputError, NotFoundError for a member that has not given notice, ExitNoticeStandsError, and
 * TermsNotAcceptedError when the others have agreed on terms meanwhile that it has not accepted.
 */
export async function withdrawExitNotice(
  context: Context,
  input: WithdrawExitNoticeInput,
): Promise<ExitUnderWay> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'member:write',
    admin: 'members:write',
    verb: 'withdrawExitNotice',
  })
  const { coalitionId } = principal
  const named = memberInQuestion(principal, input.memberId)
  if (named === undefined)
    throw new InvalidInputError({ path: ['memberId'], problem: 'Must name the member that stays.' })
  const owner = { coalitionId, memberId: checkId('member', named, ['memberId']) }
  const reason = checkText(['reason'], input.reason, MAX_REASON_LENGTH)
  const now = await coalitionNow(context.store, coalitionId)
  const report = await readExit(context.store, owner, now)
  if (!report) return withdrawnBefore(context, owner)
  const { exit, missing } = report
  if (exit.closedAt) throw new ExitNoticeStandsError({ because: 'CLOSED' })
  if (exit.windsDown) throw new ExitNoticeStandsError({ because: 'WIND_DOWN' })
  if (!missing.includes('FINAL_ESTIMATE')) throw new ExitNoticeStandsError({ because: 'FINAL_ESTIMATE' })
  refuseOthersNotice(principal, exit)
  if (exit.fromStatus === 'ACTIVE') await refuseWithoutAcceptance(context, owner)
  return takeBack(context, exit, { reason, now, withdrawnById: actorOf(principal) })
}

/** A member takes back its own word alone. */
function refuseOthersNotice(principal: MemberPrincipal | AdminPrincipal, { noticedForId }: MemberExit): void {
  if (principal.kind === 'member' && noticedForId !== principal.memberId)
    throw new ExitNoticeStandsError({ because: 'GIVEN_BY_COALITION' })
}

async function takeBack(
  context: Context,
  { coalitionId, id: exitId, memberId, fromStatus }: MemberExit,
  by: { readonly reason: string; readonly now: Date; readonly withdrawnById: string },
): Promise<ExitUnderWay> {
  const { store } = context
  const { now, withdrawnById } = by
  const kept = await store.prisma.$transaction(async (transaction) => {
    const changed = await transaction.memberExit.updateMany({
      where: { coalitionId, id: exitId, closedAt: null, withdrawnAt: null, windsDown: false },
      data: { withdrawnAt: now, withdrawnById, withdrawalReason: by.reason },
    })
    const where = { coalitionId_id: { coalitionId, id: exitId } }
    const exit = await transaction.memberExit.findUniqueOrThrow({ where })
    // Whoever was quicker has ended it otherwise, or taken it back.
    if (changed.count === 0 && exit.withdrawnAt === null)
      throw new ExitNoticeStandsError({ because: exit.closedAt ? 'CLOSED' : 'WIND_DOWN' })
    if (changed.count > 0) {
      const back = await transaction.member.updateMany({
        where: { coalitionId, id: memberId, status: 'EXITING' },
        data: { status: fromStatus },
      })
      if (back.count === 0) throw new ExitNoticeStandsError({ because: 'CLOSED' })
      const payload = { memberId, withdrawnById, status: fromStatus }
      await transaction.outbox.create({
        data: outboxRow(coalitionId, now, { kind: 'member.exit_withdrawn', subjectId: memberId, payload }),
      })
      await recordAct(context, transaction, {
        ...{ act: 'memberExitWithdraw', coalitionId, memberId, subject: { type: 'member', id: memberId } },
        details: { status: { before: 'EXITING', after: fromStatus } },
      })
    }
    const member = await transaction.member.findUniqueOrThrow({
      where: { coalitionId_id: { coalitionId, id: memberId } },
    })
    return { member, exit }
  })
  forgetParticipation(store, { coalitionId, memberId })
  forgetAgreement(store, coalitionId)
  return kept
}

/** The first answer again, of the newest notice that was taken back. Throws NotFoundError. */
async function withdrawnBefore({ store }: Context, owner: Owner): Promise<ExitUnderWay> {
  const { coalitionId, memberId } = owner
  const [member, exit] = await Promise.all([
    store.prisma.member.findUnique({ where: { coalitionId_id: { coalitionId, id: memberId } } }),
    store.prisma.memberExit.findFirst({
      where: { ...owner, withdrawnAt: { not: null } },
      orderBy: { withdrawnAt: 'desc' },
    }),
  ])
  if (!member || !exit) throw new NotFoundError({ what: 'member' }, { path: ['memberId'] })
  return { member, exit }
}
