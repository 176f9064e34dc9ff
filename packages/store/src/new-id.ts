import { randomFillSync } from 'node:crypto'

/** Bytes of chance in an id: what is left of 16 after the instant, the sequence and the six bits of the format. */
const RANDOM_BYTES_AN_ID = 6
/** One call for random bytes costs as much as the rest of an id, and a purchase needs eight ids. */
const IDS_A_REFILL = 1_024
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

const random = new Uint8Array(RANDOM_BYTES_AN_ID * IDS_A_REFILL)
const seed = new Uint32Array(1)
let used = random.length
let lastMs = 0
let sequence = 0

/**
 * A fresh UUIDv7 by RFC 9562: 48 bits of milliseconds, 32 bits that count up within one (method 1 of its section 6.2),
 * 42 bits of chance. Ids of one process sort in the order in which they were made.
 */
export function newId(): string {
  if (used === random.length) {
    randomFillSync(random)
    used = 0
  }
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    // Room to count up from: the highest bit stays free.
    sequence = (randomFillSync(seed)[0] ?? 0) >>> 1
  } else sequence += 1
  const ms = lastMs.toString(16).padStart(12, '0')
  const rest = chance()
  // 4 bits of version, 12 of the sequence; 2 of variant, 14 of the sequence; 6 of the sequence, 42 of chance.
  const upper = (0x7000 | (sequence >>> 20)).toString(16)
  const middle = (0x8000 | ((sequence >>> 6) & 0x3fff)).toString(16)
  const lower = HEX[((sequence & 0x3f) << 2) | (rest.first & 0x03)] ?? '00'
  return `${ms.slice(0, 8)}-${ms.slice(8)}-${upper}-${middle}-${lower}${rest.others}`
}

function chance(): { readonly first: number; readonly others: string } {
  const at = used
  used += RANDOM_BYTES_AN_ID
  let others = ''
  for (let index = at + 1; index < at + RANDOM_BYTES_AN_ID; index += 1)
    others += HEX[random[index] ?? 0] ?? '00'
  return { first: random[at] ?? 0, others }
}
