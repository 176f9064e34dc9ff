import { verify } from '@artel/store'
import { say } from './show-progress.ts'
import type { Verdict } from './verdicts.ts'

/** Whether the books of a database are clean, and how fast that was told. */
export interface VerifiedBooks {
  readonly database: string
  readonly ok: boolean
  readonly findings: readonly unknown[]
  readonly checked: Readonly<Record<string, number>>
  readonly seconds: number
  readonly transfersPerSecond: number
}

/** A figure counts only if the books are clean after the run. */
export async function verifyBooks(databaseUrl: string): Promise<VerifiedBooks> {
  const database = new URL(databaseUrl).pathname.slice(1)
  say(`verifying ${database}`)
  const startMs = performance.now()
  const { ok, findings, checked } = await verify({ databaseUrl })
  const seconds = (performance.now() - startMs) / 1_000
  const transfers = checked.transfer ?? 0
  return {
    database,
    ok,
    findings,
    checked,
    seconds: Number(seconds.toFixed(2)),
    transfersPerSecond: Math.round(transfers / seconds),
  }
}

/** The books' own line among the verdicts. */
export const booksVerdict = ({ ok, checked, findings }: VerifiedBooks): Verdict => ({
  promise: 'the books are clean afterwards',
  seen: ok ? `${checked.transfer ?? 0} transfers verified` : JSON.stringify(findings[0]),
  kept: ok,
})
