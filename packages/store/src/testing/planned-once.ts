import type pg from 'pg'

/** Asks a statement under a name of its own, so that the server plans it once a connection. */
export type AskPlanned = (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>

export function plannedOnce(client: pg.ClientBase): AskPlanned {
  const names = new Map<string, string>()
  return (text, values) => {
    const name = names.get(text) ?? `planned_${names.size}`
    names.set(text, name)
    return client.query({ name, text, values: [...values] })
  }
}

/** What a statement that is planned once needs: a plan for whatever values come, and none that stale statistics spoil. */
export const PLANNED_ONCE = '-c jit=off -c enable_nestloop=off -c plan_cache_mode=force_generic_plan'

/** A statement that has a plan. */
export const isPlanned = (text: string): boolean => /^\s*(select|with)\b/.test(text)
