import type pg from 'pg'

/** Whether an actor that was written down is a person, and not a key that acts for nobody. */
export async function isPerson(client: pg.Pool | pg.ClientBase, actorId: string): Promise<boolean> {
  const { rowCount } = await client.query('select from person where person_id = $1', [actorId])
  return rowCount === 1
}
