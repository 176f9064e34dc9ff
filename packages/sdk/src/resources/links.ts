import type { Executor } from '../executor.ts'
import type { Filtered } from '../filtered.ts'
import { found } from '../found.ts'
import {
  LinkArchiveDocument,
  type LinkArchiveInput,
  LinkByIdDocument,
  LinkCreateDocument,
  type LinkCreateInput,
  LinkListDocument,
  LinkQrDocument,
  type LinksFilter,
} from '../generated/graphql.ts'
import { list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** Links with codes, by which partners bring customers to members. */
export function linksOf({ query, result }: Executor) {
  return {
    /**
     * Makes a link. A code is made unless you choose one. It takes no idempotency key and is sent once. Scope
     * `promotions:write`.
     *
     * @example
     * ```ts
     * const { link } = await artel.links
     *   .create({ name: 'Flyer at the cafe', sourceMemberId: 'mbr_3vQB7B6MrGQZaxCuFg4oh', utm: { source: 'cafe' } })
     *   .unwrap()
     * console.log(link.code, link.url)
     * ```
     */
    create: (input: LinkCreateInput, options?: CallOptions) =>
      result('mutation', LinkCreateDocument, { input }, options, (data) => data.linkCreate),
    /**
     * Archives a link: it goes on leading to its page, and brings nobody any more. Scope `promotions:write`.
     *
     * @example
     * ```ts
     * const { link } = await artel.links.archive({ id: 'lnk_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * console.log(link.status)
     * ```
     */
    archive: (input: LinkArchiveInput, options?: CallOptions) =>
      result('mutation', LinkArchiveDocument, { input }, options, (data) => data.linkArchive),
    /**
     * A link with its figures, or null when there is none that the key may see. Scope `rules:read` or `coalition:read`.
     *
     * @example
     * ```ts
     * const link = await artel.links.get('lnk_3vQB7B6MrGQZaxCuFg4oh')
     * console.log(link?.figures.clicks, link?.figures.purchases)
     * ```
     */
    get: async (id: string, options: CallOptions = {}) =>
      (await query(LinkByIdDocument, { id }, options)).link,
    /**
     * Links with their figures, newest first: those to you and those that you are the source of. The list is fetched while it
     * is read. Scope `rules:read` or `coalition:read`.
     *
     * @example
     * ```ts
     * for await (const { code, figures } of artel.links.list({ filter: { status: 'ACTIVE' } })) console.log(code, figures.clicks)
     * ```
     */
    list: (options: Filtered<LinksFilter> = {}) =>
      list(options, async (window) => {
        const { filter = null } = options
        return (await query(LinkListDocument, { filter, ...window }, options)).links
      }),
    /**
     * The QR code of a link's address, an SVG to print; NOT_FOUND when there is no such link.
     *
     * @example
     * ```ts
     * import { writeFile } from 'node:fs/promises'
     *
     * await writeFile('poster.svg', await artel.links.qr('lnk_3vQB7B6MrGQZaxCuFg4oh'))
     * ```
     */
    qr: async (id: string, options: CallOptions = {}) =>
      found((await query(LinkQrDocument, { id }, options)).link, 'link').qrSvg,
  }
}
