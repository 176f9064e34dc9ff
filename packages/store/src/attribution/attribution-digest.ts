import { createHash } from 'node:crypto'

/** A decision about who brought the customer of a purchase, before it is written. */
export interface NewAttribution {
  readonly purchaseId: string
  readonly customerId: string
  readonly memberId: string
  readonly occurredAt: Date
  /** Null, with its id and the link, for nobody. */
  readonly sourceKind: string | null
  readonly sourceId: string | null
  readonly linkId: string | null
  readonly via: string
  /** JSON. */
  readonly losers: string
  /** By what the coalition chose between sources, JSON. */
  readonly choice: string
  /** To the millisecond. */
  readonly decidedAt: Date
}

/** SHA-256 over all of a decision, hex. `verify` reckons it in SQL, in words of its own. */
export function attributionDigest(coalitionId: string, decided: NewAttribution): string {
  const {
    purchaseId,
    customerId,
    memberId,
    occurredAt,
    sourceKind,
    sourceId,
    linkId,
    via,
    losers,
    choice,
    decidedAt,
  } = decided
  const line = [
    ...[coalitionId, purchaseId, customerId, memberId, String(occurredAt.getTime() * 1_000)],
    ...[sourceKind ?? '', sourceId ?? '', linkId ?? '', via, JSON.stringify(losers)],
    JSON.stringify(choice),
    String(decidedAt.getTime() * 1_000),
  ]
  return createHash('sha256').update(line.join('|')).digest('hex')
}
