import type pg from 'pg'

/** What a coalition has agreed on between the sources of one customer, and its clock. */
export interface BindingTerms {
  readonly bindingPolicy: string
  readonly bindingPriority: readonly string[]
  readonly bindingDays: number
  readonly timeZone: string
  /** To the millisecond, as columns that are compared with it are read. */
  readonly now: Date
}

/** The columns of {@link BindingTerms}, of `coalition c`. */
export const BINDING_TERMS = `c.binding_policy as "bindingPolicy", c.binding_priority as "bindingPriority",
  c.binding_days as "bindingDays", c.time_zone as "timeZone",
  date_trunc('milliseconds', coalition_clock(c.clock_offset_seconds)) as now`

/** Reads them as they are now: whoever holds a customer reads the clock after those who held it before. */
export async function bindingTerms(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
): Promise<BindingTerms> {
  const { rows } = await client.query<BindingTerms>({
    name: 'artel_binding_terms',
    text: `select ${BINDING_TERMS} from coalition c where c.coalition_id = $1`,
    values: [coalitionId],
  })
  const terms = rows[0]
  if (!terms) throw new Error(`No coalition ${coalitionId}`)
  return terms
}
