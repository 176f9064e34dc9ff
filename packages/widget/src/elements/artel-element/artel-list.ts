import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import { problemOf, refusalError } from '../../session/problem-of.ts'
import type { Problem } from '../../session/wallet-session.ts'
import type { MessageKey } from '../../text/messages.ts'
import type { Words } from '../../text/speak.ts'
import { ArtelElement } from './artel-element.ts'
import type { ArtelState } from './events.ts'
import { icon } from './icon.ts'
import type { ListHost, ListKit, ListPage } from './list-kit.ts'

/** Most rows of one request. */
const whole = 100
/** Codes of the failures that sample data shows. */
const sampleCodes: Readonly<Record<string, string>> = {
  'signed-out': 'SIGNED_OUT',
  offline: 'OFFLINE',
  error: 'SAMPLE',
}

/**
 * What the lists have in common. How one reads and looks is a module of its own, which is loaded when a page has the list.
 *
 * @attr member - Id of the member whose page it is (`mbr_...`); with it the list works signed-out.
 * @attr first - How many to show before "Show all", 1 to 20. Defaults to 5.
 */
export abstract class ArtelList extends ArtelElement {
  static override properties: PropertyDeclarations = {
    member: {},
    first: { type: Number },
    page: { state: true },
    problem: { state: true },
  }
  declare member: string | undefined
  declare first: number | undefined
  declare private page: ListPage | undefined
  declare private problem: Problem | undefined
  #kit: ListKit | undefined
  #sheet: CSSStyleSheet | undefined
  /** For what the page was read. */
  #key = ''
  #isWhole = false

  /** @internal */
  protected abstract load(): Promise<ListKit>

  override get state(): ArtelState {
    if (this.problem) {
      const { code } = this.problem
      return code === 'SIGNED_OUT' ? 'signed-out' : code === 'OFFLINE' ? 'offline' : 'error'
    }
    if (!this.page) return 'loading'
    return this.page.rows.length === 0 ? 'empty' : this.isDemo ? 'demo' : 'ready'
  }

  protected override get needsWallet(): boolean {
    return false
  }

  protected override get words(): Words | undefined {
    return this.#kit?.words
  }

  override retry(): void {
    this.#key = ''
    this.requestUpdate()
  }

  protected override sessionChanged(): void {
    this.#key = ''
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const key = [this.member, this.first, this.speech.locale].join()
    if (key === this.#key || !this.session) return
    this.#key = key
    void this.#read(key)
  }

  protected override render(): TemplateResult {
    const { state, page } = this
    const kit = this.#kit
    if (state === 'signed-out' || state === 'error' || state === 'offline')
      return this.#renderCard(this.renderMessage(state, this.problem))
    if (!kit) return this.#renderCard(nothing)
    const rows = page?.rows ?? [kit.blank, kit.blank, kit.blank]
    const say = (name: string, values?: Readonly<Record<string, string>>) =>
      this.say(name as MessageKey, values)
    return this.#renderCard(html`<div class="view ${page ? '' : 'skeleton'}">
      <header class="row" part="header">
        <p class="strong grow">${say('title')}</p>
        ${this.isDemo ? html`<span class="tag">${say('demo')}</span>` : nothing}
      </header>
      <ul part="list" aria-label=${say('title')} aria-hidden=${!page}>
        ${rows.map((row, at) => html`<li part="item">${kit.row(row, at, { html, icon, say, host: this.#host })}</li>`)}
      </ul>
      ${state === 'empty' ? html`<p class="none muted">${say('none')}</p>` : nothing}
      ${
        page?.hasMore && rows.length < whole
          ? html`<button class="button quiet" part="more" type="button" @click=${this.#showAll}>${say('more')}</button>`
          : nothing
      }
    </div>`)
  }

  #renderCard(content: unknown): TemplateResult {
    const isLoading = this.state === 'loading'
    return html`<section class="card" part="card" aria-label=${this.#kit ? this.say('title' as MessageKey) : nothing} aria-busy=${isLoading}>
      ${content}
      <div class="sr" role="status">${isLoading ? this.say('loading') : nothing}</div>
    </section>`
  }

  /** What the module reads of the element is nobody else's to use. */
  get #host(): ListHost {
    return this as unknown as ListHost
  }

  #showAll(): void {
    this.#isWhole = true
    this.retry()
  }

  async #read(key: string): Promise<void> {
    try {
      this.#kit ??= await this.load()
      this.#dress('')
      const page = await this.#ask(this.#kit)
      if (key !== this.#key) return
      this.#dress(this.#kit.colours?.(page.rows) ?? '')
      this.page = page
      this.problem = undefined
    } catch (failure) {
      if (key !== this.#key) return
      this.page = undefined
      this.problem = problemOf(failure)
      if (this.problem.code !== 'SIGNED_OUT') this.report(this.problem)
    }
  }

  async #ask(kit: ListKit): Promise<ListPage> {
    const first = this.#isWhole ? whole : Math.min(20, Math.max(1, Math.trunc(this.first ?? 5)))
    const isRussian = this.speech.locale.startsWith('ru')
    if (!this.isDemo) {
      const page = await kit.read(this.#host, first, isRussian ? 'RU' : 'EN')
      if (page) return page
      throw refusalError({ code: 'NOT_FOUND', message: 'No such active member.', retryable: false })
    }
    const scene = this.demo ?? ''
    if (scene === 'loading') await new Promise(() => {})
    const code = sampleCodes[scene]
    if (code) throw refusalError({ code, message: 'A sample.', retryable: true })
    const rows = scene === 'empty' ? [] : kit.samples(isRussian ? 1 : 0)
    return { rows: rows.slice(0, first), hasMore: rows.length > first }
  }

  /** Styles of the list's own module, which strict policies allow as a sheet that is made in script. */
  #dress(colours: string): void {
    const { adoptedStyleSheets } = this.renderRoot as ShadowRoot
    this.#sheet ??= adoptedStyleSheets[adoptedStyleSheets.push(new CSSStyleSheet()) - 1]
    this.#sheet?.replaceSync(this.#kit?.styles + colours)
    this.requestUpdate()
  }
}
