import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import { problemOf } from '../../session/problem-of.ts'
import type { Problem } from '../../session/wallet-session.ts'
import type { Words } from '../../text/speak.ts'
import { elementStyles } from './artel-element.styles.ts'
import { ArtelElement } from './artel-element.ts'
import type { ArtelState } from './events.ts'
import { icon } from './icon.ts'
import type { ListHost, ListKit, ListPage } from './list-kit.ts'

/** Most rows of one request. */
const whole = 50
/** States that sample data shows by their names. */
const scenes = /^(loading|signed-out|empty|error|offline)$/

/**
 * What the lists have in common. How one reads and looks is a module of its own, which is loaded when a page has the list.
 *
 * @attr member - Id of the member whose page it is (`mbr_...`); with it the list works signed-out.
 * @attr first - How many to show before "Show all", 1 to 20. Defaults to 5.
 */
export abstract class ArtelList extends ArtelElement {
  static override styles = elementStyles
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
  #view: typeof import('./list-view.ts') | undefined
  /** For what the page was read. */
  #key = ''
  #isWhole = false

  /** @internal */
  protected abstract load(): Promise<ListKit>

  override get state(): ArtelState {
    if (this.#scene) return this.#scene as ArtelState
    if (this.problem) {
      const { code } = this.problem
      return code === 'SIGNED_OUT' ? 'signed-out' : code === 'OFFLINE' ? 'offline' : 'error'
    }
    if (!this.page) return 'loading'
    return this.page.rows.length === 0 ? 'empty' : this.isDemo ? 'demo' : 'ready'
  }

  get #scene(): string | undefined {
    return scenes.exec(this.demo ?? '')?.[0]
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
    const isLoading = state === 'loading'
    return this.#renderCard(
      kit &&
        this.#view?.listView({
          ...{ html, icon, kit, host: this.#host, isDemo: this.isDemo, isLoading },
          ...{ page, showAll: this.#showAll },
        }),
    )
  }

  #renderCard(content: unknown): TemplateResult {
    const isLoading = this.state === 'loading'
    return html`<section class="card" part="card" aria-busy=${isLoading}>
      ${content}
      <div class="sr" role="status">${isLoading ? this.say('loading') : nothing}</div>
    </section>`
  }

  /** What the module reads of the element is nobody else's to use. */
  get #host(): ListHost {
    return this as unknown as ListHost
  }

  #showAll = (): void => {
    this.#isWhole = true
    this.retry()
  }

  async #read(key: string): Promise<void> {
    try {
      this.#view ??= await import('./list-view.ts')
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

  #ask(kit: ListKit): Promise<ListPage> | ListPage {
    const first = this.#isWhole ? whole : Math.min(20, Math.max(1, Math.trunc(this.first ?? 5)))
    const isRussian = this.speech.locale.startsWith('ru')
    if (!this.isDemo) return kit.read(this.#host, first, isRussian ? 'RU' : 'EN')
    const rows = this.#scene ? [] : kit.samples(isRussian ? 1 : 0)
    return { rows: rows.slice(0, first), hasMore: rows.length > first }
  }

  #dress(colours: string): void {
    this.#view?.dressList(this.#host.renderRoot, this.#kit?.styles + colours)
    this.requestUpdate()
  }
}
