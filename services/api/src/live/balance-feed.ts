import { accountSequence, balanceMoves, type Store } from '@artel/store'
import { type Channel, makeChannel } from './channel.ts'
import { cursorAt, cursorExpired, readPosition } from './cursor.ts'
import type { BalanceEvent } from './feed-events.ts'

/** Most moves of one reading; what is beyond is read next. */
const MOVES_AT_ONCE = 2_000
/** Most moves that a stream catches up with, more than wait for a slow reader. A page that missed more reads the wallet. */
const MAX_MISSED = 1_000

/** The channel of balances: one query a coalition, an index step for each customer that is watched. */
export const makeBalanceChannel = (store: Store): Channel<BalanceEvent> =>
  makeChannel(async (coalitionId, after) => {
    const accounts = [...after].map(([customerId, position]) => ({ customerId, after: position }))
    const events = await readMoves(store, coalitionId, { accounts, limit: MOVES_AT_ONCE })
    return { events, more: events.length === MOVES_AT_ONCE }
  })

export interface BalanceStart {
  /** What was missed since the cursor. */
  readonly missed: readonly BalanceEvent[]
  readonly position: bigint
}

/** From where a stream of a customer's balance begins: after its cursor, or now. Throws CURSOR_EXPIRED and BAD_USER_INPUT. */
export async function startOfBalance(
  store: Store,
  { coalitionId, customerId }: { readonly coalitionId: string; readonly customerId: string },
  cursor: string | null,
): Promise<BalanceStart> {
  const after = readPosition('b', cursor)
  const now = (await accountSequence(store, { coalitionId, customerId })) ?? 0n
  if (after === null) return { missed: [], position: now }
  if (after > now || now - after > BigInt(MAX_MISSED)) throw cursorExpired()
  const accounts = [{ customerId, after }]
  const missed = await readMoves(store, coalitionId, { accounts, limit: MAX_MISSED })
  return { missed, position: missed.at(-1)?.position ?? after }
}

async function readMoves(
  store: Store,
  coalitionId: string,
  asked: Parameters<typeof balanceMoves>[2],
): Promise<BalanceEvent[]> {
  const moves = await balanceMoves(store, coalitionId, asked)
  return moves.map((move) => ({
    ...{ coalitionId, move, subject: move.customerId, position: move.sequence },
    cursor: cursorAt('b', move.sequence),
  }))
}
