import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  type FigureDimension,
  type FigurePart,
  FiguresByKeyDocument,
  FiguresOfPeriodDocument,
  FirstVisitsReadDocument,
  type Language,
  type RetentionOf,
  RetentionReadDocument,
} from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'

/** Local days of the coalition, both included. */
export interface FigurePeriod {
  /** First day, such as `2026-03-01`. */
  readonly from: string
  /** Last day. */
  readonly to: string
  /**
   * Figures of this member.
   *
   * @defaultValue all members for administrators; a member sees itself alone
   */
  readonly memberId?: string
}

/** What a period came to: sales, points and customers. */
export function figuresOf({ query }: Executor) {
  return {
    /**
     * Sums and customers of a period, of its days, weeks or months, and of the period before. Sales count on the day they
     * happened, all else on the day it was recorded.
     *
     * @throws `InvalidInputError` for days that are none and for more than 400 parts, `NotFoundError` for another member.
     *
     * @example
     * ```ts
     * const { total, before, parts, cost } = await artel.figures
     *   .period({ from: '2026-03-01', to: '2026-03-31', by: 'WEEK', marginBps: 3000 })
     * console.log(total.sums.net.amountMinor, before.sums.net.amountMinor, total.customers.new)
     * for (const { from, sums } of parts) console.log(from, sums.purchases)
     * console.log(cost?.perNewCustomer?.rounded.amountMinor)
     * ```
     */
    period: async (
      asked: FigurePeriod & {
        /**
         * What the period is divided into.
         *
         * @defaultValue 'DAY'
         */
        readonly by?: FigurePart
        /**
         * A customer is lost that has not come for so many days; 1 to 730.
         *
         * @defaultValue 60
         */
        readonly absentDays?: number
        /** What is left of turnover before the programme, basis points: your own assumption. Without it there is no `cost`. */
        readonly marginBps?: number
      },
      options?: CallOptions,
    ) => {
      const variables = {
        ...{ from: asked.from, to: asked.to, by: asked.by ?? 'DAY', absentDays: asked.absentDays ?? 60 },
        ...{ memberId: asked.memberId ?? null, marginBps: asked.marginBps ?? null },
      }
      return found((await query(FiguresOfPeriodDocument, variables, options)).coalition, 'coalition').figures
    },
    /**
     * The same period by member, rule, article, category, till or person, largest turnover first. Articles, tills and people are a
     * member's own.
     *
     * @example
     * ```ts
     * const rows = await artel.figures.by({ from: '2026-03-01', to: '2026-03-31', dimension: 'CATEGORY' })
     * for (const { name, sums } of rows) console.log(name, sums.gross.amountMinor)
     * ```
     */
    by: async (
      asked: FigurePeriod & {
        readonly dimension: FigureDimension
        /**
         * How many; 1 to 200.
         *
         * @defaultValue 50
         */
        readonly first?: number
        /**
         * Of the names of rules.
         *
         * @defaultValue 'RU'
         */
        readonly language?: Language
      },
      options?: CallOptions,
    ) => {
      const variables = {
        ...{ from: asked.from, to: asked.to, dimension: asked.dimension, first: asked.first ?? 50 },
        ...{ memberId: asked.memberId ?? null, language: asked.language ?? null },
      }
      return found((await query(FiguresByKeyDocument, variables, options)).coalition, 'coalition').figuresBy
    },
    /**
     * Customers whose first sale in the coalition was at one member, by the members to which they came for the first time in the
     * period: all of it for administrators, what it brought and was brought for a member.
     *
     * @example
     * ```ts
     * const visits = await artel.figures.firstVisits({ from: '2026-03-01', to: '2026-03-31' })
     * for (const { from, to, customers } of visits) console.log(from.name, to.name, customers)
     * ```
     */
    firstVisits: async ({ from, to, memberId }: FigurePeriod, options?: CallOptions) =>
      found(
        (await query(FirstVisitsReadDocument, { from, to, memberId: memberId ?? null }, options)).coalition,
        'coalition',
      ).firstVisits,
    /**
     * Who stays: those who began in a month, and how many of them had a sale in each month after it.
     *
     * @throws `PermissionError` for `of: 'PARTNERS'` with a member's key.
     *
     * @example
     * ```ts
     * const cohorts = await artel.figures.retention({ months: 6 })
     * for (const { month, size, active } of cohorts) console.log(month, size, active.join(' '))
     * ```
     */
    retention: async (
      asked: {
        /**
         * Customers, or members, which administrators alone see.
         *
         * @defaultValue 'CUSTOMERS'
         */
        readonly of?: RetentionOf
        /**
         * Cohorts, the running month included; 2 to 60.
         *
         * @defaultValue 12
         */
        readonly months?: number
        /** Customers of this member. */
        readonly memberId?: string
      } = {},
      options?: CallOptions,
    ) => {
      const { of = 'CUSTOMERS', months = 12, memberId = null } = asked
      return found(
        (await query(RetentionReadDocument, { of, months, memberId }, options)).coalition,
        'coalition',
      ).retention
    },
  }
}
