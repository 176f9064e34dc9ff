import type { html as Html, TemplateResult } from 'lit'
import type { icon as Icon } from './icon.ts'
import type { ListHost, ListKit, ListPage } from './list-kit.ts'

/** What a list is to show. It is handed in, so that this module imports nothing and stays a file of its own. */
export interface ShownList {
  readonly html: typeof Html
  readonly icon: typeof Icon
  readonly kit: ListKit
  readonly host: ListHost
  readonly isDemo: boolean
  readonly isLoading: boolean
  readonly page: ListPage | undefined
  readonly showAll: () => void
}

/** Most rows of one request. */
const whole = 100
const sheets = new WeakMap<ShadowRoot, CSSStyleSheet>()

/** Dresses the element in the styles of its kit and of these rows, which strict policies allow as a sheet that is made in script. */
export function dressList(root: ShadowRoot, styles: string): void {
  const sheet = sheets.get(root) ?? new CSSStyleSheet()
  if (!sheets.has(root)) root.adoptedStyleSheets.push(sheet)
  sheets.set(root, sheet)
  sheet.replaceSync(styles)
}

/** The title, the rows, or their skeleton, and what shows the rest. */
export function listView({ html, icon, kit, host, ...shown }: ShownList): TemplateResult {
  const { isLoading, page } = shown
  const say = (name: string, values?: Readonly<Record<string, string>>) =>
    host.speech.say(name as never, values)
  const rows = isLoading ? [kit.blank, kit.blank, kit.blank] : (page?.rows ?? [])
  return html`<div class="view ${isLoading ? 'skeleton' : ''}">
    <header class="row" part="header">
      <p class="strong grow">${say('title')}</p>
      ${shown.isDemo ? html`<span class="tag">${say('demo')}</span>` : ''}
    </header>
    ${
      rows.length === 0
        ? html`<p class="none muted">${say('none')}</p>`
        : html`<ul part="list" aria-label=${say('title')} aria-hidden=${isLoading}>
          ${rows.map((row, at) => html`<li part="item">${kit.row(row, at, { html, icon, say, host })}</li>`)}
        </ul>`
    }
    ${
      !isLoading && page?.hasMore && rows.length < whole
        ? html`<button class="button quiet" part="more" type="button" @click=${shown.showAll}>${say('more')}</button>`
        : ''
    }
  </div>`
}
