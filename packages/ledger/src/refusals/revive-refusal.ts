import { type Details, factsOfDetails } from './details.ts'
import type { Refusal, RefusalOptions } from './refusal.ts'
import { refusalClassOf } from './registry.ts'

/** Makes the refusal of a code from its recorded details; undefined for a code that the registry does not have. */
export function reviveRefusal(
  recorded: { readonly code: string; readonly details: Details },
  options: RefusalOptions = {},
): Refusal | undefined {
  const Known = refusalClassOf(recorded.code)
  return Known && new Known(factsOfDetails(Known.entry.fields ?? {}, recorded.details), options)
}
