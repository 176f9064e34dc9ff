import { html, nothing } from 'lit'
import { granted } from '../ask.ts'
import {
  OwnConsentsDocument,
  type OwnConsentsQuery,
  OwnConsentWithdrawDocument,
} from '../generated/graphql.ts'
import { day, words } from '../language.ts'
import { askOwn } from '../session.ts'
import { Part } from './part.ts'

type Consent = NonNullable<OwnConsentsQuery['viewer']['customer']>['consents'][number]

/** What the customer agreed to, each to be taken back once it has said that it means it. */
export class PageConsents extends Part {
  static override properties = { ...Part.properties, consents: { state: true }, asked: { state: true } }

  declare consents: readonly Consent[] | undefined
  /** Which one the customer is asked about. */
  declare asked: Consent['purpose'] | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    await this.doing(async () => {
      this.consents = (await askOwn(OwnConsentsDocument, {})).viewer.customer?.consents ?? []
    })
  }

  protected override render() {
    const said = words().consents
    return html`<section aria-labelledby="consents-title">
      <h2 id="consents-title">${said.title}</h2>
      ${this.consents ? this.#list(this.consents) : this.waiting(() => void this.#load())}
      ${this.consents ? this.problemLine() : nothing}
    </section>`
  }

  #list(consents: readonly Consent[]) {
    const said = words().consents
    if (consents.length === 0) return html`<p class="muted">${said.none}</p>`
    return html`<ul class="list">${consents.map((consent) => html`<li>${this.#consent(consent)}</li>`)}</ul>`
  }

  #consent({ purpose, given, happenedAt }: Consent) {
    const said = words().consents
    const name = said.purposes[purpose] ?? purpose
    return html`
      <div class="entry">
        <div>
          <strong>${name}</strong>
          <p class="muted small">${given ? said.given(day(happenedAt)) : said.taken(day(happenedAt))}</p>
        </div>
        ${
          given && this.asked !== purpose
            ? html`<button class="quiet" aria-label="${said.take}: ${name}" @click=${() => this.#askAbout(purpose)}>
                ${said.take}
              </button>`
            : nothing
        }
      </div>
      ${given && this.asked === purpose ? this.#question(purpose) : nothing}
    `
  }

  #question(purpose: Consent['purpose']) {
    const said = words().consents
    return html`<div class="question" role="group" aria-label=${said.sure}>
      <p><strong>${said.sure}</strong> ${said.what} ${purpose === 'PERSONAL_DATA' ? said.personal : nothing}</p>
      <div class="row">
        <button ?disabled=${this.busy} @click=${() => void this.#take(purpose)}>${said.yes}</button>
        <button class="quiet" @click=${() => this.#askAbout(undefined)}>${said.no}</button>
      </div>
    </div>`
  }

  #askAbout(purpose: Consent['purpose'] | undefined): void {
    this.asked = purpose
  }

  async #take(purpose: Consent['purpose']): Promise<void> {
    const done = await this.doing(async () => {
      const { consentWithdraw } = await askOwn(OwnConsentWithdrawDocument, {
        input: { purpose, source: 'WEB' },
      })
      granted(consentWithdraw, 'ConsentPayload')
    })
    if (!done) return
    this.asked = undefined
    await this.#load()
  }
}
