import type { TemplateResult } from 'lit'
import type { Words } from '../../text/speak.ts'
import type { PartHost, PartTools } from './part-kit.ts'

/** How a list reads and looks: a module that imports nothing, so that it stays a file of its own. */
export interface ListKit<Row = unknown> {
  readonly words: Words
  readonly styles: string
  /** In whose place each row is shown while the list loads. */
  readonly blank: Row
  /** Reads the first rows. Rejects as the session does, and where the member that was named is none. */
  read(host: PartHost, first: number, language: 'EN' | 'RU'): Promise<ListPage<Row>>
  /** Sample data, which sends nothing; 1: in Russian. */
  samples(at: 0 | 1): readonly Row[]
  row(row: Row, at: number, by: PartTools): TemplateResult
  /** Styles of these rows alone: colours of members. */
  colours?(rows: readonly Row[]): string
}

/** What was read. */
export interface ListPage<Row = unknown> {
  readonly rows: readonly Row[]
  readonly hasMore: boolean
}
