import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { type SessionSource, sessionKey, shareSession } from '../../session/share-session.ts'
import type { Brand, Problem, WalletSession, WalletState } from '../../session/wallet-session.ts'
import type { MessageKey, Messages } from '../../text/messages.ts'
import { resolveLocale } from '../../text/resolve-locale.ts'
import { type Speech, speak, type Words } from '../../text/speak.ts'
import { brandColor, safeLink } from './brand-color.ts'
import type { ArtelEventMap, ArtelState } from './events.ts'
import { icon } from './icon.ts'

const scriptAddress = import.meta.url
/** The state of an element that has no session yet. */
const noSession: WalletState = { status: 'loading' }

/**
 * What the elements have in common: credentials, language, theme, the shared wallet, the reflected state.
 *
 * @attr api - Address of the GraphQL API. Defaults to `/graphql` on the origin that serves the script.
 * @attr token - A customer's short token.
 * @attr token-endpoint - Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when
 * nobody is signed in. Asked by POST, by GET where POST is not allowed.
 * @attr locale - Language of texts, numbers and dates. Defaults to the nearest `lang`, then the browser's.
 * @attr theme - `light`, `dark` or `auto` (the page's own `color-scheme`).
 * @attr demo - Sample data without a server; a state's name (`empty`, `signed-out`, `error`, `offline`, `loading`)
 * shows that state.
 * @attr sign-in-url - Where "Sign in" leads; without it the `signed-out` slot is for the page to fill.
 * @cssprop --artel-accent - Colour of buttons, slider and marks. Defaults to the member's own colour.
 * @cssprop --artel-accent-text - Text on the accent. Defaults to black or white, whichever reads better.
 * @cssprop --artel-surface - Background of the card.
 * @cssprop --artel-surface-soft - Background of quiet areas inside it.
 * @cssprop --artel-text - Text.
 * @cssprop --artel-muted - Secondary text.
 * @cssprop --artel-border - Lines and borders.
 * @cssprop --artel-radius - Corner radius of the card. Defaults to 18px.
 * @cssprop --artel-padding - Inner margin of the card. Defaults to 20px.
 * @cssprop --artel-shadow - Shadow of the card.
 * @cssprop --artel-font - Font family. Defaults to the page's.
 * @cssprop --artel-positive - Points that come in.
 * @cssprop --artel-warning - Points that expire soon.
 * @cssprop --artel-danger - Refusals.
 * @cssprop --artel-focus - Focus ring. Defaults to the accent.
 */
export abstract class ArtelElement extends LitElement {
  static override properties: PropertyDeclarations = {
    api: {},
    token: {},
    tokenEndpoint: { attribute: 'token-endpoint' },
    getToken: { attribute: false },
    locale: {},
    names: { type: Object },
    theme: { reflect: true },
    demo: {},
    signInUrl: { attribute: 'sign-in-url' },
    messages: { attribute: false },
  }

  declare api: string | undefined
  declare token: string | undefined
  declare tokenEndpoint: string | undefined
  /** Returns a fresh token, or null when nobody is signed in. An alternative to `token` and `token-endpoint`. */
  declare getToken: (() => Promise<string | null> | string | null) | undefined
  declare locale: string | undefined
  /**
   * Names of coalition, members and customer in the letters of the page, JSON in the attribute: `{"Заречье": "Zarechye"}`.
   * One that is missing is shown as the API has it.
   */
  declare names: Readonly<Record<string, string>> | null | undefined
  declare theme: 'light' | 'dark' | 'auto' | undefined
  declare demo: string | null | undefined
  declare signInUrl: string | undefined
  /** Texts to use instead of the built-in ones, for example `{ unit: { one: 'bonus', other: 'bonuses' } }`. */
  declare messages: Messages | undefined

  /** @internal */
  protected speech: Speech = speak('en')
  /** @internal */
  protected session: WalletSession | undefined
  #sessionKey: string | undefined
  #leave: (() => void) | undefined
  #sheet: CSSStyleSheet | undefined
  #reportedState: ArtelState | undefined
  #reportedProblem: Problem | undefined

  /** What the element shows now. */
  abstract get state(): ArtelState

  /** Whether the element needs the customer's wallet, or asks only for quotes. */
  protected get needsWallet(): boolean {
    return true
  }

  /** @internal Texts of this element alone. */
  protected get words(): Words | undefined {
    return undefined
  }

