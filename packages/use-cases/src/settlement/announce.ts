import { addEvent, newId, type TransactionClient } from '@artel/store'
import type { OutboxEvent } from '../posting/outbox.ts'

/** Writes an event beside what made it true, in the same transaction. */
export const announce = (client: TransactionClient, coalitionId: string, event: OutboxEvent): Promise<void> =>
  addEvent(client, coalitionId, { id: newId(), ...event })
