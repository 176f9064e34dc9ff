import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const BYTES_AN_ID = 16
/** One call for random bytes costs as much as the rest of an id, and a purchase needs eight ids. */
const IDS_A_REFILL = 256

const random = new Uint8Array(BYTES_AN_ID * IDS_A_REFILL)
let used = random.length
let lastMs = 0
let sequence = 0

/** A fresh UUIDv7. Ids of one process sort in the order in which they were made. */
export function newId(): string {
  if (used === random.length) {
    randomFillSync(random)
    used = 0
  }
  const bytes = random.subarray(used, used + BYTES_AN_ID)
  used += BYTES_AN_ID
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    // Room to count up from: the highest bit stays free.
    sequence = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) >>> 1
  } else sequence += 1
  return v7({ random: bytes, msecs: lastMs, seq: sequence })
}
