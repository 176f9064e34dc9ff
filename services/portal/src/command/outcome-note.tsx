import type { Failure } from '../api/failure.ts'
import type { Refusal } from '../api/run-command.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { RefusalNote } from '../refusal/refusal-note.tsx'

/** How a command ended, whatever it answered. */
export type Ended =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unknown' | 'failed'; readonly failure: Failure }

/** Why a command was not carried out, or that nobody knows; nothing when it was. */
export function OutcomeNote({ outcome }: { readonly outcome: Ended | null }) {
  if (!outcome || outcome.kind === 'done') return null
  if (outcome.kind === 'refused') return <RefusalNote refusal={outcome.refusal} />
  return <FailureNote failure={outcome.failure} />
}
