import { type Details, type Facts, recordedDetails } from './details.ts'
import type { FactsOf, Fields } from './field.ts'
import type { RefusalCode } from './registry.ts'
import { type Telling, tell } from './tell.ts'
import type { Language, Words } from './words.ts'

/** All that is known of a refusal: what everything else that has its code is made from. */
export interface RefusalEntry<Named extends Fields = Fields> extends Telling {
  /** The facts that it is thrown with. */
  readonly fields?: Named
  /** The input field at fault, where it is always the same or follows from the facts. */
  readonly path?: readonly string[] | ((facts: FactsOf<Named>) => readonly string[])
  /** The same request may succeed later without a change; its key stays free for it. */
  readonly retryable?: boolean
  /** HTTP status where a plain request is refused with it; 422 when left out. */
  readonly status?: number
  /** What a customer reads who meets it in the widget. */
  readonly customer?: Words
  /** Thrown to our own jobs only: no caller is shown it. */
  readonly internal?: boolean
}

/** What a refusal is thrown with besides its facts. */
export interface RefusalOptions {
  /** Path of the input field at fault, for example `['total', 'amountMinor']`; that of the entry when left out. */
  readonly path?: readonly string[]
  /** True when this is the recorded answer of an earlier command with the same idempotency key. */
  readonly replayed?: boolean
}

/**
 * Base class of every refusal of business: the command is against the agreement or the balance, and nothing is written.
 * `message` says in English what happened and what to do, and holds no personal data.
 */
export abstract class Refusal extends Error {
  readonly code: RefusalCode
  /** The facts as they are recorded, so that a replay says the same again. */
  readonly details: Details
  /** Path of the input field at fault; empty when no single field is. */
  readonly path: readonly string[]
  readonly replayed: boolean
  /** Whether the same request may succeed later without a change. */
  readonly retryable: boolean
  readonly #entry: RefusalEntry
  readonly #facts: Facts

  constructor(code: RefusalCode, entry: RefusalEntry, facts: Facts, options: RefusalOptions) {
    super(tell(entry, facts, 'en'))
    this.name = new.target.name
    this.code = code
    this.details = recordedDetails(entry.fields ?? {}, facts)
    this.path = options.path ?? pathOf(entry, facts)
    this.replayed = options.replayed ?? false
    this.retryable = entry.retryable ?? false
    this.#entry = entry
    this.#facts = facts
    Object.assign(this, ownFacts(entry, facts))
  }

  /** The message in a language. */
  tell(language: Language): string {
    return tell(this.#entry, this.#facts, language)
  }
}

/** The facts alone: a caller may hand in a whole row that has them. */
function ownFacts({ fields }: RefusalEntry, facts: Facts): Facts {
  return Object.fromEntries(Object.keys(fields ?? {}).map((name) => [name, facts[name] ?? null]))
}

function pathOf({ path }: RefusalEntry, facts: Facts): readonly string[] {
  return typeof path === 'function' ? path(facts as FactsOf<Fields>) : (path ?? [])
}

type Arguments<Facts> =
  Record<never, never> extends Facts
    ? [facts?: Facts, options?: RefusalOptions]
    : [facts: Facts, options?: RefusalOptions]

/** The class of one refusal: thrown with its facts, which the error has under their names. */
export interface RefusalClass<Code extends string = string, Facts = unknown> {
  readonly code: Code
  readonly entry: RefusalEntry
  new (...given: Arguments<Facts>): Refusal & { readonly code: Code } & Facts
}

/**
 * Enters a refusal into the registry: `export class HoldNotOpenError extends refusal('HOLD_NOT_OPEN', { ... }) {}` in one
 * of the files that `registry.ts` gathers. The class is called as the code is, in Pascal case and with `Error`.
 */
export function refusal<
  const Code extends string,
  const Named extends Fields = Record<never, Fields[string]>,
>(code: Code, entry: RefusalEntry<Named>): RefusalClass<Code, FactsOf<Named>> {
  abstract class Entered extends Refusal {
    static readonly code = code
    static readonly entry = entry
    constructor(facts: FactsOf<Named>, options: RefusalOptions = {}) {
      // The code is in the registry as soon as the class is exported.
      super(code as RefusalCode, entry as RefusalEntry, facts ?? {}, options)
    }
  }
  return Entered as unknown as RefusalClass<Code, FactsOf<Named>>
}
