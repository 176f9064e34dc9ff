import { html, nothing } from 'lit'
import { OwnReceiptClaimsDocument, type OwnReceiptClaimsQuery } from '../generated/graphql.ts'
import { change, day, money, words } from '../language.ts'
import { askOwn } from '../session.ts'
import { Part } from './part.ts'

type Claim = OwnReceiptClaimsQuery['receiptClaims']['nodes'][number]

const MOST = 20

/** Receipts that the customer asked points for, and what became of them. */
export class PageClaims extends Part {
  static override properties = { ...Part.properties, claims: { state: true } }

  declare claims: readonly Claim[] | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    await this.doing(async () => {
      this.claims = (await askOwn(OwnReceiptClaimsDocument, { first: MOST })).receiptClaims.nodes
    })
  }

  protected override render() {
    const said = words().claims
    return html`<section aria-labelledby="claims-title">
      <h2 id="claims-title">${said.title}</h2>
      ${this.claims ? this.#list(this.claims) : this.waiting(() => void this.#load())}
    </section>`
  }

  #list(claims: readonly Claim[]) {
    const said = words().claims
    if (claims.length === 0) return html`<p class="muted">${said.none}</p>`
    return html`<ul class="list">
      ${claims.map(
        ({ state, reason, occurredAt, total, member, purchase }) => html`<li class="entry">
          <div>
            <strong>${member.name}, ${money(total)}</strong>
            <p class="muted small">${day(occurredAt)}: ${said.states[state] ?? state}</p>
            ${reason ? html`<p class="small">${reason}</p>` : nothing}
          </div>
          ${purchase ? html`<div class="amount in">${change(purchase.pointsEarned)}</div>` : nothing}
        </li>`,
      )}
    </ul>`
  }
}
