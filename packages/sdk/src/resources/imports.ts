import { errorOfReply } from '../error-of-reply.ts'
import type { Executor } from '../executor.ts'
import {
  ImportBeginDocument,
  ImportByIdDocument,
  ImportCancelDocument,
  type ImportKind,
  ImportListDocument,
  ImportPauseDocument,
  ImportResumeDocument,
} from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import { NetworkError } from '../system-errors.ts'
import type { CallOptions, Transport } from '../transport.ts'
import type { OfMember } from './of-member.ts'
import { readingParameters, type SalesFileOptions } from './reconciliations.ts'

/** A file that was handed in: the id to follow it by, and how it was understood. */
export interface HandedInImport {
  readonly id: string
  readonly memberId: string
  /** The file was handed in before and is not over: this is that import. */
  readonly replayed: boolean
  readonly kind: ImportKind
  readonly state: string
  readonly rows: number
  readonly reading: {
    readonly format: 'CSV' | 'XLSX'
    /** Headers by the names of columns. */
    readonly columns: Readonly<Record<string, string>>
  }
}

/** What a file is of, and how it is to be read where it does not tell by itself. */
export interface ImportFileOptions extends Omit<SalesFileOptions, 'save'> {
  readonly kind: ImportKind
  /** Of customers: the version of the text that they agreed to, where their rows do not say. */
  readonly consentVersion?: string
}

/** What a member had before, from its own files: customers, opening balances, past sales. */
export function importsOf({ query, result }: Executor, transport: Transport) {
  return {
    /**
     * Hands in a file, CSV or .xlsx, which is checked in the background: nothing is recorded before `begin`. The same file again answers with the
     * same import until that one is over, so it may be repeated. Administrators name the member. There is no retry, and no time-out but the signal's.
     *
     * @throws `NetworkError` and the errors of a reply, as any call; the reason of the signal when it aborts.
     *
     * @example
     * ```ts
     * import { readFile } from 'node:fs/promises'
     *
     * const file = await readFile('customers.csv')
     * const { id, rows } = await artel.imports.handIn(file, { kind: 'CUSTOMERS', consentVersion: '2026-01' })
     * console.log(id, rows)
     * ```
     */
    handIn: async (
      file: NonNullable<RequestInit['body']>,
      options: OfMember & Pick<CallOptions, 'signal'> & ImportFileOptions,
    ): Promise<HandedInImport> => {
      const url = new URL('/imports', transport.url)
      const { kind, consentVersion, memberId, signal } = options
      url.searchParams.set('kind', kind)
      if (consentVersion !== undefined) url.searchParams.set('consent', consentVersion)
      if (memberId !== undefined) url.searchParams.set('member', memberId)
      for (const [name, value] of readingParameters(options)) url.searchParams.set(name, value)
      const response = await send(url, {
        method: 'POST',
        body: file,
        // What a stream as a body needs in Node.
        ...({ duplex: 'half' } as object),
        ...(signal === undefined ? {} : { signal }),
      })
      return (await response.json()) as HandedInImport
    },
    /**
     * An import, or null when there is none. `percent` moves while it is checked and recorded; `counts` of one that is CHECKED say what would happen.
     *
     * @example
     * ```ts
     * const found = await artel.imports.get('imj_3vQB7B6MrGQZaxCuFg4oh')
     * console.log(found?.state, found?.percent, found?.counts.faults)
     * ```
     */
    get: async (id: string, options: CallOptions = {}) =>
      (await query(ImportByIdDocument, { id }, options)).import,
    /**
     * Imports, newest first. The list is fetched while it is read.
     *
     * @example
     * ```ts
     * for await (const { kind, state, rows } of artel.imports.list()) console.log(kind, state, rows)
     * ```
     */
    list: (options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => (await query(ImportListDocument, { ...window }, options)).imports),
    /**
     * Lets an import be recorded that was checked. Of opening balances an administrator does it, another person than who handed them in.
     *
     * @example
     * ```ts
     * const { import: begun } = await artel.imports.begin('imj_3vQB7B6MrGQZaxCuFg4oh').unwrap()
     * console.log(begun.state)
     * ```
     */
    begin: (id: string, options?: CallOptions) =>
      result('mutation', ImportBeginDocument, { input: { id } }, options, (data) => data.importBegin),
    /**
     * Pauses an import: nothing is lost, and nothing goes on.
     *
     * @example
     * ```ts
     * await artel.imports.pause('imj_3vQB7B6MrGQZaxCuFg4oh').unwrap()
     * ```
     */
    pause: (id: string, options?: CallOptions) =>
      result('mutation', ImportPauseDocument, { input: { id } }, options, (data) => data.importPause),
    /**
     * Lets a paused import go on where it stood.
     *
     * @example
     * ```ts
     * await artel.imports.resume('imj_3vQB7B6MrGQZaxCuFg4oh').unwrap()
     * ```
     */
    resume: (id: string, options?: CallOptions) =>
      result('mutation', ImportResumeDocument, { input: { id } }, options, (data) => data.importResume),
    /**
     * Gives an import up: its rows are taken away, and what is recorded stays.
     *
     * @example
     * ```ts
     * await artel.imports.cancel('imj_3vQB7B6MrGQZaxCuFg4oh').unwrap()
     * ```
     */
    cancel: (id: string, options?: CallOptions) =>
      result('mutation', ImportCancelDocument, { input: { id } }, options, (data) => data.importCancel),
    /**
     * The rows of an import that are not taken, as they are written in the file, each with its line, the column and the reason: CSV. They are kept for
     * a week after its end.
     *
     * @throws `NetworkError` and the errors of a reply, as any call.
     *
     * @example
     * ```ts
     * console.log(await artel.imports.errors('imj_3vQB7B6MrGQZaxCuFg4oh', { language: 'ru' }))
     * ```
     */
    errors: async (
      id: string,
      { language = 'en', signal }: Pick<CallOptions, 'signal'> & { readonly language?: 'en' | 'ru' } = {},
    ): Promise<string> => {
      const url = new URL(`/imports/${encodeURIComponent(id)}/errors.csv?lang=${language}`, transport.url)
      const response = await send(url, { method: 'GET', ...(signal === undefined ? {} : { signal }) })
      return await response.text()
    },
  }

  /** What is no GraphQL, for the same key. */
  async function send(url: URL, init: RequestInit): Promise<Response> {
    const authorization = await transport.authorization.header()
    const { fetch } = transport
    const headers = { ...transport.headers, ...(authorization === undefined ? {} : { authorization }) }
    const body = init.body === undefined ? {} : { 'content-type': 'application/octet-stream' }
    const response = await fetch(url, { ...init, headers: { ...headers, ...body } }).catch(
      (cause: unknown) => {
        init.signal?.throwIfAborted()
        throw new NetworkError(cause, url.href)
      },
    )
    if (!response.ok) throw errorOfReply(response, await response.json().catch(() => undefined))
    return response
  }
}
