import type { BenchWorld } from '../world.ts'

/** Commands on the store's own port, or what they are compared with. */
export type PortJob = PostJob | SpendJob | CommitJob

/** Sales posted by so many callers at once, each waiting for its answer, to any of the customers given. */
export interface PostJob {
  readonly kind: 'post'
  readonly world: BenchWorld
  readonly totalMinor: bigint
  /** Points spent on each. */
  readonly spent: bigint
  readonly callers: number
  readonly seconds: number
}

/** One sale after another, each of which spends all that the next of these customers has. */
export interface SpendJob {
  readonly kind: 'spend'
  readonly world: BenchWorld
  readonly customerIds: readonly string[]
  readonly totalMinor: bigint
  /** Points of each. */
  readonly spent: bigint
}

/** One row inserted and made durable after another, on so many connections at once. */
export interface CommitJob {
  readonly kind: 'commit'
  readonly connections: number
  readonly seconds: number
}

export interface PortResult {
  readonly perSecond: number
  readonly done: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Of the process that posts, microseconds. */
  readonly cpuMicros: number
}
