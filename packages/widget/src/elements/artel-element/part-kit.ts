import type { html as Html, TemplateResult } from 'lit'
import type { Problem, WalletSession } from '../../session/wallet-session.ts'
import type { Speech, Words } from '../../text/speak.ts'
import type { ArtelEventMap } from './events.ts'
import type { icon as Icon } from './icon.ts'

/** How an element reads and looks: a module that imports nothing, so that it stays a file of its own. One of each element. */
export interface PartKit<Shown = unknown> {
  readonly words: Words
  /** Of the element alone; what it shows may bring colours of members. */
  styles(shown: Shown | undefined): string
  /** Of a `demo` sample data, which sends nothing. Rejects as the session does. */
  read(host: PartHost): Promise<Shown>
  isEmpty?(shown: Shown): boolean
  /** Undefined: the skeleton of what is still being read. */
  view(shown: Shown | undefined, by: PartTools): TemplateResult
  /** The element has left the page, shows a message in place of everything, or is another customer's. */
  close?(): void
}

/** A module of an element. */
export interface PartModule {
  makeKit(): PartKit
}

/** What a view is made by. */
export interface PartTools {
  readonly html: typeof Html
  readonly icon: typeof Icon
  readonly host: PartHost
  /** One of the kit's words, or of the widget's. */
  say(name: string, values?: Readonly<Record<string, string>>, count?: bigint): string
}

/** What a kit reads of its element. */
export interface PartHost {
  readonly renderRoot: ShadowRoot
  readonly session: WalletSession | undefined
  readonly speech: Speech
  readonly isDemo: boolean
  /** The scene of sample data: `empty`, or whatever it shows. */
  readonly demo: string | null | undefined
  /** Of lists. */
  readonly member?: string | undefined
  readonly first?: number | undefined
  /** Of what takes a code. */
  readonly code?: string | undefined
  readonly updateComplete: Promise<unknown>
  /** A name of the API as the page writes it. */
  named(name: string): string
  requestUpdate(): void
  /** Reads again. */
  retry(): void
  /** Shows a failure in place of everything, and reports it. */
  fail(failure: unknown): void
  report(problem: Problem): void
  emit<Name extends keyof ArtelEventMap>(name: Name, detail: ArtelEventMap[Name]['detail']): void
}
