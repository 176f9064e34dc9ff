import { createHash, randomBytes } from 'node:crypto'
import { bytesToUuid, decodeBase58, encodeBase58, uuidToBytes } from '../ids/public-id.ts'

/** Whose key it is: `sk` a member's, `ak` a coalition administrator's. */
export type ApiSecretKind = 'member' | 'admin'

/** A fresh secret and what is stored of it. */
export interface ApiSecret {
  /** `sk_test_<coalition>_<random>`; shown once, never stored. */
  readonly secret: string
  /** SHA-256 of the secret, hex. */
  readonly secretHash: string
  readonly lastFour: string
}

/** Random bytes of a secret: 256 bits, so a fast hash is enough to store it. */
const SECRET_BYTES = 32

/** Makes a fresh API secret. It names its coalition, so that finding it is one read in that coalition. */
export function makeApiSecret(kind: ApiSecretKind, coalition: { id: string; mode: string }): ApiSecret {
  const prefix = kind === 'member' ? 'sk' : 'ak'
  const mode = coalition.mode === 'LIVE' ? 'live' : 'test'
  const random = encodeBase58(randomBytes(SECRET_BYTES))
  const secret = `${prefix}_${mode}_${encodeBase58(uuidToBytes(coalition.id))}_${random}`
  return { secret, secretHash: hashApiSecret(secret), lastFour: secret.slice(-4) }
}

/** SHA-256 of a secret in hex: what `api_key.secret_hash` holds. */
export function hashApiSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** What a secret says of itself, before it is looked up; undefined when it is no secret of ours. */
export function parseApiSecret(
  secret: string,
): { kind: ApiSecretKind; mode: 'TEST' | 'LIVE'; coalitionId: string } | undefined {
  const match = /^(sk|ak)_(test|live)_([1-9A-HJ-NP-Za-km-z]{16,22})_[1-9A-HJ-NP-Za-km-z]{32,44}$/.exec(secret)
  const bytes = match?.[3] === undefined ? undefined : decodeBase58(match[3])
  const coalitionId = bytes && bytesToUuid(bytes)
  if (!match || coalitionId === undefined) return undefined
  return {
    kind: match[1] === 'sk' ? 'member' : 'admin',
    mode: match[2] === 'live' ? 'LIVE' : 'TEST',
    coalitionId,
  }
}
