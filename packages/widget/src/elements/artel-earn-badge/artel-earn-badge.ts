import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import { problemOf, stateOf } from '../../session/problem-of.ts'
import type { Problem, Quote } from '../../session/wallet-session.ts'
import { elementStyles } from '../artel-element/artel-element.styles.ts'
import { ArtelElement } from '../artel-element/artel-element.ts'
import type { ArtelState } from '../artel-element/events.ts'
import { icon } from '../artel-element/icon.ts'
import { readAmount } from '../artel-element/read-amount.ts'
import { earnBadgeStyles } from './artel-earn-badge.styles.ts'

/**
 * "You will earn 50 points": what a price earns. With `member` it needs no signed-in customer.
 *
 * @tag artel-earn-badge
 * @attr amount - The price in minor units (kopecks), for example 100000.
 * @attr currency - ISO 4217 code of the price. Defaults to RUB.
 * @attr member - Id of the member whose page it is (`mbr_...`); with it the badge works signed-out.
 * @fires {CustomEvent<StateDetail>} artel:state - The element shows another state.
 * @fires {CustomEvent<Problem>} artel:error - A call failed.
 * @csspart badge - The whole.
 */
export class ArtelEarnBadge extends ArtelElement {
  static override styles = [elementStyles, earnBadgeStyles]
  static override properties: PropertyDeclarations = {
    amount: {},
    currency: {},
    member: {},
    quote: { state: true },
    problem: { state: true },
  }
  declare amount: string | number | undefined
  declare currency: string
  declare member: string | undefined
  declare private quote: Quote | undefined
  declare private problem: Problem | undefined
  /** The price for which the quote was requested. */
  #quoteKey = ''

  constructor() {
    super()
    this.currency = 'RUB'
  }

  override get state(): ArtelState {
    if (this.problem !== undefined) return stateOf(this.problem)
    if (this.quote === undefined) return 'loading'
    if (this.quote.pointsToEarn === 0n) return 'empty'
    return this.isDemo ? 'demo' : 'ready'
  }

  protected override get needsWallet(): boolean {
    return false
  }

  override retry(): void {
    this.session?.forget?.()
    this.#quoteKey = ''
    this.requestUpdate()
  }

  protected override sessionChanged(): void {
    this.#quoteKey = ''
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const amount = readAmount(this.amount)
    if (amount === undefined || this.session === undefined) return
    const key = [amount, this.currency, this.member].join()
    if (key === this.#quoteKey) return
    this.#quoteKey = key
    void this.#requestQuote(key, `${amount}`)
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    this.applyBrand(this.quote?.brand)
  }

  protected override render(): TemplateResult {
    const earned = this.quote?.pointsToEarn
    const text = earned === undefined ? this.say('earnGeneric') : this.say('willEarn', {}, earned)
    const waiting = this.state === 'loading'
    return html`<span class="pill ${waiting ? 'skeleton' : ''}" part="badge" aria-busy=${waiting}>
      ${icon('plus')}<span data-value>${text}</span>
    </span>`
  }

  async #requestQuote(key: string, amountMinor: string): Promise<void> {
    try {
      const quote = await this.session?.quote({
        amountMinor,
        currency: this.currency,
        memberId: this.member || undefined,
      })
      if (key !== this.#quoteKey) return
      this.quote = quote
      this.problem = undefined
    } catch (failure) {
      if (key !== this.#quoteKey) return
      this.quote = undefined
      this.problem = problemOf(failure)
      if (this.problem.code !== 'SIGNED_OUT') this.report(this.problem)
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'artel-earn-badge': ArtelEarnBadge
  }
}
