import { newId, type TransactionClient } from '@artel/store'
import type { OutboxEvent } from '../posting/outbox.ts'

/** Writes an event beside what made it true, in the same transaction. */
export async function announce(
  client: TransactionClient,
  coalitionId: string,
  { kind, subjectId, payload }: OutboxEvent,
): Promise<void> {
  await client.query({
    name: 'artel_announce',
    text: `insert into outbox (coalition_id, event_id, kind, subject_id, payload, created_at)
      select $1, $2, $3, $4, $5::jsonb, coalition_clock(clock_offset_seconds)
      from coalition where coalition_id = $1`,
    values: [coalitionId, newId(), kind, subjectId, JSON.stringify(payload)],
  })
}
