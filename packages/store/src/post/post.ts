import type { Command, Posted, PostOptions } from '../command/command.ts'
import type { Store } from '../store.ts'

/**
 * Records one command, exactly once per key, together with whatever else is queued for its coalition.
 * @throws the Refusal that `decide` threw, now recorded under the key, or on a replay is `replayed` from its record;
 * IdempotencyKeyMismatch; CustomerNotFound; Overloaded (retry with the same key).
 */
export function post(
  store: Store,
  coalitionId: string,
  command: Command,
  options: PostOptions = {},
): Promise<Posted> {
  return store.lanes.submit(coalitionId, command, options)
}
