import type { Executor } from '../executor.ts'
import {
  ExportByIdDocument,
  ExportListDocument,
  ExportStartDocument,
  type ExportStartInput,
} from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** Lists as files: asked for, written in the background, downloaded from an address that ends. */
export function exportsOf({ query, result }: Executor) {
  return {
    /**
     * Asks for a list as a file, as far as the books go now. The same key answers the same file. TOO_MANY_EXPORTS while three are being
     * written. The scope is that of the list, such as `customers:read`.
     *
     * @example
     * ```ts
     * const { export: file } = await artel.exports.start({ kind: 'PURCHASES', format: 'CSV', idempotencyKey: 'sales-1' }).unwrap()
     * console.log(file.id, file.state)
     * ```
     */
    start: (input: Keyed<ExportStartInput>, options?: CallOptions) =>
      result(
        'mutation',
        ExportStartDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.exportStart,
      ),
    /**
     * A file that this key asked for, or null when there is none. `percent` moves while it is written; `url` is there once `state` is READY,
     * and is good for an hour from this answer.
     *
     * @example
     * ```ts
     * const file = await artel.exports.get('exp_3vQB7B6MrGQZaxCuFg4oh')
     * if (file?.url) console.log(file.rows, file.sha256, file.url)
     * ```
     */
    get: async (id: string, options: CallOptions = {}) =>
      (await query(ExportByIdDocument, { id }, options)).export,
    /**
     * Files that this key asked for, newest first. The list is fetched while it is read.
     *
     * @example
     * ```ts
     * for await (const { kind, state, percent } of artel.exports.list()) console.log(kind, state, percent)
     * ```
     */
    list: (options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => (await query(ExportListDocument, { ...window }, options)).exports),
  }
}
