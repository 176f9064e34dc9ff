import { html } from 'lit'
import { granted } from '../ask.ts'
import {
  OwnCardDocument,
  OwnFreezeDocument,
  OwnUnfreezeDocument,
  WidgetCodeDocument,
} from '../generated/graphql.ts'
import { day, language, words } from '../language.ts'
import { askOwn } from '../session.ts'
import { Part } from './part.ts'

/** One tap that stops all spending of the points, and a code that lets them go again. */
export class PageFreeze extends Part {
  static override properties = {
    ...Part.properties,
    frozenAt: { state: true },
    isPhoneLost: { state: true },
    sent: { state: true },
  }

  /** Null: they are not frozen; undefined: nobody knows yet. */
  declare frozenAt: string | null | undefined
  /** Whether the customer ticked it: then no code unfreezes, since it would go to whoever has the phone. */
  declare isPhoneLost: boolean
  /** The code that was asked for. */
  declare sent: { readonly id: string; readonly address: string | null } | undefined

  constructor() {
    super()
    this.isPhoneLost = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    await this.doing(async () => {
      this.frozenAt = (await askOwn(OwnCardDocument, {})).viewer.customer?.frozenAt ?? null
    })
  }

  protected override render() {
    const said = words().freeze
    return html`<section aria-labelledby="freeze-title">
      <h2 id="freeze-title">${said.title}</h2>
      ${this.frozenAt === undefined ? this.waiting(() => void this.#load()) : this.#shown(this.frozenAt)}
    </section>`
  }

  #shown(frozenAt: string | null) {
    const said = words().freeze
    if (frozenAt === null)
      return html`<p>${said.what}</p>
        <label class="tick">
          <input type="checkbox" .checked=${this.isPhoneLost} @change=${this.#tick} />
          <span>${said.lost}</span>
        </label>
        ${this.problemLine()}
        <button class="danger" ?disabled=${this.busy} @click=${() => void this.#freeze()}>${said.freeze}</button>`
    return html`<p class="problem" role="status">${said.frozen(day(frozenAt))}</p>
      ${this.#wayBack()}`
  }

  #wayBack() {
    if (this.isPhoneLost) return html`<p>${words().freeze.byOrganisers}</p>`
    return this.sent ? this.#codeStep(this.sent.address) : this.#unfreezeStep()
  }

  #tick(event: Event): void {
    this.isPhoneLost = (event.target as HTMLInputElement).checked
  }

  #unfreezeStep() {
    return html`${this.problemLine()}
      <button ?disabled=${this.busy} @click=${() => void this.#askCode()}>${words().freeze.unfreeze}</button>`
  }

  #codeStep(address: string | null) {
    const said = words().freeze
    return html`<form @submit=${this.#unfreeze}>
      <p role="status">${said.sent(address ?? '***')}</p>
      <label>
        ${said.code}
        <input name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="12" class="code" />
      </label>
      ${this.problemLine()}
      <div class="row">
        <button type="submit" ?disabled=${this.busy}>${said.confirm}</button>
        <button type="button" class="quiet" @click=${this.#leave}>${said.cancel}</button>
      </div>
    </form>`
  }

  async #freeze(): Promise<void> {
    await this.doing(async () => {
      const { customerFreeze } = await askOwn(OwnFreezeDocument, { input: { isPhoneLost: this.isPhoneLost } })
      this.frozenAt = granted(customerFreeze, 'CustomerFreezePayload').customer.frozenAt ?? null
    })
  }

  async #askCode(): Promise<void> {
    await this.doing(async () => {
      const input = {
        purpose: 'UNFREEZE',
        locale: language(),
        idempotencyKey: crypto.randomUUID(),
      } as const
      const { confirmationRequest } = await askOwn(WidgetCodeDocument, { input })
      const { confirmationId: id, maskedAddress: address } = granted(
        confirmationRequest,
        'ConfirmationRequestPayload',
      )
      this.sent = { id, address }
    })
  }

  #leave(): void {
    this.sent = undefined
    this.problem = undefined
  }

  async #unfreeze(event: Event): Promise<void> {
    event.preventDefault()
    const code = String(new FormData(event.target as HTMLFormElement).get('code'))
    await this.doing(async () => {
      const confirmation = { id: this.sent?.id ?? '', code }
      const { customerUnfreeze } = await askOwn(OwnUnfreezeDocument, { input: { confirmation } })
      this.frozenAt = granted(customerUnfreeze, 'CustomerFreezePayload').customer.frozenAt ?? null
      this.sent = undefined
    })
  }
}
