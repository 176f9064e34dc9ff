import { randomBytes } from 'node:crypto'
import { bytesToUuid, decodeBase58, encodeBase58, uuidToBytes } from '../ids/public-id.ts'

const SECRET_BYTES = 32
const SECRET = /^tl_([1-9A-HJ-NP-Za-km-z]{1,22})_[1-9A-HJ-NP-Za-km-z]{32,44}$/

/** A fresh secret of a till, `tl_<coalition>_<random>`. It names its coalition, so that finding it is one read there. */
export const makeTillSecret = (coalitionId: string): string =>
  `tl_${encodeBase58(uuidToBytes(coalitionId))}_${encodeBase58(randomBytes(SECRET_BYTES))}`

/** The coalition that the secret of a till names; undefined for a text that is no such secret. Raw UUID. */
export function coalitionOfTillSecret(secret: string): string | undefined {
  const coalition = SECRET.exec(secret)?.[1]
  const bytes = coalition === undefined ? undefined : decodeBase58(coalition)
  return bytes && bytesToUuid(bytes)
}
