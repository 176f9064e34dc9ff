import { hexOf, type Sha256 } from '../settlement/sha256.ts'

/** The parts of a pilot: who may have its rules, and who is held out so that the others can be held against them. */
export type PilotGroup = 'TREATMENT' | 'CONTROL'

/** What a rule says of the pilot that it is tried in. */
export interface RulePilot {
  /** Of the pilot. */
  readonly id: string
  /** Share of the customers that are held out, basis points of all. */
  readonly controlBps: number
}

const BUCKETS = 10_000n

/**
 * The bucket of a customer in a pilot, 0 to 9999: the SHA-256 of both ids, as one number, modulo 10 000. It is the same at every
 * member, on every machine and for ever, and has nothing to do with the customer's bucket in another pilot.
 * `pilot_bucket` of the store says the same in SQL.
 */
export function pilotBucket(pilotId: string, customerId: string, sha256: Sha256): number {
  const digest = sha256(new TextEncoder().encode(`${pilotId}:${customerId}`))
  return Number(BigInt(`0x${hexOf(digest)}`) % BUCKETS)
}

/** The part of a pilot that a customer is in. */
export const pilotGroup = ({ id, controlBps }: RulePilot, customerId: string, sha256: Sha256): PilotGroup =>
  pilotBucket(id, customerId, sha256) < controlBps ? 'CONTROL' : 'TREATMENT'
