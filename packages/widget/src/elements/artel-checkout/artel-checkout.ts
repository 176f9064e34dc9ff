import { newIdempotencyKey } from '@artel/sdk/browser'
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import type { OpenHold, Problem, Quote } from '../../session/wallet-session.ts'
import { base } from '../artel-element/artel-element.styles.ts'
import { ArtelElement } from '../artel-element/artel-element.ts'
import type { ArtelState } from '../artel-element/events.ts'
import { checkout as checkoutStyles } from './artel-checkout.styles.ts'
import { type ChoiceHandlers, choiceView, heldView, nothingView } from './checkout-views.ts'
import { amountOf, clampPoints, snapPoints } from './points-input.ts'

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
 * @fires {CustomEvent<PointsChangeDetail>} artel:points-change - The customer moved the slider or typed; nothing is held yet.
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
 * @csspart message - Text of the signed-out, empty, error and offline states.
 * @csspart retry - "Try again".
 * @csspart sign-in - "Sign in".
 * @csspart request-id - Id of the failed request.
 */
export class ArtelCheckout extends ArtelElement {
  static override styles = [base, checkoutStyles]
  static override properties: PropertyDeclarations = {
    ...ArtelElement.properties,
    amount: {},
    currency: {},
    orderRef: { attribute: 'order-ref' },
    chosen: { state: true },
    typed: { state: true },
    first: { state: true },
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
  /** What stands in the number field while it is being typed. */
  declare private typed: string | undefined
  /** Quote of the bill without points: the cap, the face value. */
  declare private first: Quote | undefined
  /** Quote of the bill with the chosen points; undefined while it is asked for. */
  declare private quote: Quote | undefined
  declare private holding: boolean
  declare private problem: Problem | undefined
  declare private announcement: string
  #firstKey = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #dragging = false
  #attempt: { readonly of: string; readonly key: string } | undefined
  #told: string | undefined
  #replayed = true

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
    // A page that wired it wrongly must see so at once, not when a customer confirms.
    if (!this.orderRef || (this.amount !== undefined && amountOf(this.amount) === undefined)) return 'error'
    if (this.first === undefined)
      return this.problem ? (this.problem.code === 'OFFLINE' ? 'offline' : 'error') : 'loading'
    if (this.heldHold === undefined && this.first.maxPoints === 0n) return 'empty'
    return this.isDemo ? 'demo' : 'ready'
  }

  /** The open hold of this order, also one made before the page was reloaded. */
  get heldHold(): OpenHold | undefined {
    const { account, brand } = this.wallet
    return account?.holds.find(
      ({ orderRef, status, member }) =>
        orderRef === this.orderRef && status === 'OPEN' && (brand === undefined || member.id === brand.id),
    )
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  override retry(): void {
    this.problem = undefined
    this.#firstKey = ''
    if (this.wallet.status === 'ready') this.requestUpdate()
    else super.retry()
  }

  protected override sessionChanged(): void {
    this.first = this.quote = this.problem = undefined
    this.chosen = 0n
    this.#firstKey = ''
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const amount = amountOf(this.amount)
    const { status, account } = this.wallet
    if (status !== 'ready' || amount === undefined) return
    const key = [amount, this.currency, account?.wallet.available].join()
    if (key === this.#firstKey) return
    this.#firstKey = key
    void this.#askFirst(key)
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    this.applyBrand(this.wallet.brand)
    const max = this.first?.maxPoints ?? 0n
    // Set here, not in the template: the customer has changed the controls themselves since the last rendering.
    this.#setControl('.slider', `${this.chosen}`)
    this.#setControl('.field', this.typed ?? `${this.chosen}`)
    this.setVariable('--_part', max === 0n ? '0' : `${Number((this.chosen * 10_000n) / max) / 10_000}`)
    this.#tellHold()
  }

  protected override render(): TemplateResult {
    const { state, heldHold } = this
    const message = state === 'signed-out' || state === 'error' || state === 'offline'
    const loading = state === 'loading'
    const covered = message || state === 'empty' || heldHold !== undefined
    return html`<section class="card" part="card" aria-label=${this.say('payTitle')} aria-busy=${loading || this.holding}>
      <div class="view ${loading || message ? 'skeleton' : ''} ${message ? 'veil' : covered ? 'ghost' : ''}" ?inert=${loading || covered}>${this.#renderChoice()}</div>
      ${message ? this.renderMessage(state, this.wallet.problem ?? this.problem) : nothing}
      ${state === 'empty' ? nothingView(this.speech, this.first?.pointsToEarn ?? 0n) : nothing}
      ${!message && !loading && heldHold ? heldView(this.speech, heldHold, this.#money(this.#payAfter(BigInt(heldHold.points))), this.wallet.coalition?.timeZone) : nothing}
      <div class="sr" role="status" aria-live="polite">${loading ? this.say('loading') : this.announcement}</div>
    </section>`
  }

  #renderChoice(): TemplateResult {
    const { first, problem } = this
    return choiceView(
      this.speech,
      {
        available: BigInt(this.wallet.account?.wallet.available ?? 1000),
        max: first?.maxPoints ?? 0n,
        chosen: this.chosen,
        totalMinor: amountOf(this.amount) ?? 0n,
        payMinor: this.#payMinor,
        currency: this.currency,
        earned: this.quote?.pointsToEarn,
        earnedBefore: first?.pointsToEarn ?? 0n,
        demo: this.isDemo,
        holding: this.holding,
        problem: problem && first && this.#refusalText(problem),
      },
      this.#on,
    )
  }

  #setControl(selector: string, value: string): void {
    const control = this.renderRoot.querySelector<HTMLInputElement>(selector)
    if (control !== null && control.value !== value) control.value = value
  }

