import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// A secret of this process: a restart signs everybody out, which suits a demo. Keep it in your settings to outlive one.
const secret = randomBytes(32)
const maxAgeSeconds = 12 * 3600

const sign = (text) => createHmac('sha256', secret).update(text).digest('base64url')

/** A `Set-Cookie` value that carries the customer's id, signed and dated. */
export function sessionCookie(customerId, { secure }) {
  const payload = `${Buffer.from(customerId).toString('base64url')}.${Math.floor(Date.now() / 1000) + maxAgeSeconds}`
  return cookie(`${payload}.${sign(payload)}`, maxAgeSeconds, secure)
}

export const endedSessionCookie = ({ secure }) => cookie('', 0, secure)

/** The customer's id, or undefined when there is no session, it has ended, or somebody edited the cookie. */
export function sessionCustomerId(request) {
  const found = /(?:^|;\s*)kolenval=([\w-]+)\.(\d+)\.([\w-]+)/.exec(request.headers.cookie ?? '')
  if (!found) return undefined
  const [, id, endsAtSeconds, signature] = found
  const expected = Buffer.from(sign(`${id}.${endsAtSeconds}`))
  const given = Buffer.from(signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined
  return Number(endsAtSeconds) * 1000 > Date.now() ? Buffer.from(id, 'base64url').toString() : undefined
}

const cookie = (value, age, secure) =>
  `kolenval=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`
