import {
  type FigurePart,
  type FigurePeriod,
  type ProgrammeCost,
  partsOfPeriod,
  periodBefore,
  programmeCost,
  type Turnover,
  turnoverOf,
} from '@artel/rules'
import { coalitionNow, type FigureRow, type FigureSums, lostCustomers, readFigureRows } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { loadParticipation, termsBinding, termsInForce } from '../terms/agreement.ts'
import { type FigureDays, type FigureScope, figurePeriod, figureScope } from './figure-scope.ts'

export interface ReadFiguresInput extends FigureDays {
  /** Parts of the period; default DAY. */
  readonly by?: FigurePart
  /** A customer is lost that has not come for so many days; 1 to 730, default 60. */
  readonly absentDays?: number
  /** What is left of turnover before the programme's cost, basis points: the caller's own assumption; 0 to 10 000. */
  readonly marginBps?: number | null
}

/** Sums of a period or a part of it, what they mean, and the customers in it. */
export interface Figures extends FigureSums, Turnover {
  /** Customers with a purchase, each once. */
  readonly active: bigint
  /** Of them those without one before, ever: at the member, or in the coalition. */
  readonly fresh: bigint
  /** Of them the others. */
  readonly returning: bigint
}

export interface FiguresOfPart extends Figures {
  /** Local days, both included. */
  readonly from: string
  readonly to: string
}

export interface FiguresOfPeriod {
  /** What was recorded until then is counted, by the coalition's clock. */
  readonly asOf: Date
  /** Null: all members. */
  readonly memberId: string | null
  readonly total: FiguresOfPart & { readonly lost: bigint }
  /** Of as many days that end on the day before. */
  readonly before: FiguresOfPart & { readonly lost: bigint }
  readonly parts: readonly FiguresOfPart[]
  /** Null where no margin was stated, and before terms are in force. */
  readonly cost: ProgrammeCost | null
}

const DEFAULT_ABSENT_DAYS = 60

/**
 * Reads the figures of local days: sales by the day on which they happened, all else by the day on which it was recorded. Of the
 * coalition or a member for administrators, its own for a member. Throws PermissionError, MemberNotActiveError, NotFoundError,
 * InvalidInputError.
 */
export async function readFigures(context: Context, input: ReadFiguresInput): Promise<FiguresOfPeriod> {
  const scope = await figureScope(context, input)
  const period = figurePeriod(input)
  const { by = 'DAY', absentDays = DEFAULT_ABSENT_DAYS, marginBps = null } = input
  checkInteger(['absentDays'], absentDays, { min: 1, max: 730 })
  if (marginBps !== null) checkInteger(['marginBps'], marginBps, { min: 0, max: 10_000 })
  const periods = partsOfPeriod(period, by)
  const earlier = periodBefore(period)
  const { store } = context
  const { coalitionId } = scope
  const scopeId = scope.memberId ?? coalitionId
  const lostIn = (of: FigurePeriod) => lostCustomers(store, coalitionId, { scopeId, absentDays, ...of })
  const [now, { asOf, rows }] = await Promise.all([
    coalitionNow(store, coalitionId),
    readFigureRows(store, coalitionId, { scopeId, beforeFrom: earlier.from, by, ...period }),
  ])
  // Afterwards, so that they count what `asOf` says, or more.
  const [lost, lostBefore] = await Promise.all([lostIn(period), lostIn(earlier)])
  const rowOf = (isBefore: boolean, firstDay: string | null) =>
    rows.find((row) => row.isBefore === isBefore && row.firstDay === firstDay)
  const total = { ...figuresOf(rowOf(false, null)), ...period, lost }
  const parts = periods.map((part) => ({ ...figuresOf(rowOf(false, part.from)), ...part }))
  const terms = marginBps === null ? undefined : await termsOfScope(context, scope, now)
  return {
    asOf: asOf ?? scope.agreement.coalition.createdAt,
    memberId: scope.memberId,
    total,
    before: { ...figuresOf(rowOf(true, null)), ...earlier, lost: lostBefore },
    parts,
    cost: terms && marginBps !== null ? programmeCost(total, terms, marginBps) : null,
  }
}

/** What a row says and means; a part without a row is all nought. */
function figuresOf(row: FigureRow | undefined): Figures {
  const { firstDay: _, isBefore: __, ...sums } = row ?? NOTHING
  return { ...sums, ...turnoverOf(sums), returning: sums.active - sums.fresh }
}

const NOTHING: FigureRow = {
  firstDay: null,
  isBefore: false,
  ...{
    purchases: 0n,
    refunds: 0n,
    grossMinor: 0n,
    discountMinor: 0n,
    discountCostMinor: 0n,
    pointsPartMinor: 0n,
  },
  ...{ refundedMinor: 0n, refundedMoneyMinor: 0n, issued: 0n, reversed: 0n, spent: 0n, returned: 0n },
  ...{ expired: 0n, quantityMilli: 0n, active: 0n, fresh: 0n },
}

/** The terms by which the scope's points cost what they cost now. */
async function termsOfScope(
  { store }: Context,
  { agreement, coalitionId, memberId }: FigureScope,
  now: Date,
) {
  if (memberId === null) return termsInForce(agreement, now)
  const { member } = await loadParticipation(store, { coalitionId, memberId })
  return termsBinding(agreement, member, now)
}
