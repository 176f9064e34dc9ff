import { FAILURES, type FailureEntry, REFUSALS, type RefusalEntry, type Words } from '@artel/ledger'

/** What a code means and what to do about it. */
export interface ExplainedCode {
  readonly code: string
  /** HTTP status when the whole request failed with it; null for refusals, which are answers (200). */
  readonly status: number | null
  readonly retryable: boolean
  readonly meaning: Words
  readonly remedy: Words
  /** What comes with it besides the message, by name. */
  readonly facts: readonly string[]
}

/** Every code that a caller can be answered with, explained: refusals first, each kind by its code. */
export function explainedCodes(
  refusals: readonly { readonly code: string; readonly entry: RefusalEntry }[] = Object.values(REFUSALS),
  failures: Readonly<Record<string, FailureEntry>> = FAILURES,
): readonly ExplainedCode[] {
  const shown = refusals.filter(({ entry }) => !entry.internal)
  return [
    ...byCode(shown.map(({ code, entry }) => explained(code, entry, null))),
    ...byCode(Object.entries(failures).map(([code, entry]) => explained(code, entry, entry.status))),
  ]
}

function explained(code: string, entry: RefusalEntry | FailureEntry, status: number | null): ExplainedCode {
  const { meaning, remedy, retryable = false, fields = {} } = entry
  const facts = Object.keys(fields).filter((name) => !fields[name]?.hidden)
  return { code, status, retryable, meaning, remedy, facts }
}

const byCode = (codes: readonly ExplainedCode[]): ExplainedCode[] =>
  codes.toSorted((one, other) => (one.code < other.code ? -1 : 1))