  #refusalText({ code }: Problem): string {
    return code === 'OFFLINE'
      ? this.say('offlineTitle')
      : this.say(this.speech.knows(code) ? code : 'holdFailed')
  }

  get #payMinor(): bigint {
    return this.#payAfter(this.chosen)
  }

  #payAfter(points: bigint): bigint {
    return (amountOf(this.amount) ?? 0n) - points * (this.first?.faceValueMinor ?? 0n)
  }

  #money(minor: bigint): string {
    return this.speech.money(minor, this.currency)
  }

  #on: ChoiceHandlers = {
    choose: (points) => this.#choose(points),
    drag: ({ type }) => {
      this.#dragging = type === 'pointerdown'
    },
    // A finger lands on round numbers; the keyboard goes point by point.
    slide: ({ target }) => {
      const value = BigInt((target as HTMLInputElement).value)
      this.#choose(this.#dragging ? snapPoints(value, this.first?.maxPoints ?? 0n) : value)
    },
    type: ({ target }) => {
      const digits = (target as HTMLInputElement).value.replace(/\D/g, '')
      this.#choose(BigInt(digits || 0))
      this.typed = digits
    },
    typed: () => {
      this.typed = undefined
    },
    confirm: () => void this.#confirm(),
  }

  #choose(points: bigint): void {
    this.chosen = clampPoints(points, this.first?.maxPoints ?? 0n)
    this.typed = this.problem = undefined
    this.emit('artel:points-change', {
      points: `${this.chosen}`,
      payMinor: `${this.#payMinor}`,
      currency: this.currency,
      orderRef: this.orderRef ?? '',
    })
    this.quote = undefined
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#askChosen(this.chosen), quoteDelayMs)
  }

  /** What the bill may take and would earn without points; then with those that are chosen already. */
  async #askFirst(key: string): Promise<void> {
    await this.#ask(
      0n,
      () => key === this.#firstKey,
      (quote) => {
        this.first = quote
        this.chosen = clampPoints(this.chosen, quote.maxPoints)
        this.quote = this.chosen === 0n ? quote : undefined
        if (this.chosen > 0n) void this.#askChosen(this.chosen)
      },
    )
  }

  #askChosen(points: bigint): Promise<void> {
    return this.#ask(
      points,
      () => points === this.chosen,
      (quote) => {
        this.quote = quote
      },
    )
  }

  /** Asks for a quote and drops the answer when it is no longer the one that is waited for. */
  async #ask(points: bigint, isCurrent: () => boolean, use: (quote: Quote) => void): Promise<void> {
    const request = this.#billOf()
    if (request === undefined || this.session === undefined) return
    try {
      const quote = await this.session.quote(points === 0n ? request : { ...request, points: `${points}` })
      if (isCurrent()) use(quote)
    } catch (failure) {
      if (isCurrent()) this.#fail(failure)
    }
  }

  #fail(failure: unknown): void {
    this.problem = this.asProblem(failure)
    this.report(this.problem)
  }

  #billOf(): { readonly amountMinor: string; readonly currency: string } | undefined {
    const amount = amountOf(this.amount)
    return amount === undefined ? undefined : { amountMinor: `${amount}`, currency: this.currency }
  }

  async #confirm(): Promise<void> {
    const bill = this.#billOf()
    const { session, orderRef, chosen } = this
    if (bill === undefined || session === undefined || !orderRef || chosen === 0n || this.holding) return
    const of = [orderRef, bill.amountMinor, bill.currency, chosen].join()
    // A confirmation that got lost on the way is repeated under its own key, so the points are never held twice.
    if (this.#attempt?.of !== of) this.#attempt = { of, key: newIdempotencyKey() }
    this.holding = true
    this.problem = undefined
    try {
      const outcome = await session.hold({
        ...bill,
        orderRef,
        points: `${chosen}`,
        idempotencyKey: this.#attempt.key,
      })
      this.#attempt = undefined
      if (outcome.refusal !== undefined) {
        this.#fail(outcome.refusal)
        await session.refresh()
      } else {
        this.#replayed = outcome.replayed
        this.announcement = this.say('heldTitle', {}, BigInt(outcome.hold.points))
        this.chosen = 0n
      }
    } catch (failure) {
      this.#fail(failure)
    } finally {
      this.holding = false
    }
    // The pressed button is gone; whoever pressed it goes on from what took its place.
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.held .title')?.focus()
  }

  /** Tells the page of a hold once: of a new one, and of one that was there when the page came. */
  #tellHold(): void {
    const hold = this.heldHold
    if (hold === undefined || this.first === undefined || this.holding || hold.id === this.#told) return
    this.#told = hold.id
    this.emit('artel:hold', {
      holdId: hold.id,
      orderRef: hold.orderRef,
      points: hold.points,
      payMinor: `${this.#payAfter(BigInt(hold.points))}`,
      amountMinor: hold.bill.amountMinor,
      currency: hold.bill.currency,
      expiresAt: hold.expiresAt,
      replayed: this.#replayed,
    })
    this.#replayed = true
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'artel-checkout': ArtelCheckout
  }
}
