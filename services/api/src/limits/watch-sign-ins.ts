import type { Origin } from '@artel/use-cases'
import type { Denials } from '../audit/denials.ts'
import type { ApiMetrics } from '../metrics/api-metrics.ts'

/** Hears of those who try to sign in to a coalition's page and are refused. */
export interface SignInsWatch {
  wasRefused(refused: {
    readonly act: 'customerSignIn' | 'customerSignInRequest'
    /** Raw UUID: in whose log it is told. */
    readonly coalitionId: string
    readonly from: Origin
    readonly code: string
  }): void
}

/**
 * Makes the watch over customers' sign-ins: each refusal is counted, and told in the coalition's log by network and code. It says of no phone.
 * What slows them is counted where they are tried.
 */
export const makeWatchSignIns = ({
  metrics,
  denials,
}: {
  readonly metrics: Pick<ApiMetrics, 'guesses'>
  readonly denials: Pick<Denials, 'note'>
}): SignInsWatch => ({
  wasRefused({ act, coalitionId, from, code }) {
    metrics.guesses.inc({ of: 'codes to sign in' })
    const principal = { kind: 'anonymous' } as const
    denials.note({ principal, from, act, outcome: 'REFUSED', code, log: coalitionId })
  },
})
