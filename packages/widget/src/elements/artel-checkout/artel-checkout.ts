import { newIdempotencyKey } from '@artel/sdk/browser'
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import { problemOf } from '../../session/problem-of.ts'
import type { HoldOutcome, OpenHold, Problem, Quote } from '../../session/wallet-session.ts'
import { elementStyles } from '../artel-element/artel-element.styles.ts'
import { ArtelElement } from '../artel-element/artel-element.ts'
import type { ArtelState } from '../artel-element/events.ts'
import { readAmount } from '../artel-element/read-amount.ts'
import { checkoutStyles } from './artel-checkout.styles.ts'
import { type ChoiceHandlers, choiceView, emptyView, heldView } from './checkout-views.ts'
import type { CodeHost } from './code-step.ts'
import { clampPoints, snapPoints } from './points-input.ts'

/** A quote is requested when the choice has not changed for this long. */
const quoteDelayMs = 160

/**
 * Lets a customer pay part of a bill with points. Confirming holds the points and tells the page the hold's id; the
 * shop's server captures it when it closes the order. The element itself never captures.
 *
 * @tag artel-checkout
 * @attr amount - The bill in minor units (kopecks), for example 450000.
 * @attr currency - ISO 4217 code of the bill. Defaults to RUB.
 * @attr order-ref - The shop's own id of the order; one open hold an order.
 * @slot signed-out - Shown to a visitor who is not signed in; by default a link to `sign-in-url`.
 * @fires {CustomEvent<PointsChangeDetail>} artel:points-change - The customer moved the slider or typed, or a smaller bill or balance lowered the choice; nothing is held yet.
 * @fires {CustomEvent<HoldDetail>} artel:hold - Points are held; the detail has `holdId` for the shop's server.
 * @fires {CustomEvent<StateDetail>} artel:state - The element shows another state.
 * @fires {CustomEvent<Problem>} artel:error - A call failed or was refused.
 * @csspart card - The whole.
 * @csspart header - Title and what is available.
 * @csspart slider - The slider.
 * @csspart points-field - The number field.
 * @csspart summary - Bill, points, what is left to pay, what will be earned.
 * @csspart confirm - The button that holds the points.
 * @csspart problem - Why the points were not held.
 * @csspart held - The view of held points.
 * @csspart code-step - Where the customer enters the code of a message; loaded only when the API asks for one.
 * @csspart code-field - The field for the code.
 * @csspart code-problem - Why the code was not taken.
 * @csspart code-confirm - The button that confirms with the code.
 * @csspart code-resend - "Send another".
 * @csspart code-cancel - "Go back".
 * @csspart message - Text of the signed-out, empty, error and offline states.
 * @csspart retry - "Try again".
 * @csspart sign-in - "Sign in".
 * @csspart request-id - Id of the failed request.
 */
export class ArtelCheckout extends ArtelElement {
  static override styles = [elementStyles, checkoutStyles]
  static override properties: PropertyDeclarations = {
    amount: {},
    currency: {},
    orderRef: { attribute: 'order-ref' },
    chosen: { state: true },
    typed: { state: true },
    baseQuote: { state: true },
    quote: { state: true },
    holding: { state: true },
    problem: { state: true },
    announcement: { state: true },
  }
  declare amount: string | number | undefined
  declare currency: string
  declare orderRef: string | undefined
  /** Points chosen so far. */
  declare private chosen: bigint
  /** Digits in the number field while it is being edited. */
  declare private typed: string | undefined
  /** Quote of the bill without points: the most points it may take, and the value of a point. */
  declare private baseQuote: Quote | undefined
  /** Quote of the bill with the chosen points; undefined while it is requested. */
  declare private quote: Quote | undefined
  declare private holding: boolean
  declare private problem: Problem | undefined
  declare private announcement: string
  /** Where the customer confirms with a code, while it is asked for. The step asks for the update itself. */
  declare private step: TemplateResult | undefined
  /** The bill and balance for which the base quote was requested. */
  #baseQuoteKey = ''
  #quoteTimer: ReturnType<typeof setTimeout> | undefined
  #isDragging = false
  /** The last confirmation without an answer, kept so that the next one can repeat its idempotency key. */
  #unanswered: { readonly order: string; readonly idempotencyKey: string } | undefined
  #announcedHoldId: string | undefined
  #isHoldReplayed = true

  constructor() {
    super()
    this.currency = 'RUB'
    this.chosen = 0n
    this.holding = false
    this.announcement = ''
  }

  override get state(): ArtelState {
    const { status } = this.wallet
    if (status !== 'ready') return status
    // A page with a wrong attribute must show an error at once, not when a customer confirms.
    if (!this.orderRef || (this.amount !== undefined && readAmount(this.amount) === undefined)) return 'error'
    if (this.baseQuote === undefined)
      return this.problem ? (this.problem.code === 'OFFLINE' ? 'offline' : 'error') : 'loading'
    if (this.heldHold === undefined && this.baseQuote.maxPoints === 0n) return 'empty'
    return this.isDemo ? 'demo' : 'ready'
  }

