import { createArtel } from '@artel/sdk'
import type { DemoRecord } from '../start/demo-record.ts'

/** What each member owes (positive) or is owed, in micros. */
export type Positions = Readonly<Record<string, bigint>>

/** Reads every member's net clearing position with its own key. */
export async function clearingPositions(record: DemoRecord): Promise<Positions> {
  const entries = await Promise.all(
    Object.entries(record.keys.members).map(async ([handle, apiKey]) => {
      const position = await createArtel({ url: record.graphql, apiKey }).members.position()
      return [handle, BigInt(position.net.amountMicros)] as const
    }),
  )
  return Object.fromEntries(entries)
}

/** How far each position moved, in roubles with kopecks: "1728.00" more owed, "-1400.00" more due. */
export function movedBy(before: Positions, after: Positions): Record<string, string> {
  return Object.fromEntries(
    Object.keys(after).map((handle) => [handle, roubles((after[handle] ?? 0n) - (before[handle] ?? 0n))]),
  )
}

/** Exact: micros are never rounded away silently. */
function roubles(micros: bigint): string {
  const sign = micros < 0n ? '-' : ''
  const whole = micros < 0n ? -micros : micros
  const fraction = String(whole % 1_000_000n)
    .padStart(6, '0')
    .replace(/0{1,4}$/, '')
  return `${sign}${whole / 1_000_000n}.${fraction}`
}
