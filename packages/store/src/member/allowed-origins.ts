import type { Store } from '../store.ts'

/** Origins from which pages may call, of all coalitions' members that have not left. */
export async function allowedOrigins(store: Pick<Store, 'pool'>): Promise<ReadonlySet<string>> {
  const { rows } = await store.pool.query<{ origin: string }>({
    name: 'allowed-origins',
    text: `select distinct unnest(allowed_origins) as origin from member where status <> 'CLOSED'`,
  })
  return new Set(rows.map(({ origin }) => origin))
}
