import { type Turnover, turnoverOf } from '@artel/rules'
import { type FiguresByKey, figuresByKey, figuresByMember } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { type FigureDays, figurePeriod, figureScope } from './figure-scope.ts'

/** By what figures are told apart. */
export type FigureDimension = 'MEMBER' | 'RULE' | 'PRODUCT' | 'CATEGORY' | 'TILL' | 'PERSON'

export interface ReadFiguresByInput extends FigureDays {
  readonly dimension: FigureDimension
  /** 1 to 200, default 50. */
  readonly first?: number
}

/** Sums of one key. Raw ids of members, rules, tills and people; articles and categories as bills name them. */
export interface FiguresOfKey extends FiguresByKey, Turnover {}

/**
 * Reads the figures of a period by member, rule, article, category, till or person, largest turnover after discounts first. Articles,
 * tills and people are a member's own: without a member there are none of them. Throws as `readFigures`.
 */
export async function readFiguresBy(
  context: Context,
  input: ReadFiguresByInput,
): Promise<readonly FiguresOfKey[]> {
  const { coalitionId, memberId } = await figureScope(context, input)
  const { dimension } = input
  const asked = {
    ...figurePeriod(input),
    limit: checkInteger(['first'], input.first ?? 50, { min: 1, max: 200 }),
  }
  const { store } = context
  const rows =
    dimension !== 'MEMBER'
      ? await figuresByKey(store, coalitionId, { ...asked, dimension, scopeId: memberId ?? coalitionId })
      : memberId === null
        ? await figuresByMember(store, coalitionId, asked)
        : (await figuresByKey(store, coalitionId, { ...asked, dimension: 'TOTAL', scopeId: memberId })).map(
            (row) => ({ ...row, key: memberId }),
          )
  return rows.map((row) => ({ ...row, ...turnoverOf(row) }))
}
