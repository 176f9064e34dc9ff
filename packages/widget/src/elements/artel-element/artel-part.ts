import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import { problemOf } from '../../session/problem-of.ts'
import type { Problem, WalletSession } from '../../session/wallet-session.ts'
import type { Words } from '../../text/speak.ts'
import { elementStyles } from './artel-element.styles.ts'
import { ArtelElement } from './artel-element.ts'
import type { ArtelState } from './events.ts'
import { icon } from './icon.ts'
import type { PartHost, PartKit } from './part-kit.ts'

/** States that sample data shows by their names. */
const scenes = /^(loading|signed-out|error|offline)$/

/** An element whose looks and reading are a module of its own, which is loaded when a page has it: here is what loads and shows it. */
export abstract class ArtelPart extends ArtelElement {
  static override styles = elementStyles
  static override properties: PropertyDeclarations = {
    shown: { state: true },
    problem: { state: true },
  }
  declare private shown: unknown
  declare private problem: Problem | undefined
  #loading: Promise<PartKit> | undefined
  #kit: PartKit | undefined
  #sheet: CSSStyleSheet | undefined
  /** In which language and of which session it was read. */
  #locale = ''
  #source: WalletSession | undefined
  /** The number of the last reading: an answer to an earlier one is not shown. */
  #turn = 0

  /** @internal */
  protected abstract load(): Promise<PartKit>

  override get state(): ArtelState {
    const scene = scenes.exec(this.demo ?? '')?.[0]
    if (scene) return scene as ArtelState
    if (this.problem) {
      const { code } = this.problem
      return code === 'SIGNED_OUT' ? 'signed-out' : code === 'OFFLINE' ? 'offline' : 'error'
    }
    if (!this.shown) return 'loading'
    return this.#kit?.isEmpty?.(this.shown) ? 'empty' : this.isDemo ? 'demo' : 'ready'
  }

  protected override get needsWallet(): boolean {
    return false
  }

  protected override get words(): Words | undefined {
    return this.#kit?.words
  }

  override retry(): void {
    this.#locale = ''
    this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#kit?.close?.()
  }

  protected override sessionChanged(): void {
    // What another customer was shown is gone at once; an element that is moved finds the same session.
    if (this.session !== this.#source) this.shown = undefined
    this.#source = this.session
    this.#locale = ''
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const { locale } = this.speech
    if (locale === this.#locale || !this.session) return
    this.#locale = locale
    void this.#read(++this.#turn)
  }

  protected override render(): TemplateResult {
    const { state, speech } = this
    const isLoading = state === 'loading'
    return html`<section class="card" part="card" aria-busy=${isLoading}>
      ${
        state === 'signed-out' || state === 'error' || state === 'offline'
          ? this.renderMessage(state, this.problem)
          : this.#kit?.view(isLoading ? undefined : this.shown, {
              ...{ html, icon, host: this.#host },
              say: (name, values, count) => speech.say(name as never, values, count),
            })
      }
      <div class="sr" role="status">${isLoading ? this.say('loading') : nothing}</div>
    </section>`
  }

  /** @internal Shows a failure in place of everything. */
  protected fail(failure: unknown): void {
    this.shown = undefined
    this.problem = problemOf(failure)
    if (this.problem.code !== 'SIGNED_OUT') this.report(this.problem)
  }

  /** What the module uses of the element is nobody else's to use. */
  get #host(): PartHost {
    return this as unknown as PartHost
  }

  async #read(turn: number): Promise<void> {
    try {
      this.#loading ??= this.load()
      const kit = await this.#loading
      this.#kit = kit
      this.#dress()
      const at = this.speech.locale.startsWith('ru') ? 1 : 0
      const shown = this.isDemo
        ? kit.sample(at, this.demo === 'empty', this.#host)
        : await kit.read(this.#host, at ? 'RU' : 'EN')
      if (turn !== this.#turn) return
      this.shown = shown
      this.problem = undefined
      this.#dress()
    } catch (failure) {
      if (!this.#kit) this.#loading = undefined
      if (turn === this.#turn) this.fail(failure)
    }
  }

  /** In a sheet that is made in script, which strict policies allow. */
  #dress(): void {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet()
      this.#host.renderRoot.adoptedStyleSheets.push(this.#sheet)
    }
    this.#sheet.replaceSync(this.#kit?.styles(this.shown) ?? '')
    this.requestUpdate()
  }
}
