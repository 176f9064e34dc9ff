import { html, nothing } from 'lit'
import { words } from '../language.ts'
import { COALITION_NAME } from '../place.ts'
import { requestCode, signIn } from '../session.ts'
import { Part } from './part.ts'

/** So long nobody is sent another code, seconds. */
const RESEND_SECONDS = 60

/** Why the door is shown again: the customer left, or the session is over. */
export type Ended = 'left' | 'over'

/** The door: a phone, then the code that was sent there. Tells `signed-in`. */
export class PageSignIn extends Part {
  static override properties = {
    ...Part.properties,
    ended: {},
    phone: { state: true },
    isSent: { state: true },
    resendIn: { state: true },
  }

  /** Whether somebody was signed in here a moment ago. */
  declare ended: Ended | undefined
  declare phone: string
  declare isSent: boolean
  declare resendIn: number
  #timer: ReturnType<typeof setInterval> | undefined

  constructor() {
    super()
    this.phone = ''
    this.isSent = false
    this.resendIn = 0
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#timer)
  }

  protected override render() {
    const said = words().signIn
    return html`
      <main class="door">
        <div class="mark" aria-hidden="true">${COALITION_NAME.slice(0, 1)}</div>
        <p class="muted">${COALITION_NAME}</p>
        <h1>${said.title}</h1>
        ${this.ended ? html`<p role="status">${said[this.ended]}</p>` : nothing}
        ${this.isSent ? this.#codeStep() : this.#phoneStep()}
        <p class="muted small">${said.notThere}</p>
      </main>
    `
  }

  #phoneStep() {
    const said = words().signIn
    return html`
      <form @submit=${this.#request}>
        <p>${said.hint}</p>
        <label>
          ${said.phone}
          <input name="phone" type="tel" inputmode="tel" autocomplete="tel" required maxlength="40"
            placeholder="+7 912 345-67-89" .value=${this.phone} @input=${this.#type} />
        </label>
        ${this.problemLine()}
        <button type="submit" ?disabled=${this.busy}>${said.request}</button>
      </form>
    `
  }

  #codeStep() {
    const said = words().signIn
    return html`
      <form @submit=${this.#enter}>
        <p role="status">${said.sent(this.phone)}</p>
        <label>
          ${said.code}
          <input name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="12"
            pattern="(\\s|-)*([0-9](\\s|-)*){6}" class="code" />
        </label>
        ${this.problemLine()}
        <button type="submit" ?disabled=${this.busy}>${said.enter}</button>
        <div class="row">
          <button type="button" class="quiet" ?disabled=${this.busy || this.resendIn > 0} @click=${this.#send}>
            ${this.resendIn > 0 ? said.resendIn(this.resendIn) : said.resend}
          </button>
          <button type="button" class="quiet" @click=${this.#back}>${said.otherPhone}</button>
        </div>
      </form>
    `
  }

  #type(event: Event): void {
    this.phone = (event.target as HTMLInputElement).value
  }

  #request(event: Event): void {
    event.preventDefault()
    void this.#send()
  }

  async #send(): Promise<void> {
    if (!(await this.doing(() => requestCode(this.phone)))) return
    this.isSent = true
    this.resendIn = RESEND_SECONDS
    clearInterval(this.#timer)
    this.#timer = setInterval(() => {
      this.resendIn -= 1
      if (this.resendIn <= 0) clearInterval(this.#timer)
    }, 1_000)
    await this.updateComplete
    this.querySelector<HTMLInputElement>('input[name=code]')?.focus()
  }

  #back(): void {
    this.isSent = false
    this.problem = undefined
  }

  async #enter(event: Event): Promise<void> {
    event.preventDefault()
    const code = new FormData(event.target as HTMLFormElement).get('code')
    if (await this.doing(() => signIn(this.phone, String(code)))) this.dispatchEvent(new Event('signed-in'))
  }
}