  /** The open hold of this order, also one from before a reload of the page. */
  get heldHold(): OpenHold | undefined {
    const { account, brand } = this.wallet
    return account?.holds.find(
      ({ orderRef, status, member }) =>
        orderRef === this.orderRef && status === 'OPEN' && (!brand || member.id === brand.id),
    )
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#quoteTimer)
  }

  override retry(): void {
    this.problem = undefined
    this.#baseQuoteKey = ''
    this.requestUpdate()
    super.retry()
  }

  protected override sessionChanged(): void {
    if (this.chosen) this.#choose(0n)
    this.baseQuote = this.quote = this.problem = this.step = undefined
    this.#baseQuoteKey = ''
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const amount = readAmount(this.amount)
    const { status, account } = this.wallet
    if (status !== 'ready' || amount === undefined) return
    const key = [amount, this.currency, account?.wallet.available].join()
    if (key === this.#baseQuoteKey) return
    this.#baseQuoteKey = key
    void this.#requestBaseQuote(key)
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    this.applyBrand(this.wallet.brand)
    const max = this.#maxPoints
    // Not in the template: Lit does not notice that the customer has changed the value since the last render.
    this.#setControl('.slider', `${this.chosen}`)
    this.#setControl('.field', this.typed ?? `${this.chosen}`)
    this.setVariable('--_part', max === 0n ? '0' : `${Number((this.chosen * 10_000n) / max) / 10_000}`)
    this.#announceHold()
  }

  protected override render(): TemplateResult {
    const { state, heldHold } = this
    const message = state === 'signed-out' || state === 'error' || state === 'offline'
    const loading = state === 'loading'
    const covered = message || state === 'empty' || (this.step ?? heldHold) !== undefined
    return html`<section class="card" part="card" aria-label=${this.say('payTitle')} aria-busy=${loading || this.holding}>
      <div class="view ${loading || message ? 'skeleton' : ''} ${message ? 'veil' : covered ? 'ghost' : ''}" ?inert=${loading || covered}>${this.#renderChoice()}</div>
      ${message ? this.renderMessage(state, this.wallet.problem ?? this.problem) : nothing}
      ${state === 'empty' ? emptyView(this.speech, this.baseQuote?.pointsToEarn ?? 0n) : nothing}
      ${!message && !loading && heldHold ? this.#renderHeld(heldHold) : nothing}
      ${this.step}
      <div class="sr" role="status" aria-live="polite">${loading ? this.say('loading') : this.announcement}</div>
    </section>`
  }

  #renderChoice(): TemplateResult {
    const { baseQuote, problem } = this
    return choiceView(
      this.speech,
      {
        available: BigInt(this.wallet.account?.wallet.available ?? 1000),
        max: this.#maxPoints,
        chosen: this.chosen,
        totalMinor: readAmount(this.amount) ?? 0n,
        payMinor: this.#payMinor,
        currency: this.currency,
        earned: this.quote?.pointsToEarn,
        earnedBefore: baseQuote?.pointsToEarn ?? 0n,
        demo: this.isDemo,
        holding: this.holding,
        problem: problem && baseQuote && this.#refusalText(problem),
      },
      this.#handlers,
    )
  }

  #renderHeld(hold: OpenHold): TemplateResult {
    const pay = this.speech.money(this.#payAfter(BigInt(hold.points)), this.currency)
    return heldView(
      this.speech,
      { ...hold, member: this.named(hold.member.name) },
      pay,
      this.wallet.coalition?.timeZone,
    )
  }

