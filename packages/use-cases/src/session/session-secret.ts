import { createHash, randomBytes } from 'node:crypto'
import { encodeBase58 } from '../ids/public-id.ts'

const SECRET_BYTES = 32
const SECRET = /^ss_[1-9A-HJ-NP-Za-km-z]{32,44}$/

/** A fresh secret of a session, `ss_<random>`: 256 bits, so a fast hash is enough to store it. */
export const makeSessionSecret = (): string => `ss_${encodeBase58(randomBytes(SECRET_BYTES))}`

/** Whether a text has the form of a session's secret. */
export const isSessionSecret = (text: string): boolean => SECRET.test(text)

/** A fresh secret of a one-time link. */
export const makeLinkSecret = (): string => encodeBase58(randomBytes(SECRET_BYTES))

/** SHA-256 in hex: what is stored of the secrets of sessions and links. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
