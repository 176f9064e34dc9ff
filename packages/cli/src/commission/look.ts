import { openStore } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import { type Context, decodePublicId, PUBLIC_ID_PREFIXES, type PublicIdNoun } from '@artel/use-cases'
import { UsageError } from '../cli-error.ts'
import { findCoalition } from '../find-coalition.ts'
import { needed } from '../needed.ts'
import { whoActs } from '../settle/acting-as.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'

/** Who looks, at which coalition, in which language. */
export interface Looking {
  readonly context: Context
  readonly coalition: Coalition
  readonly language: Language
}

/** So many rows are read at once. */
const PAGE = 100

/** Runs a command for whose key it is, and prints what it says. */
export const lookAt = (
  asked: {
    readonly coalition?: string | undefined
    readonly key?: string | undefined
    readonly language: Language
  },
  answer: (looking: Looking) => Promise<string>,
): Promise<number> =>
  withDatabase(async ({ databaseUrl }) => {
    const store = await openStore({ databaseUrl, maxConnections: 4 })
    try {
      const coalition = await findCoalition(store, needed(asked.coalition, '--coalition'))
      // A key on the command line is seen by whoever lists the processes.
      const context = await whoActs(store, coalition, asked.key || process.env.ARTEL_KEY)
      process.stdout.write(await answer({ context, coalition, language: asked.language }))
      return 0
    } finally {
      await store.close()
    }
  })

/** The UUID behind a public id; fails with a line for an id of anything else. */
export function rawIdOf(noun: PublicIdNoun, publicId = ''): string {
  const id = decodePublicId(noun, publicId)
  if (id !== undefined) return id
  const looks = `${PUBLIC_ID_PREFIXES[noun]}_...`
  throw new UsageError(`The id looks like ${looks}; it is "${publicId}".`, {
    ru: `Номер имеет вид ${looks}; указано «${publicId}».`,
  })
}

/** All rows of a list that is read a page at a time. */
export async function allOf<Row extends { readonly id: string }>(
  read: (page: { readonly after: string | null; readonly limit: number }) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const page = await read({ after: rows.at(-1)?.id ?? null, limit: PAGE })
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}

/** An amount in minor units, as people write it. */
export const moneyText = (amount: bigint, currency: string): string => {
  const size = amount < 0n ? -amount : amount
  return `${amount < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')} ${currency}`
}
