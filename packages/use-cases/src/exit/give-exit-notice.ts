import { InvalidInputError, MemberNotActiveError, NotFoundError } from '@artel/ledger'
import { coalitionNow, newId, openWindows } from '@artel/store'
import type { Member, MemberExit } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { memberInQuestion, requireMemberOrAdmin, scopeOf } from '../access/authorise.ts'
import type { MemberStatus } from '../access/member-status.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId, checkInteger, checkText } from '../input/text.ts'
import { outboxRow } from '../posting/outbox.ts'
import { forgetAgreement, forgetRulesOf } from '../terms/agreement.ts'
import { redemptionEnd } from './redemption-end.ts'

export interface GiveExitNoticeInput {
  /** Administrators name the member; a member gives notice of its own. */
  readonly memberId?: string | null
  readonly reason: string
  /** Local days that its customers are given to spend its points, whole ones after today; default 90, 0 = none. */
  readonly redemptionDays?: number | null
}

export interface ExitUnderWay {
  readonly member: Member
  readonly exit: MemberExit
}

const DEFAULT_REDEMPTION_DAYS = 90
const MAX_REDEMPTION_DAYS = 3_650
const MAX_REASON_LENGTH = 500

/**
 * Begins a member's exit: from now on it gives no points. Its points can still be spent everywhere, and it takes points as
 * long as it likes. Giving notice twice is the first answer again.
 * Throws InvalidInputError, NotFoundError, and MemberNotActiveError for a member that is INVITED or CLOSED.
 */
export async function giveExitNotice(context: Context, input: GiveExitNoticeInput): Promise<ExitUnderWay> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'member:write',
    admin: 'members:write',
    verb: 'giveExitNotice',
  })
  const { coalitionId } = principal
  const memberId = memberInQuestion(principal, input.memberId)
  if (memberId === undefined)
    throw new InvalidInputError({ path: ['memberId'], problem: 'Must name the member that leaves.' })
  const reason = checkText(['reason'], input.reason, MAX_REASON_LENGTH)
  const redemptionDays = checkInteger(['redemptionDays'], input.redemptionDays ?? DEFAULT_REDEMPTION_DAYS, {
    min: 0,
    max: MAX_REDEMPTION_DAYS,
  })
  const now = await coalitionNow(context.store, coalitionId)
  const exit = await beginExit(context, {
    coalitionId,
    memberId: checkId('member', memberId, ['memberId']),
    reason,
    now,
    redemptionEndsAt: await redemptionEnd(context.store, coalitionId, { now, redemptionDays }),
    noticedById: actorOf(principal),
    noticedForId: scopeOf(principal),
    windsDown: false,
  })
  return exit
}

type Notice = Pick<
  MemberExit,
  'coalitionId' | 'memberId' | 'reason' | 'redemptionEndsAt' | 'noticedById' | 'noticedForId' | 'windsDown'
>

/** Moves a member to EXITING and writes its exit down, once. */
export async function beginExit(
  context: Context,
  notice: Notice & { readonly now: Date },
): Promise<ExitUnderWay> {
  const { store } = context
  const { coalitionId, memberId, now, ...facts } = notice
  const owner = { coalitionId, memberId }
  // Whose acceptance is waited for decides what is in force, and so when the next windows end.
  await openWindows(store, coalitionId)
  const under = await store.prisma.$transaction(async (transaction) => {
    const where = { coalitionId_id: { coalitionId, id: memberId } }
    const before = await transaction.member.findUnique({ where })
    if (!before) throw new NotFoundError({ what: 'member' }, { path: ['memberId'] })
    const fromStatus = before.status
    const changed = await transaction.member.updateMany({
      where: { coalitionId, id: memberId, status: { in: ['ACTIVE', 'SUSPENDED'], equals: fromStatus } },
      data: { status: 'EXITING' },
    })
    const member = await transaction.member.findUniqueOrThrow({ where })
    if (changed.count === 0) {
      const first = await transaction.memberExit.findFirst({ where: { ...owner, withdrawnAt: null } })
      if (first) return { member, exit: first }
      throw new MemberNotActiveError({ memberStatus: member.status as MemberStatus }, { path: ['memberId'] })
    }
    const exit = await transaction.memberExit.create({
      data: { ...owner, ...facts, fromStatus, id: newId(), noticedAt: now },
    })
    const payload = { memberId, redemptionEndsAt: facts.redemptionEndsAt.toISOString() }
    await transaction.outbox.create({
      data: outboxRow(coalitionId, now, { kind: 'member.exiting', subjectId: memberId, payload }),
    })
    await recordAct(context, transaction, {
      act: facts.windsDown ? 'coalitionWindDown' : 'memberExitNotice',
      ...{ coalitionId, memberId, subject: { type: 'member', id: memberId } },
      details: {
        status: { before: fromStatus, after: 'EXITING' },
        redemptionEndsAt: facts.redemptionEndsAt.toISOString(),
      },
    })
    return { member, exit }
  })
  // It may pay for rules of any member.
  forgetRulesOf(store, { coalitionId, memberId: null })
  forgetAgreement(store, coalitionId)
  return under
}
