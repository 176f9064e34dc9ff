import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether a secret is the operator's. Digests are compared in constant time, so the length does not leak either. */
export function isOperatorKey(secret: string, operatorKey: string | null): boolean {
  if (operatorKey === null) return false
  return timingSafeEqual(digest(secret), digest(operatorKey))
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
