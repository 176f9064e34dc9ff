import { AIMS, type Aim } from './aims.ts'
import type { Figures, Round } from './row.ts'

/** Medians of a row over the rounds, and its rate in each. */
export interface RowSummary extends Omit<Figures, 'wrong' | 'wrongSamples'> {
  readonly name: string
  readonly rounds: readonly number[]
  /** Of all rounds. */
  readonly wrong: number
  readonly wrongSamples: readonly string[]
}

export interface RatioSummary extends Aim {
  /** Median of the rounds' ratios. */
  readonly value: number
  readonly rounds: readonly number[]
  readonly met: boolean
}

/** The middle one; the lower of the two in the middle of an even number; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

/** Rows in their order. */
export function summariseRows(rounds: readonly Round[]): RowSummary[] {
  const names = [...(rounds[0]?.keys() ?? [])]
  return names.map((name) => {
    const all = rounds.flatMap((round) => round.get(name) ?? [])
    const middle = (pick: (figures: Figures) => number) => rounded(median(all.map(pick)))
    const percentiles = all.some(({ p95Ms }) => p95Ms !== undefined)
    return {
      name,
      perSecond: middle((one) => one.perSecond),
      rounds: all.map((one) => rounded(one.perSecond)),
      p50Ms: middle((one) => one.p50Ms),
      ...(percentiles && { p95Ms: middle((one) => one.p95Ms ?? 0) }),
      p99Ms: middle((one) => one.p99Ms),
      ...(percentiles && { p999Ms: middle((one) => one.p999Ms ?? 0) }),
      serverCpuMicros: middle((one) => one.serverCpuMicros),
      databaseCpuMicros: middle((one) => one.databaseCpuMicros),
      generatorCpuMicros: middle((one) => one.generatorCpuMicros),
      ...(all.some(({ peakMb }) => peakMb !== undefined) && {
        peakMb: Math.round(Math.max(...all.map(({ peakMb = 0 }) => peakMb))),
      }),
      ...(all.some(({ perClientKb }) => perClientKb !== undefined) && {
        perClientKb: middle((one) => one.perClientKb ?? 0),
        renewalReads: middle((one) => one.renewalReads ?? 0),
      }),
      walBytes: Math.round(middle((one) => one.walBytes)),
      wrong: all.reduce((sum, one) => sum + one.wrong, 0),
      wrongSamples: all.flatMap((one) => one.wrongSamples).slice(0, 3),
    }
  })
}

/** Ratios whose both rows were measured: each within one round, where the machine was the same, then the median. */
export function summariseRatios(rounds: readonly Round[]): RatioSummary[] {
  return AIMS.flatMap((aim) => {
    const ratios = rounds.flatMap((round) => {
      const [of, to] = [round.get(aim.of)?.[aim.figure], round.get(aim.to)?.[aim.figure]]
      return of === undefined || to === undefined || to === 0 ? [] : [of / to]
    })
    if (ratios.length === 0) return []
    const value = median(ratios)
    const met = aim.atMost ? value <= aim.bar : value >= aim.bar
    return [{ ...aim, value: rounded(value), rounds: ratios.map(rounded), met }]
  })
}

/** To three figures: more would be noise. */
const rounded = (value: number): number => Number(value.toPrecision(value >= 1_000 ? 4 : 3))
