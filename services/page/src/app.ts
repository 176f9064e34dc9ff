import { html, nothing } from 'lit'
import { choose, type Language, language, words } from './language.ts'
import { Part } from './parts/part.ts'
import type { Ended } from './parts/sign-in.ts'
import { COALITION_NAME } from './place.ts'
import { currentToken, onSignedOut } from './session.ts'

const SCREENS = ['wallet', 'history', 'offers', 'more'] as const
type Screen = (typeof SCREENS)[number]

/** The page: the door, and behind it four screens. Which one is shown stands in the address. */
export class PageApp extends Part {
  static override properties = {
    ...Part.properties,
    isIn: { state: true },
    ended: { state: true },
    screen: { state: true },
    isOnline: { state: true },
  }

  /** Whether somebody is signed in; undefined: nobody knows yet. */
  declare isIn: boolean | undefined
  /** Why nobody is signed in any more; undefined: nobody was. */
  declare ended: Ended | undefined
  declare screen: Screen
  declare isOnline: boolean

  constructor() {
    super()
    this.language = language()
    this.screen = screenNamed(location.hash)
    this.isOnline = navigator.onLine
  }

  override connectedCallback(): void {
    super.connectedCallback()
    choose(this.language)
    onSignedOut(() => this.#left('over'))
    addEventListener('hashchange', () => {
      this.screen = screenNamed(location.hash)
      scrollTo(0, 0)
    })
    for (const event of ['online', 'offline'])
      addEventListener(event, () => {
        this.isOnline = navigator.onLine
      })
    void this.#begin()
  }

  async #begin(): Promise<void> {
    await this.doing(async () => {
      this.isIn = (await currentToken()) !== null
    })
  }

  #left(ended: Ended): void {
    this.isIn = false
    this.ended = ended
    this.screen = 'wallet'
    history.replaceState(null, '', location.pathname)
  }

  protected override updated(): void {
    document.title = `${words().title}: ${COALITION_NAME}`
  }

  protected override render() {
    return html`
      ${this.#head()}
      ${this.isOnline ? nothing : html`<p class="offline" role="status">${words().offline}</p>`}
      ${this.#body()}
    `
  }

  #head() {
    const other: Language = this.language === 'ru' ? 'en' : 'ru'
    return html`<header class="head">
      ${this.isIn ? html`<h1>${COALITION_NAME}</h1>` : html`<span></span>`}
      <button class="quiet" lang=${other} @click=${() => this.#speak(other)}>${words().other}</button>
    </header>`
  }

  #speak(next: Language): void {
    choose(next)
    this.language = next
  }

  #body() {
    if (this.isIn === undefined) return html`<main>${this.waiting(() => void this.#begin())}</main>`
    if (!this.isIn)
      return html`<page-sign-in .language=${this.language} .ended=${this.ended} @signed-in=${this.#entered}></page-sign-in>`
    return html`<main class="screen ${this.screen}" @signed-out=${() => this.#left('left')}>${this.#screen()}</main>${this.#parts()}`
  }

  #entered(): void {
    this.isIn = true
    this.ended = undefined
  }

  #parts() {
    const said = words()
    return html`<nav class="parts" aria-label=${said.partsLabel}>
      ${SCREENS.map(
        (screen) =>
          html`<a href="#${screen}" aria-current=${this.screen === screen ? 'page' : nothing}>${said.parts[screen]}</a>`,
      )}
    </nav>`
  }

  #screen() {
    const spoken = this.language
    switch (this.screen) {
      case 'history':
        return html`<page-history .language=${spoken}></page-history>`
      case 'offers':
        return html`
          <artel-offers .getToken=${currentToken} locale=${spoken}></artel-offers>
          <artel-partners .getToken=${currentToken} locale=${spoken}></artel-partners>
          <artel-refer .getToken=${currentToken} locale=${spoken}></artel-refer>
        `
      case 'more':
        return html`
          <page-freeze .language=${spoken}></page-freeze>
          <page-consents .language=${spoken}></page-consents>
          <page-claims .language=${spoken}></page-claims>
          <page-devices .language=${spoken}></page-devices>
        `
      default:
        return html`
          <page-card .language=${spoken}></page-card>
          <artel-wallet .getToken=${currentToken} locale=${spoken}></artel-wallet>
          <artel-claim .getToken=${currentToken} locale=${spoken}></artel-claim>
        `
    }
  }
}

const screenNamed = (hash: string): Screen => SCREENS.find((screen) => hash === `#${screen}`) ?? 'wallet'
