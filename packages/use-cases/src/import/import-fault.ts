import {
  InvalidInputError,
  type Language,
  problemInRussian,
  type Refusal,
  reviveRefusal,
} from '@artel/ledger'
import type { ImportFault } from '@artel/store'

/** What the details of a fault are that is no refusal of the registry. */
interface ProblemDetails {
  readonly problem: string
}

/** A fault of a row, in words that `problems-of-input.ts` of the ledger has in Russian too. */
export const rowFault = (column: string | null, code: string, problem: string): ImportFault => ({
  ...{ column, code },
  details: { problem } satisfies ProblemDetails,
})

/** What a verb refused about a row. What is against a rule of input names the column, where it is one of the file. */
export function faultOf(
  refusal: Refusal,
  columnOf: (field: string) => string | null = () => null,
): ImportFault {
  const column = columnOf(refusal.path.at(-1) ?? '')
  if (refusal instanceof InvalidInputError) return rowFault(column, refusal.code, refusal.problem)
  return { column, code: refusal.code, details: refusal.details }
}

/** The reason in a language. */
export function tellFault({ code, details }: ImportFault, language: Language): string {
  const { problem } = details as Partial<ProblemDetails>
  if (typeof problem === 'string') return language === 'ru' ? problemInRussian(problem) : problem
  const refusal = reviveRefusal({ code, details: details as Parameters<typeof reviveRefusal>[0]['details'] })
  return refusal?.tell(language) ?? code
}
