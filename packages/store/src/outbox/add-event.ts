import type pg from 'pg'
import type { OutboxEvent } from '../command/command.ts'

/** Writes an event beside what made it true, in the caller's transaction. It happens now, by the coalition's clock. */
export async function addEvent(
  client: pg.ClientBase,
  coalitionId: string,
  { id, kind, subjectId, payload }: OutboxEvent,
): Promise<void> {
  await client.query({
    name: 'artel_announce',
    text: `insert into outbox (coalition_id, event_id, kind, subject_id, payload, created_at)
      select $1, $2, $3, $4, $5::jsonb, coalition_clock(clock_offset_seconds)
      from coalition where coalition_id = $1`,
    values: [coalitionId, id, kind, subjectId, JSON.stringify(payload)],
  })
}

/** The same for an event whose instant is known. */
export async function addEventAt(
  client: pg.ClientBase,
  coalitionId: string,
  { id, kind, subjectId, payload, createdAt }: OutboxEvent & { readonly createdAt: Date },
): Promise<void> {
  await client.query(
    `insert into outbox (coalition_id, event_id, kind, subject_id, payload, created_at)
      values ($1, $2, $3, $4, $5, $6)`,
    [coalitionId, id, kind, subjectId, JSON.stringify(payload), createdAt],
  )
}