  #setControl(selector: string, value: string): void {
    const control = this.renderRoot.querySelector<HTMLInputElement>(selector)
    if (control !== null && control.value !== value) control.value = value
  }

  #refusalText({ code }: Problem): string {
    return this.say(code === 'OFFLINE' ? 'offlineTitle' : this.speech.knows(code) ? code : 'holdFailed')
  }

  /** The most points that the bill may take; none before the base quote has arrived. */
  get #maxPoints(): bigint {
    return this.baseQuote?.maxPoints ?? 0n
  }

  get #payMinor(): bigint {
    return this.#payAfter(this.chosen)
  }

  #payAfter(points: bigint): bigint {
    return (readAmount(this.amount) ?? 0n) - points * (this.baseQuote?.faceValueMinor ?? 0n)
  }

  #handlers: ChoiceHandlers = {
    handlePreset: (points) => this.#choose(points),
    handlePointer: ({ type }) => {
      this.#isDragging = type === 'pointerdown'
    },
    // Dragging chooses round numbers; the keyboard moves by single points.
    handleSlide: ({ target }) => {
      const value = BigInt((target as HTMLInputElement).value)
      this.#choose(this.#isDragging ? snapPoints(value, this.#maxPoints) : value)
    },
    handleType: ({ target }) => {
      const digits = (target as HTMLInputElement).value.replace(/\D/g, '')
      this.#choose(BigInt(digits || 0))
      this.typed = digits
    },
    handleTyped: () => {
      this.typed = undefined
    },
    handleConfirm: () => void this.#confirm(),
  }

  #choose(points: bigint): void {
    this.chosen = clampPoints(points, this.#maxPoints)
    this.typed = this.problem = undefined
    this.emit('artel:points-change', {
      points: `${this.chosen}`,
      payMinor: `${this.#payMinor}`,
      currency: this.currency,
      orderRef: this.orderRef ?? '',
    })
    this.quote = undefined
    clearTimeout(this.#quoteTimer)
    this.#quoteTimer = setTimeout(() => void this.#requestChosenQuote(), quoteDelayMs)
  }

  /** Requests the quote without points, then the one with the points that are already chosen. */
  #requestBaseQuote(key: string): Promise<void> {
    return this.#requestQuote(
      0n,
      () => key === this.#baseQuoteKey,
      (quote) => {
        this.baseQuote = quote
        // The page shows what is left to pay: it is told of a choice that the new bill does not allow.
        if (this.chosen > quote.maxPoints) return this.#choose(quote.maxPoints)
        this.quote = this.chosen ? undefined : quote
        if (this.chosen) void this.#requestChosenQuote()
      },
    )
  }

  #requestChosenQuote(): Promise<void> {
    const points = this.chosen
    return this.#requestQuote(
      points,
      () => points === this.chosen,
      (quote) => {
        this.quote = quote
      },
    )
  }

  /** Requests a quote. A response that is no longer current is ignored. */
  async #requestQuote(points: bigint, isCurrent: () => boolean, use: (quote: Quote) => void): Promise<void> {
    const request = this.#bill()
    if (request === undefined || this.session === undefined) return
    try {
      const quote = await this.session.quote(points === 0n ? request : { ...request, points: `${points}` })
      if (isCurrent()) use(quote)
    } catch (failure) {
      if (isCurrent()) this.#showProblem(failure)
    }
  }

  #showProblem(failure: unknown): void {
    this.problem = problemOf(failure)
    this.report(this.problem)
  }

  #bill(): { readonly amountMinor: string; readonly currency: string } | undefined {
    const amount = readAmount(this.amount)
    return amount === undefined ? undefined : { amountMinor: `${amount}`, currency: this.currency }
  }

  async #confirm(): Promise<void> {
    const bill = this.#bill()
    const { session, orderRef, chosen } = this
    if (bill === undefined || session === undefined || !orderRef || chosen === 0n || this.holding) return
    const order = [orderRef, bill.amountMinor, bill.currency, chosen].join()
    // A confirmation whose answer was lost is repeated with the same key, so points are never held twice.
    if (this.#unanswered?.order !== order) this.#unanswered = { order, idempotencyKey: newIdempotencyKey() }
    this.holding = true
    this.problem = undefined
    try {
      const wish = { bill, orderRef, points: `${chosen}`, idempotencyKey: this.#unanswered.idempotencyKey }
      let outcome: HoldOutcome | undefined = await session.hold(wish)
      if (outcome.refusal?.code === 'CONFIRMATION_REQUIRED') {
        const { askCode } = await import('./code-step.ts')
        // What the step shows and reads of the element is nobody else's to use.
        outcome = await askCode({ html, session, wish, host: this as unknown as CodeHost })
      }
      this.#unanswered = undefined
      if (outcome?.refusal) {
        this.#showProblem(outcome.refusal)
        await session.refresh()
      } else if (outcome) {
        this.#isHoldReplayed = outcome.replayed
        this.announcement = this.say('heldTitle', {}, BigInt(outcome.hold.points))
        this.chosen = 0n
      }
    } catch (failure) {
      this.#showProblem(failure)
    } finally {
      this.holding = false
    }
    // The button that had the focus is gone: the focus moves to the view that replaced it.
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.held .title')?.focus()
  }

  /** Fires `artel:hold` once for a hold, whether it is new or was already open when the page loaded. */
  #announceHold(): void {
    const hold = this.heldHold
    if (
      hold === undefined ||
      this.baseQuote === undefined ||
      this.holding ||
      hold.id === this.#announcedHoldId
    )
      return
    this.#announcedHoldId = hold.id
    this.emit('artel:hold', {
      holdId: hold.id,
      orderRef: hold.orderRef,
      points: hold.points,
      payMinor: `${this.#payAfter(BigInt(hold.points))}`,
      amountMinor: hold.bill.amountMinor,
      currency: hold.bill.currency,
      expiresAt: hold.expiresAt,
      replayed: this.#isHoldReplayed,
    })
    this.#isHoldReplayed = true
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'artel-checkout': ArtelCheckout
  }
}
