import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { daysBetween, type FigurePeriod, periodDay } from '@artel/rules'
import { memberInQuestion, requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { type Agreement, loadAgreement } from '../terms/agreement.ts'

/** Local days of the coalition, both included: `2026-03-01`. */
export interface FigureDays {
  readonly coalitionId: string
  readonly from: string
  readonly to: string
  /** Figures of this member; for administrators all of the coalition's when left out. Raw UUID. */
  readonly memberId?: string | null
}

/** Ten years: what is older is read year by year. */
const MAX_DAYS = 3_660

/** Whose figures are asked for, and by what agreement. */
export interface FigureScope {
  readonly coalitionId: string
  /** Null: all members. */
  readonly memberId: string | null
  readonly agreement: Agreement
}

/**
 * Whose figures the caller sees: an administrator of the coalition all or those of the member named, a member its own. Throws
 * PermissionError, MemberNotActiveError, NotFoundError.
 */
export async function figureScope(
  { store, principal }: Context,
  asked: { readonly coalitionId: string; readonly memberId?: string | null | undefined },
): Promise<FigureScope> {
  const caller = requireMemberOrAdmin(principal, {
    member: 'reports:read',
    admin: 'coalition:read',
    verb: 'readReports',
  })
  const { coalitionId } = caller
  if (coalitionId !== asked.coalitionId) throw new NotFoundError({ what: 'coalition' })
  const memberId = memberInQuestion(caller, asked.memberId) ?? null
  if (memberId !== null && caller.kind === 'admin') {
    const known = await store.prisma.member.count({
      where: { coalitionId, id: checkId('member', memberId, ['memberId']) },
    })
    if (known === 0) throw new NotFoundError({ what: 'member' }, { path: ['memberId'] })
  }
  return { coalitionId, memberId, agreement: await loadAgreement(store, coalitionId) }
}

/** A period of days. Throws InvalidInputError for days that are none, for one that ends before it begins, and beyond ten years. */
export function figurePeriod({ from: first, to: last }: Pick<FigureDays, 'from' | 'to'>): FigurePeriod {
  const [from, to] = [periodDay(first, ['from']), periodDay(last, ['to'])]
  if (to < from) throw new InvalidInputError({ path: ['to'], problem: 'Must not be before the first day.' })
  if (daysBetween(from, to) >= MAX_DAYS)
    throw new InvalidInputError({ path: ['to'], problem: `Must have at most ${MAX_DAYS} days.` })
  return { from, to }
}
