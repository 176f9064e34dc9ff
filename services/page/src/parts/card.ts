import { cardCode, codeSize } from '@artel/widget/card-code'
import { html, nothing, svg } from 'lit'
import { OwnCardDocument, type OwnCardQuery } from '../generated/graphql.ts'
import { words } from '../language.ts'
import { askOwn } from '../session.ts'
import { barcode } from './barcode.ts'
import { Part } from './part.ts'

type Owner = NonNullable<OwnCardQuery['viewer']['customer']>

/** The card as a till scans it: a QR code, bars for scanners that read no other, and the number to say. */
export class PageCard extends Part {
  static override properties = { ...Part.properties, owner: { state: true } }

  declare owner: Owner | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    void this.load()
  }

  /** Reads it again: a freeze shows on it. */
  async load(): Promise<void> {
    await this.doing(async () => {
      this.owner = (await askOwn(OwnCardDocument, {})).viewer.customer ?? undefined
    })
  }

  protected override render() {
    const said = words().card
    return html`<section class="card" aria-labelledby="card-title">
      <h2 id="card-title">${said.title}</h2>
      ${this.owner ? this.#shown(this.owner) : this.waiting(() => void this.load())}
    </section>`
  }

  #shown({ name, card, frozenAt }: Owner) {
    const said = words().card
    if (!card) return html`<p>${said.none}</p>`
    if (card.status !== 'ACTIVE') return html`<p>${said.blocked}</p>`
    const code = cardCode(card.number)
    const bars = barcode(card.number)
    return html`
      <p class="owner">${name}</p>
      ${frozenAt ? html`<p class="problem">${said.frozen}</p>` : nothing}
      <div class="codes">
        <svg class="qr" viewBox="-3 -3 ${codeSize + 6} ${codeSize + 6}" role="img" aria-label=${said.qr}>
          ${svg`<path d=${code ?? ''} />`}
        </svg>
        ${
          bars
            ? html`<svg class="bars" viewBox="0 0 ${bars.width} 1" preserveAspectRatio="none" role="img" aria-label=${said.bars}>
                ${svg`<path d=${bars.path} />`}
              </svg>`
            : nothing
        }
      </div>
      <p class="number">${card.number.replace(/(\d{4})(?=\d)/g, '$1 ')}</p>
      <p class="muted small">${said.hint}</p>
    `
  }
}
