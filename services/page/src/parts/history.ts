import { html, nothing } from 'lit'
import { OwnHistoryDocument, type OwnHistoryQuery } from '../generated/graphql.ts'
import { change, languageOfApi, moment, money, wholeNumber, words } from '../language.ts'
import { askOwn } from '../session.ts'
import { Part } from './part.ts'

type Entry = NonNullable<OwnHistoryQuery['viewer']['customer']>['activity']['nodes'][number]
type Sale = NonNullable<Entry['purchase']>

const PAGE = 10

/** Every event of the customer's points, newest first, each with why it is so many. */
export class PageHistory extends Part {
  static override properties = { ...Part.properties, entries: { state: true }, next: { state: true } }

  declare entries: readonly Entry[] | undefined
  /** Where the list goes on; null: nowhere. */
  declare next: string | null
  #shownIn: string | undefined

  constructor() {
    super()
    this.next = null
  }

  protected override willUpdate(): void {
    // Rules speak the language of the page: another one is read anew.
    if (this.#shownIn === this.language) return
    this.#shownIn = this.language
    this.entries = undefined
    this.next = null
    queueMicrotask(() => void this.#load())
  }

  async #load(): Promise<void> {
    const spoken = this.#shownIn
    await this.doing(async () => {
      const asked = { first: PAGE, after: this.next, language: languageOfApi() }
      const page = (await askOwn(OwnHistoryDocument, asked)).viewer.customer?.activity
      if (spoken !== this.#shownIn) return
      this.entries = [...(this.entries ?? []), ...(page?.nodes ?? [])]
      this.next = page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null
    })
    // Another language was chosen while this was on its way, and its own turn was dropped.
    if (spoken !== this.#shownIn) await this.#load()
  }

  protected override render() {
    const said = words().history
    const load = () => void this.#load()
    return html`<section aria-labelledby="history-title">
      <h2 id="history-title">${said.title}</h2>
      ${this.entries ? this.#list(this.entries) : this.waiting(load)}
      ${this.entries ? this.problemLine() : nothing}
      ${
        this.entries && this.next !== null
          ? html`<button class="quiet wide" ?disabled=${this.busy} @click=${load}>${said.more}</button>`
          : nothing
      }
    </section>`
  }

  #list(entries: readonly Entry[]) {
    const said = words().history
    if (entries.length === 0) return html`<p class="muted">${said.none}</p>`
    return html`<ul class="list">${entries.map((entry) => html`<li>${this.#entry(entry)}</li>`)}</ul>`
  }

  #entry({ kind, points, balanceAfter, postedAt, member, purchase }: Entry) {
    const said = words().history
    return html`
      <div class="entry">
        <div>
          <strong>${said.kinds[kind] ?? kind}</strong>
          <p class="muted small">${[member?.name, moment(postedAt)].filter(Boolean).join(', ')}</p>
        </div>
        <div class="amount ${points.startsWith('-') ? '' : 'in'}">
          ${change(points)}
          <p class="muted small">${said.balance(wholeNumber(balanceAfter))}</p>
        </div>
      </div>
      ${purchase ? html`<details><summary>${said.why}</summary>${whyOf(purchase)}</details>` : nothing}
    `
  }
}

/** The bill, how it was paid, and which rules gave what. */
function whyOf({ total, discount, moneyPart, pointsRedeemed, pointsEarned, rules }: Sale) {
  const said = words().history
  const row = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const byRules = rules.reduce((sum, { points }) => sum + BigInt(points), 0n)
  const base = BigInt(pointsEarned) - byRules
  return html`
    <dl>
      ${row(said.bill, money(total))}
      ${discount.amountMinor === '0' ? nothing : row(said.discount, money(discount))}
      ${pointsRedeemed === '0' ? nothing : row(said.redeemed, wholeNumber(pointsRedeemed))}
      ${row(said.paid, money(moneyPart))}
      ${row(said.earned, wholeNumber(pointsEarned))}
    </dl>
    <ul class="why">
      ${base > 0n ? html`<li><span>${said.base}</span> <b>${change(String(base))}</b></li>` : nothing}
      ${rules.map(
        ({ sentence, points }) =>
          html`<li><span>${sentence}</span> ${points === '0' ? nothing : html`<b>${change(points)}</b>`}</li>`,
      )}
    </ul>
  `
}
