import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether a secret is the operator's, compared in constant time over digests, so that not even the length leaks. */
export function isOperatorKey(secret: string, operatorKey: string | null): boolean {
  if (operatorKey === null) return false
  return timingSafeEqual(digest(secret), digest(operatorKey))
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
