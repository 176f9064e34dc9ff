import type { Counts, Slice } from './generator/job.ts'
import { median } from './rows/summarise.ts'

/** Latency is normal again when it is so now and over these seconds, by their median: a calm load has slow seconds too. */
const NORMAL_FOR_SECONDS = 5
/** Twice the calm tail is normal; so is this much more, where the calm tail is very short. */
const NORMAL_TIMES = 2
const NORMAL_MORE_MS = 20

/** How long each of the three stretches of load lasts. */
export interface Seconds {
  readonly calm: number
  readonly over: number
  readonly after: number
}

/** What an overload came to. */
export interface Seen {
  /** Right answers a second while ten times too many were asked. */
  readonly goodputPerSecond: number
  readonly sentPerSecond: number
  readonly refusedPerSecond: number
  readonly droppedPerSecond: number
  readonly wrong: number
  readonly calmP99Ms: number
  readonly overloadP99Ms: number
  readonly normalP99Ms: number
  /**
   * Seconds after the end of the overload until latency was normal for a while, and from which on nothing was refused; null
   * if it never was.
   */
  readonly recoverySeconds: number | null
}

/** Requests that were answered in any way. */
export const answered = ({ right, refused, wrong }: Counts): number => right + refused + wrong

/** Reads a calm stretch, the overload and what came after it, second by second. */
export function digest(slices: readonly Slice[], { calm, over, after }: Seconds): Seen {
  // In the first second connections are opened, and in the last the overload is felt already.
  const before = slices.slice(1, calm - 1)
  const during = slices.slice(calm, calm + over)
  const afterwards = slices.slice(calm + over, calm + over + after)
  const perSecond = (pick: (slice: Slice) => number) =>
    Math.round(during.reduce((sum, slice) => sum + pick(slice), 0) / over)
  const calmP99Ms = median(before.map(({ p99Ms }) => p99Ms))
  const normalP99Ms = Math.max(NORMAL_TIMES * calmP99Ms, calmP99Ms + NORMAL_MORE_MS)
  const turnedAway = afterwards.findLastIndex(({ refused, wrong, dropped }) => refused + wrong + dropped > 0)
  const recovered = afterwards.findIndex(({ p99Ms }, at) => {
    const tails = afterwards.slice(at, at + NORMAL_FOR_SECONDS).map((slice) => slice.p99Ms)
    if (at <= turnedAway || p99Ms > normalP99Ms) return false
    return tails.length === NORMAL_FOR_SECONDS && median(tails) <= normalP99Ms
  })
  return {
    goodputPerSecond: perSecond(({ arrived }) => arrived),
    sentPerSecond: perSecond(answered),
    refusedPerSecond: perSecond(({ refused }) => refused),
    droppedPerSecond: perSecond(({ dropped }) => dropped),
    wrong: slices.reduce((sum, { wrong }) => sum + wrong, 0),
    calmP99Ms,
    overloadP99Ms: median(during.map(({ p99Ms }) => p99Ms)),
    normalP99Ms,
    recoverySeconds: recovered < 0 ? null : recovered,
  }
}
