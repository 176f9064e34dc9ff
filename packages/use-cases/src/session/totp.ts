import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { encodeBase58 } from '../ids/public-id.ts'

const ISSUER = 'Artel'
const PERIOD_SECONDS = 30
const SECRET_BYTES = 20
/** Clocks of telephones: one step either way is forgiven. */
const STEPS_OFF = 1
const RECOVERY_CODES = 10
const RECOVERY_BYTES = 10

/** A fresh secret of a second factor, base32. */
export const makeTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** What an authenticator app reads, as text or QR: RFC 6238, SHA-1, six digits, 30 seconds. */
export const totpUri = (base32: string, email: string): string => totpOf(base32, email).toString()

/** The step whose code this is, of those near an instant and after the last one used; undefined when there is none. */
export function stepOfCode(
  base32: string,
  code: string,
  at: { readonly now: Date; readonly lastStep: bigint },
): bigint | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const totp = totpOf(base32, '')
  const current = Math.floor(at.now.getTime() / (PERIOD_SECONDS * 1_000))
  for (let step = current - STEPS_OFF; step <= current + STEPS_OFF; step += 1) {
    const expected = totp.generate({ timestamp: step * PERIOD_SECONDS * 1_000 })
    const isRight = timingSafeEqual(Buffer.from(expected), Buffer.from(code))
    if (isRight && BigInt(step) > at.lastStep) return BigInt(step)
  }
  return undefined
}

/** Ten fresh recovery codes for people to keep on paper: `abcde-fghij-...` of 80 random bits each. */
export const makeRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    (encodeBase58(randomBytes(RECOVERY_BYTES)).match(/.{1,5}/g) ?? []).join('-'),
  )

/** What is stored of a recovery code, hex. The codes are random, so a fast hash is enough; the person salts it. */
export const hashRecoveryCode = (personId: string, code: string): string =>
  createHash('sha256')
    .update(`${personId}/${code.replaceAll(/[\s-]/g, '')}`)
    .digest('hex')

function totpOf(base32: string, label: string): TOTP {
  const secret = Secret.fromBase32(base32)
  return new TOTP({ issuer: ISSUER, label: label || ISSUER, secret, period: PERIOD_SECONDS })
}
