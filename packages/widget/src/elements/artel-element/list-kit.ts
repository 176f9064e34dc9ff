import type { html as Html, TemplateResult } from 'lit'
import type { WalletSession } from '../../session/wallet-session.ts'
import type { Speech, Words } from '../../text/speak.ts'
import type { icon as Icon } from './icon.ts'

/** How a list reads and looks: a module that imports nothing, so that it stays a file of its own. */
export interface ListKit<Row = unknown> {
  readonly words: Words
  readonly styles: string
  /** In whose place each row is shown while the list loads. */
  readonly blank: Row
  /** Reads the first rows. Rejects as the session does, and where the member that was named is none. */
  read(host: ListHost, first: number, language: 'EN' | 'RU'): Promise<ListPage<Row>>
  /** Sample data, which sends nothing; 1: in Russian. */
  samples(at: 0 | 1): readonly Row[]
  row(row: Row, at: number, by: RowTools): TemplateResult
  /** Styles of these rows alone: colours of members. */
  colours?(rows: readonly Row[]): string
}

/** What was read. */
export interface ListPage<Row = unknown> {
  readonly rows: readonly Row[]
  readonly hasMore: boolean
}

/** What a row is made by. */
export interface RowTools {
  readonly html: typeof Html
  readonly icon: typeof Icon
  readonly host: ListHost
  /** One of the kit's words. */
  say(name: string, values?: Readonly<Record<string, string>>): string
}

/** What a kit reads of its element. */
export interface ListHost {
  readonly renderRoot: ShadowRoot
  readonly session: WalletSession | undefined
  readonly speech: Speech
  readonly member: string | undefined
  /** A name of the API as the page writes it. */
  named(name: string): string
}
