import { type Turnover, turnoverOf } from '@artel/rules'
import { type FiguresByKey, figuresByKey, figuresByMember, newestRuleVersions } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { ruleVersionOf } from '../terms/running-rules.ts'
import { type FigureDays, figurePeriod, figureScope } from './figure-scope.ts'

/** By what figures are told apart. */
export type FigureDimension = 'MEMBER' | 'RULE' | 'PRODUCT' | 'CATEGORY' | 'TILL' | 'PERSON'

export interface ReadFiguresByInput extends FigureDays {
  readonly dimension: FigureDimension
  /** 1 to 200, default 50. */
  readonly first?: number
  /** Of the names of rules; default ru. */
  readonly language?: 'en' | 'ru'
}

/** Sums of one key. Raw ids of members, rules, tills and people; articles and categories as bills name them. */
export interface FiguresOfKey extends FiguresByKey, Turnover {
  /** What people call it: of an article or a category its own words. */
  readonly name: string
}

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
  const names = await namesOf(context, { ...input, keys: rows.map(({ key }) => key) })
  return rows.map((row) => ({ ...row, ...turnoverOf(row), name: names.get(row.key) ?? row.key }))
}

/** Names of keys that are ids, as they are now, in one query. */
async function namesOf(
  { store }: Context,
  asked: {
    readonly coalitionId: string
    readonly keys: readonly string[]
    readonly dimension: FigureDimension
    readonly language?: 'en' | 'ru'
  },
): Promise<ReadonlyMap<string, string>> {
  const { coalitionId, dimension, language = 'ru' } = asked
  const keys = [...asked.keys]
  const where = { coalitionId, id: { in: keys } }
  const named = (rows: readonly { readonly id: string; readonly name: string | null }[]) =>
    new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])))
  switch (dimension) {
    case 'MEMBER':
      return named(await store.prisma.member.findMany({ where }))
    case 'TILL':
      return named(await store.prisma.till.findMany({ where }))
    case 'PERSON':
      return named(await store.prisma.person.findMany({ where: { id: { in: keys } } }))
    case 'RULE': {
      const versions = await newestRuleVersions(store, coalitionId, keys)
      return new Map([...versions].map(([id, row]) => [id, ruleVersionOf(row).name[language]]))
    }
    default:
      return new Map()
  }
}
