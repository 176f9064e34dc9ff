import { createHash } from 'node:crypto'
import type { NewBinding } from './bindings.ts'

/** SHA-256 over all of a binding, hex. `verify` reckons it in SQL, in words of its own. */
export function bindingDigest(coalitionId: string, binding: NewBinding): string {
  const { id, customerId, memberId, sourceKind, sourceId, linkId, via, boundAt, endsAt } = binding
  const line = [
    ...[coalitionId, id, customerId, memberId, sourceKind, sourceId, linkId, via],
    ...[boundAt, endsAt].map((at) => String(at.getTime() * 1_000)),
  ]
  return createHash('sha256').update(line.join('|')).digest('hex')
}
