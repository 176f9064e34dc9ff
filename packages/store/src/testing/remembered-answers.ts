import type pg from 'pg'
import { isPlanned, plannedOnce } from './planned-once.ts'

/** A connection on tampered books that asks again only for what the tampering can have changed. */
export interface RememberedAnswers {
  /** For `replay`: what reads tables that were left alone is answered as the honest books answered. */
  readonly client: pg.ClientBase
  /** Keeps every answer from now on, or takes none but those of the books as they are. */
  remember(): void
  /** From here on, answers are remembered for what reads none of the tables that were written since the last call. */
  forgetWritten(): Promise<void>
  /** From here on, everything is asked. */
  forgetAll(): void
}

type Query = string | { readonly text: string; readonly values?: unknown[] }

/** Written to by this transaction, undone or not. */
const WRITES = `select relname as name, n_tup_ins + n_tup_upd + n_tup_del as rows
  from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0`

/** What a statement may read tables through without naming them. */
const NAMED_FOR_OTHERS = `select proname as name from pg_proc where pronamespace = 'public'::regnamespace
  union select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`

const SAVEPOINT = /^savepoint /
const RELEASE = /^release savepoint /

/**
 * Remembers what honest books answered. A statement of `verify` reads what its text names, so that it answers the same
 * until one of these tables is written to; the server says which were. One that calls a function or looks through a view
 * of ours is asked always.
 *
 * A transaction must be open on `client`, and `remember` be called before the first change.
 */
export async function rememberedAnswers(client: pg.Client): Promise<RememberedAnswers> {
  const planned = plannedOnce(client)
  const { rows } = await client.query<{ name: string }>(NAMED_FOR_OTHERS)
  const always = new Set(rows.map(({ name }) => name))
  const answers = new Map<string, { readonly answer: pg.QueryResult; readonly words: ReadonlySet<string> }>()
  let keeps = false
  /** Undefined where everything is asked. */
  let written: ReadonlySet<string> | undefined
  let rowsWritten = new Map<string, string>()
  /** One that no statement has needed yet: two round trips a check are most of what a replay would cost. */
  let savepoint: string | undefined

  const ask = async (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
    if (savepoint !== undefined) await client.query(savepoint)
    savepoint = undefined
    return planned(text, values)
  }
  const query = async (asked: Query, given: unknown[] = []): Promise<pg.QueryResult | undefined> => {
    const { text, values = given } = typeof asked === 'string' ? { text: asked } : asked
    if (SAVEPOINT.test(text)) {
      savepoint = text
      return undefined
    }
    if (RELEASE.test(text) && savepoint !== undefined) {
      savepoint = undefined
      return undefined
    }
    if (!isPlanned(text)) return client.query(text)
    const key = JSON.stringify([text, values])
    const known = answers.get(key)
    if (known && written && [...written].every((table) => !known.words.has(table))) return known.answer
    const answer = await ask(text, values)
    if (keeps) {
      const words = new Set(text.match(/[a-z_0-9]+/g))
      if (![...words].some((word) => always.has(word))) answers.set(key, { answer, words })
    }
    return answer
  }
  const forgetWritten = async () => {
    keeps = false
    const { rows: now } = await client.query<{ name: string; rows: string }>(WRITES)
    written = new Set(now.filter(({ name, rows }) => rowsWritten.get(name) !== rows).map(({ name }) => name))
    rowsWritten = new Map(now.map(({ name, rows }) => [name, rows]))
  }
  return {
    client: { query } as unknown as pg.ClientBase,
    remember: () => {
      keeps = true
      written = undefined
    },
    forgetWritten,
    forgetAll: () => {
      keeps = false
      written = undefined
    },
  }
}