  override connectedCallback(): void {
    super.connectedCallback()
    pageLanguage?.add(this)
    addEventListener('online', this.#handleOnline)
    this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    pageLanguage?.delete(this)
    removeEventListener('online', this.#handleOnline)
    this.#leave?.()
    this.#leave = this.#sessionKey = this.session = undefined
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot
    // Values of one element are in a style sheet of its own, because strict policies refuse style attributes.
    this.#sheet = new CSSStyleSheet()
    this.#sheet.insertRule(':host{}')
    root.adoptedStyleSheets.push(this.#sheet)
    return root
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (!this.isConnected) return
    this.speech = speak(resolveLocale(this, this.locale), this.messages, this.words)
    this.#join()
  }

  protected override updated(_changed: PropertyValues): void {
    const state = this.state
    if (state !== this.#reportedState) {
      const previous = this.#reportedState
      this.#reportedState = state
      this.setAttribute('data-state', state)
      this.emit('artel:state', { state, previous })
    }
    const { problem } = this.wallet
    if (problem !== undefined && problem !== this.#reportedProblem) this.report(problem)
    this.#reportedProblem = problem
  }

  /** @internal */
  protected get isDemo(): boolean {
    return this.demo !== undefined && this.demo !== null
  }

  /** @internal */
  protected get wallet(): WalletState {
    return this.session?.state ?? noSession
  }

  /** @internal */
  protected emit<Name extends keyof ArtelEventMap>(name: Name, detail: ArtelEventMap[Name]['detail']): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }

  /** @internal */
  protected report(problem: Problem): void {
    const { code, message, requestId, retryable } = problem
    this.emit('artel:error', { code, message, requestId, retryable })
  }

  /** @internal Sets a custom property of this element alone. */
  protected setVariable(name: string, value: string | undefined): void {
    const rule = this.#sheet?.cssRules[0]
    if (rule instanceof CSSStyleRule) rule.style.setProperty(name, value ?? '')
  }

  /** @internal Shows this element alone in other styles, in place of its custom properties. */
  protected dress(styles: string): void {
    this.#sheet?.replaceSync(styles)
    this.requestUpdate()
  }

  /** @internal Uses the member's colour, which the page's own goes before. */
  protected applyBrand(brand: Brand | null | undefined): void {
    this.setVariable('--_brand', brandColor(brand?.brandColor))
  }

  /** @internal */
  protected say(key: MessageKey, values?: Readonly<Record<string, string>>, count?: bigint): string {
    return this.speech.say(key, values, count)
  }

  /** @internal A name of the API as the page writes it. */
  protected named(name: string): string {
    return this.names?.[name] ?? name
  }

  /** @internal Renders a state that is a message: what is wrong and what to do. */
  protected renderMessage(state: 'signed-out' | 'error' | 'offline', problem?: Problem): TemplateResult {
    const key = state === 'signed-out' ? 'signedOut' : state
    const link = safeLink(this.signInUrl)
    return html`<div class="message" part="message" role=${state === 'signed-out' ? nothing : 'alert'}>
      <span class="badge-icon">${icon(state)}</span>
      <p class="title">${this.say(`${key}Title`)}</p>
      <p class="muted">${this.say(problem && this.speech.knows(problem.code) ? problem.code : `${key}Text`)}</p>
      ${
        state === 'signed-out'
          ? html`<slot name="signed-out">${link ? html`<a class="button" part="sign-in" href=${link}>${this.say('signIn')}</a>` : nothing}</slot>`
          : html`<button class="button quiet" part="retry" type="button" @click=${this.retry}>${this.say('retry')}</button>`
      }
      ${problem?.requestId ? html`<p class="fine" part="request-id">${this.say('request', { id: problem.requestId })}</p>` : nothing}
    </div>`
  }

  /** Loads again, as the button of the error and offline states does. */
  retry(): void {
    void this.session?.refresh()
  }

  #handleOnline = (): void => {
    if (this.state === 'offline' || this.state === 'error') this.retry()
  }

  #join(): void {
    const source: SessionSource = {
      api: this.api || new URL('/graphql', scriptAddress).href,
      token: this.token || undefined,
      tokenEndpoint: this.tokenEndpoint || undefined,
      getToken: this.getToken ?? undefined,
      demo: this.isDemo ? (this.demo ?? '') : undefined,
      language: this.speech.locale.split('-')[0] ?? 'en',
    }
    const key = sessionKey(source)
    if (key === this.#sessionKey) return
    this.#leave?.()
    const { session, leave } = shareSession(source)
    this.#sessionKey = key
    this.session = session
    const unwatch = session.watch(() => this.walletChanged(), !this.needsWallet)
    this.#leave = () => {
      unwatch()
      leave()
    }
    this.sessionChanged()
  }

  /** @internal Called when the shared wallet has changed, which an element that does not need it never loads. */
  protected walletChanged(): void {
    if (this.needsWallet) this.requestUpdate()
  }

  /** @internal Called when the element has joined another session. */
  protected sessionChanged(): void {}
}

/** Connected elements, updated when the page switches its language. Undefined on a server. */
const pageLanguage = typeof MutationObserver === 'undefined' ? undefined : new Set<ArtelElement>()
if (pageLanguage !== undefined) {
  new MutationObserver(() => {
    for (const element of pageLanguage) element.requestUpdate()
  }).observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] })
}
