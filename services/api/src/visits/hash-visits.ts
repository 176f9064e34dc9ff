import { createHmac } from 'node:crypto'
import { clickSalt, type Store } from '@artel/store'

const HOUR_MS = 3_600_000
const VISITOR_BYTES = 16

/** What is known of a visit before it is hashed. */
export interface Visit {
  readonly coalitionId: string
  readonly linkId: string
  /** Network address: it goes no further than this. */
  readonly address: string
  readonly userAgent: string
  readonly kind: 'HUMAN' | 'BOT'
  /** Unix time, milliseconds. */
  readonly atMs: number
  /** How far the coalition's clock is moved, milliseconds. */
  readonly clockOffsetMs: number
}

/** A visitor for a day, and a click for an hour of it. */
export interface HashedVisit {
  /** 16 bytes, hex. */
  readonly visitor: string
  /**
   * UUID of version 7 with the beginning of the hour by the coalition's clock: the same for all visits that count as one, in
   * every process.
   */
  readonly clickId: string
  /** Stands for all visitors of the address by the link in the hour, hex. */
  readonly crowd: string
}

/**
 * Makes what hashes visits, with salts that are read once a day and coalition. The salt is gone the day after, and then nothing leads
 * from an address to its clicks.
 */
export function makeHashVisits(store: Pick<Store, 'pool'>): (visit: Visit) => Promise<HashedVisit> {
  const salts = new Map<string, { readonly day: string; readonly salt: Promise<Buffer> }>()

  function saltOf(coalitionId: string, day: string): Promise<Buffer> {
    const known = salts.get(coalitionId)
    if (known?.day === day) return known.salt
    // With the salts of days before one could find an address that one has in their clicks.
    for (const [id, other] of salts) if (other.day !== day) salts.delete(id)
    const salt = clickSalt(store, { coalitionId, day })
    salts.set(coalitionId, { day, salt })
    // What could not be read is read again for the next visit.
    salt.catch(() => salts.delete(coalitionId))
    return salt
  }

  return async ({ coalitionId, linkId, address, userAgent, kind, atMs, clockOffsetMs }) => {
    const thereMs = atMs + clockOffsetMs
    const hourMs = thereMs - (thereMs % HOUR_MS)
    // Salts last a day of the world, whatever the coalition's clock says.
    const salt = await saltOf(coalitionId, new Date(atMs).toISOString().slice(0, 10))
    const visitor = hmac(salt, `visitor|${address}|${userAgent}`).toString('hex', 0, VISITOR_BYTES)
    const crowd = hmac(salt, `crowd|${linkId}|${address}|${hourMs}`).toString('hex', 0, VISITOR_BYTES)
    const clickId = clickIdOf(hourMs, hmac(salt, `click|${linkId}|${visitor}|${kind}|${hourMs}`))
    return { visitor, clickId, crowd }
  }
}

const hmac = (salt: Buffer, text: string): Buffer => createHmac('sha256', salt).update(text).digest()

/** A UUID of version 7 whose random bits are the first of the hash. */
function clickIdOf(hourMs: number, hash: Buffer): string {
  const time = hourMs.toString(16).padStart(12, '0')
  const bits = hash.toString('hex', 0, 10)
  const variant = (8 + (Number.parseInt(bits.charAt(3), 16) & 3)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits.slice(0, 3)}-${variant}${bits.slice(4, 7)}-${bits.slice(7, 19)}`
}
