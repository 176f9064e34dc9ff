import { type Details, factsOfDetails } from './details.ts'
import type { Refusal, RefusalClass, RefusalOptions } from './refusal.ts'
import { REFUSALS } from './registry.ts'

type Revivable = RefusalClass<string, Record<string, unknown>>

const byCode: ReadonlyMap<string, Revivable> = new Map(
  Object.values(REFUSALS).map((refusalClass) => [refusalClass.code, refusalClass as unknown as Revivable]),
)

/** Makes the refusal of a code from its recorded details; undefined for a code that the registry does not have. */
export function reviveRefusal(
  recorded: { readonly code: string; readonly details: Details },
  options: RefusalOptions = {},
): Refusal | undefined {
  const Known = byCode.get(recorded.code)
  return Known && new Known(factsOfDetails(Known.entry.fields ?? {}, recorded.details), options)
}
