import type { TemplateResult } from 'lit'
import type { ListKit, ListPage } from './list-kit.ts'
import type { PartHost, PartKit, PartTools } from './part-kit.ts'

/** Most rows of one request. */
const most = 50

/** A list as an element shows it: the title, the rows, or their skeleton, and what shows the rest. */
export function listPart(kit: ListKit): PartKit<ListPage> {
  let isWhole = false
  const firstOf = ({ first }: PartHost) =>
    isWhole ? most : Math.min(20, Math.max(1, Math.trunc(first ?? 5)))
  const showAll = (host: PartHost) => {
    isWhole = true
    host.retry()
  }
  return {
    words: kit.words,
    styles: (page) => kit.styles + ((page && kit.colours?.(page.rows)) ?? ''),
    isEmpty: ({ rows }) => rows.length === 0,
    async read(host) {
      const first = firstOf(host)
      const isRussian = host.speech.locale.startsWith('ru')
      if (!host.isDemo) return kit.read(host, first, isRussian ? 'RU' : 'EN')
      const rows = host.demo === 'empty' ? [] : kit.samples(isRussian ? 1 : 0)
      return { rows: rows.slice(0, first), hasMore: rows.length > first }
    },
    view(page, by) {
      const { html, host, say } = by
      return html`<div class="view ${page ? '' : 'skeleton'}">
    <header class="row" part="header">
      <p class="strong grow">${say('title')}</p>
      ${host.isDemo ? html`<span class="tag">${say('demo')}</span>` : ''}
    </header>
    ${rowsView(page, kit, by)}
    ${
      page?.hasMore && !isWhole
        ? html`<button class="button quiet" part="more" type="button" @click=${() => showAll(host)}>${say('more')}</button>`
        : ''
    }
  </div>`
    },
  }
}

function rowsView(page: ListPage | undefined, kit: ListKit, by: PartTools): TemplateResult {
  const { html, say } = by
  const rows = page?.rows ?? [kit.blank, kit.blank, kit.blank]
  return rows.length === 0
    ? html`<p class="none muted">${say('none')}</p>`
    : html`<ul part="list" aria-label=${say('title')} aria-hidden=${!page}>
          ${rows.map((row, at) => html`<li part="item">${kit.row(row, at, by)}</li>`)}
        </ul>`
}
