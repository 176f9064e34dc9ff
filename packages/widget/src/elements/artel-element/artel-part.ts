import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { problemOf, stateOf } from '../../session/problem-of.ts'
import type { Problem, WalletSession, WalletState } from '../../session/wallet-session.ts'
import type { Words } from '../../text/speak.ts'
import { elementStyles } from './artel-element.styles.ts'
import { ArtelElement } from './artel-element.ts'
import type { ArtelState } from './events.ts'
import { icon } from './icon.ts'
import type { PartHost, PartKit, PartModule, PartTools } from './part-kit.ts'

/** An element whose looks and reading are a module of its own, which is loaded when a page has it: here is what loads and shows it. */
export abstract class ArtelPart extends ArtelElement {
  static override styles = elementStyles
  #kit: PartKit | undefined
  #shown: unknown
  #problem: Problem | undefined
  /** In which language and of which session it was read. */
  #locale = ''
  #source: WalletSession | undefined
  /** Who is signed in, as the wallet of the page says: nobody where it is null, and not known without a wallet. */
  #customer: string | null | undefined
  /** The number of the last reading: an answer to an earlier one is not shown. */
  #turn = 0

  /** @internal */
  protected abstract load(): Promise<PartModule>

  override get state(): ArtelState {
    // Sample data plays what its scene is called.
    const told = this.isDemo ? this.wallet.status : this.#problem && stateOf(this.#problem)
    if (told && told !== 'ready') return told
    if (!this.#shown) return 'loading'
    return this.#kit?.isEmpty?.(this.#shown) ? 'empty' : this.isDemo ? 'demo' : 'ready'
  }

  protected override get needsWallet(): boolean {
    return this.isDemo
  }

  protected override get words(): Words | undefined {
    return this.#kit?.words
  }

  override retry(): void {
    this.session?.forget?.()
    this.reread()
  }

  /** @internal As the customer of before. */
  protected reread(): void {
    this.#locale = ''
    this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#kit?.close?.()
  }

  protected override walletChanged(): void {
    super.walletChanged()
    const customer = customerOf(this.wallet)
    if (customer === undefined || customer === this.#customer) return
    if (this.#customer !== undefined) {
      this.#clear()
      this.reread()
    }
    this.#customer = customer
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const { session, speech } = this
    if (!session || (session === this.#source && speech.locale === this.#locale)) return
    // An element that is moved finds the same session.
    if (session !== this.#source) {
      this.#clear()
      this.#customer = customerOf(this.wallet)
    }
    this.#source = session
    this.#locale = speech.locale
    void this.#read(++this.#turn)
  }

  protected override render(): TemplateResult {
    const { state } = this
    const isLoading = state === 'loading'
    return html`<section class="card" part="card" aria-busy=${isLoading}>
      ${
        state === 'signed-out' || state === 'error' || state === 'offline'
          ? this.renderMessage(state, this.#problem)
          : this.#kit?.view(isLoading ? undefined : this.#shown, {
              ...{ html, icon, host: this as unknown as PartHost, say: this.speech.say as PartTools['say'] },
            })
      }
      <div class="sr" role="status">${isLoading ? this.say('loading') : nothing}</div>
    </section>`
  }

  /** @internal Shows a failure in place of everything. */
  protected fail(failure: unknown): void {
    this.#problem = problemOf(failure)
    this.#kit?.close?.()
    if (this.#problem.code !== 'SIGNED_OUT') this.report(this.#problem)
    this.requestUpdate()
  }

  /** What another customer was shown is gone at once. */
  #clear(): void {
    this.#shown = undefined
    this.#kit?.close?.()
  }

  async #read(turn: number): Promise<void> {
    try {
      this.#kit ??= (await this.load()).makeKit()
      const kit = this.#kit
      this.dress(kit.styles(this.#shown))
      // What the module uses of the element is nobody else's to use.
      const shown = await kit.read(this as unknown as PartHost)
      if (turn !== this.#turn) return
      this.#shown = shown
      this.#problem = undefined
      this.dress(kit.styles(shown))
    } catch (failure) {
      if (turn === this.#turn) this.fail(failure)
    }
  }
}

const customerOf = ({ status, account }: WalletState): string | null | undefined =>
  status === 'ready' ? account?.id : status === 'signed-out' ? null : undefined
