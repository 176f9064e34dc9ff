import type { SettlementWorld } from './settlement-world.ts'

/** Settles the first window of a world, or scans its transfers, which is what settling is compared with. */
export interface SettlementJob {
  readonly kind: 'settle' | 'scan'
  readonly world: SettlementWorld
}

export interface SettlementResult {
  readonly ms: number
  /** Of the process that settles, microseconds. */
  readonly cpuMicros: number
  /** The most memory that this process has ever held, bytes; 0 where there is no /proc. */
  readonly peakBytes: number
}
