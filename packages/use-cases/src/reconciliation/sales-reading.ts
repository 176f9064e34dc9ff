import {
  InvalidOptionError,
  SALES_MAPPINGS,
  type SalesReadingOptions,
  type SalesReadingWords,
  salesReadingOptions,
} from '@artel/documents'
import { InvalidInputError } from '@artel/ledger'
import { coalitionNow, type Store } from '@artel/store'
import type { SalesMapping } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkOneOf, checkText } from '../input/text.ts'

/** How a sales file is to be read, in words; those that are left out, null or empty say nothing. */
export type ReadingWords = { readonly [Word in keyof SalesReadingWords]?: SalesReadingWords[Word] | null }

const MAX_HEADER_LENGTH = 200
const MAX_SHEET_LENGTH = 100

/** Whether the words say anything at all. */
export const hasReadingWords = ({ columns, ...words }: ReadingWords): boolean =>
  Object.keys(columns ?? {}).length > 0 || Object.values(words).some((word) => word)

/** Headers and the sheet's name in their one spelling, as a file is read. Throws InvalidInputError below `path`. */
function checkedNames({ columns, sheet }: ReadingWords, path: readonly string[]) {
  const checked = Object.entries(columns ?? {}).map(([name, header]) => [
    name,
    checkText([...path, 'columns', name], header, MAX_HEADER_LENGTH),
  ])
  return {
    columns: Object.fromEntries(checked) as Record<string, string>,
    sheet: sheet ? checkText([...path, 'sheet'], sheet, MAX_SHEET_LENGTH) : undefined,
  }
}

/** Options for the reader from words. Throws InvalidInputError below `path` for a word that is none. */
export function salesReadingOf(words: ReadingWords, path: readonly string[]): SalesReadingOptions {
  const names = checkedNames(words, path)
  try {
    return salesReadingOptions({
      ...{ mapping: words.mapping ?? undefined, ...names },
      ...{ dateOrder: words.dateOrder ?? undefined, decimalMark: words.decimalMark ?? undefined },
    })
  } catch (error) {
    if (error instanceof InvalidOptionError)
      throw new InvalidInputError({
        path: [...path, error.field ?? ''],
        problem: `Must be one of ${error.known.join(', ')}.`,
      })
    throw error
  }
}

/** What is kept for the member; undefined when nothing is. */
export async function savedReadingWords(
  store: Store,
  of: { readonly coalitionId: string; readonly memberId: string },
): Promise<ReadingWords | undefined> {
  const saved = await store.prisma.salesMapping.findUnique({ where: { coalitionId_memberId: of } })
  if (!saved) return undefined
  const { product: mapping, columns, dateOrder, decimalMark, sheet } = saved
  return { mapping, columns: columns as Record<string, string>, dateOrder, decimalMark, sheet }
}

/** Keeps checked words for a member, or forgets what was kept when they say nothing. */
export async function saveReadingWords(
  context: Context,
  {
    coalitionId,
    memberId,
    words,
    savedById,
  }: { coalitionId: string; memberId: string; words: ReadingWords; savedById: string },
): Promise<SalesMapping | null> {
  const { store } = context
  const of = { coalitionId, memberId }
  const act = { act: 'salesMappingSet', ...of, subject: { type: 'member', id: memberId } } as const
  if (!hasReadingWords(words)) {
    await store.prisma.$transaction([
      store.prisma.salesMapping.deleteMany({ where: of }),
      recordAct(context, store.prisma, { ...act, details: { kept: false } }),
    ])
    return null
  }
  if (words.mapping) checkOneOf(['mapping', 'product'], words.mapping, Object.keys(SALES_MAPPINGS))
  salesReadingOf(words, ['mapping'])
  const { columns, sheet } = checkedNames(words, ['mapping'])
  const kept = {
    product: words.mapping || null,
    columns,
    dateOrder: words.dateOrder || null,
    decimalMark: words.decimalMark || null,
    sheet: sheet ?? null,
    savedAt: await coalitionNow(store, coalitionId),
    savedById,
  }
  const { product, dateOrder, decimalMark } = kept
  const [mapping] = await store.prisma.$transaction([
    store.prisma.salesMapping.upsert({
      where: { coalitionId_memberId: of },
      create: { ...of, ...kept },
      update: kept,
    }),
    recordAct(context, store.prisma, { ...act, details: { kept: true, product, dateOrder, decimalMark } }),
  ])
  return mapping
}
