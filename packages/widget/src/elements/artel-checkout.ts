import { newIdempotencyKey } from '@artel/sdk/browser'
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import type { OpenHold, Problem, Quote } from '../session/wallet-session.ts'
import { base } from '../styles/base.ts'
import { checkout as checkoutStyles } from '../styles/checkout.ts'
import { ArtelElement } from './artel-element.ts'
import type { ArtelState } from './events.ts'
import { icon } from './icon.ts'
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
    if (this.amount !== undefined && amountOf(this.amount) === undefined) return 'error'
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
      ${state === 'empty' ? this.#renderEmpty() : nothing}
      ${!message && !loading && heldHold ? this.#renderHeld(heldHold) : nothing}
      <div class="sr" role="status" aria-live="polite">${loading ? this.say('loading') : this.announcement}</div>
    </section>`
  }

  #renderChoice(): TemplateResult {
    const max = this.first?.maxPoints ?? 0n
    const { chosen } = this
    const available = BigInt(this.wallet.account?.wallet.available ?? 1000)
    return html`<header class="row" part="header">
        <div class="grow">
          <p class="title clip">${this.say('payTitle')}</p>
          <p class="small muted clip"><span data-value>${this.say('youHave', {}, available)}</span></p>
        </div>
        ${this.isDemo ? html`<span class="tag">${this.say('demo')}</span>` : nothing}
      </header>
      <div class="picker">
        <label class="row">
          <span class="grow">${this.say('toUse')}</span>
          <input class="field number" part="points-field" inputmode="numeric" autocomplete="off" maxlength="12" ?disabled=${this.holding}
            @input=${this.#onType} @change=${this.#onTyped} @focus=${this.#selectAll} />
        </label>
        <input class="slider" part="slider" type="range" min="0" max=${`${max}`} step="1"
          ?disabled=${this.holding} aria-label=${this.say('toUse')}
          aria-valuetext=${this.say('toUseValue', { pay: this.#money(this.#payMinor) }, chosen)}
          @pointerdown=${this.#onGrab} @pointerup=${this.#onLetGo} @pointercancel=${this.#onLetGo} @input=${this.#onSlide} />
        <div class="row ends">
          <button class="link" type="button" ?disabled=${this.holding} @click=${() => this.#choose(0n)}>${this.say('useNone')}</button>
          <span class="grow"></span>
          <button class="link" type="button" ?disabled=${this.holding} @click=${() => this.#choose(max)}>
            <span data-value>${this.say('useAll', {}, max)}</span>
          </button>
        </div>
      </div>
      ${this.#renderSummary()}
      <div class="act">
        <button class="button" part="confirm" type="button" ?disabled=${chosen === 0n || this.holding} @click=${this.#confirm}>
          ${this.holding ? this.say('holding') : chosen === 0n ? this.say('choose') : this.say('use', {}, chosen)}
        </button>
        ${
          this.problem && this.first
            ? html`<p class="small problem" part="problem" role="alert">${this.#refusalText(this.problem)}</p>`
            : html`<p class="fine">${this.say('finePrint')}</p>`
        }
      </div>`
  }

  #renderSummary(): TemplateResult {
    const total = amountOf(this.amount) ?? 0n
    const earned = this.quote?.pointsToEarn
    return html`<dl class="summary" part="summary">
      <div><dt>${this.say('bill')}</dt><dd class="number"><span data-value>${this.#money(total)}</span></dd></div>
      <div><dt>${this.say('byPoints')}</dt><dd class="number"><span data-value>${this.#money(this.#payMinor - total)}</span></dd></div>
      <div class="total"><dt>${this.say('youPay')}</dt><dd class="number"><span data-value>${this.#money(this.#payMinor)}</span></dd></div>
      <div class="earn"><dt>${this.say('youEarn')}</dt>
        <dd class="number ${earned === undefined ? 'pending' : ''}"><span data-value>${this.#earnText()}</span></dd></div>
    </dl>`
  }

  #renderHeld(hold: OpenHold): TemplateResult {
    const points = BigInt(hold.points)
    const member = hold.member.name
    const pay = this.#money(this.#payAfter(points))
    return html`<div class="held" part="held">
      <span class="badge-icon">${icon('check')}</span>
      <p class="title" tabindex="-1">${this.say('heldTitle', {}, points)}</p>
      <p class="pay"><span class="muted small">${this.say('youPay')}</span> <span class="number">${pay}</span></p>
      <p>${this.say('heldText', { member })}</p>
      <div class="after fine">
        <p>${this.say('heldUntil', { date: this.speech.date(hold.expiresAt, this.wallet.coalition?.timeZone) })}</p>
        <p>${this.say('heldChange', { member })}</p>
      </div>
    </div>`
  }

  #renderEmpty(): TemplateResult {
    return html`<div class="message" part="message">
      <span class="badge-icon">${icon('empty')}</span>
      <p class="title">${this.say('nothingTitle')}</p>
      <p class="muted">${this.say('nothingText', {}, this.first?.pointsToEarn ?? 0n)}</p>
    </div>`
  }

  #setControl(selector: string, value: string): void {
    const control = this.renderRoot.querySelector<HTMLInputElement>(selector)
    if (control !== null && control.value !== value) control.value = value
  }

  #earnText(): string {
    const earned = this.quote?.pointsToEarn ?? this.first?.pointsToEarn ?? 0n
    return `+${this.points(earned)}`
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

  #onGrab(): void {
    this.#dragging = true
  }

  #onLetGo(): void {
    this.#dragging = false
  }

  /** A finger lands on round numbers; the keyboard goes point by point. */
  #onSlide(event: Event): void {
    const max = this.first?.maxPoints ?? 0n
    const value = BigInt((event.target as HTMLInputElement).value)
    this.#choose(this.#dragging ? snapPoints(value, max) : value)
  }

  #onType(event: Event): void {
    const digits = (event.target as HTMLInputElement).value.replace(/\D/g, '')
    this.#choose(BigInt(digits || 0))
    this.typed = digits
  }

  #onTyped(): void {
    this.typed = undefined
  }

  #selectAll(event: Event): void {
    ;(event.target as HTMLInputElement).select()
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

  async #askFirst(key: string): Promise<void> {
    const request = this.#billOf()
    if (request === undefined || this.session === undefined) return
    try {
      const quote = await this.session.quote(request)
      if (key !== this.#firstKey) return
      this.first = quote
      this.chosen = clampPoints(this.chosen, quote.maxPoints)
      this.quote = this.chosen === 0n ? quote : undefined
      if (this.chosen > 0n) await this.#askChosen(this.chosen)
    } catch (failure) {
      if (key !== this.#firstKey) return
      this.problem = this.asProblem(failure)
      this.report(this.problem)
    }
  }

  async #askChosen(points: bigint): Promise<void> {
    const request = this.#billOf()
    if (request === undefined || this.session === undefined) return
    try {
      const quote = await this.session.quote(points === 0n ? request : { ...request, points: `${points}` })
      if (points === this.chosen) this.quote = quote
    } catch (failure) {
      if (points !== this.chosen) return
      this.problem = this.asProblem(failure)
      this.report(this.problem)
    }
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
        this.problem = outcome.refusal
        this.report(this.problem)
        await session.refresh()
      } else {
        this.#replayed = outcome.replayed
        this.announcement = this.say('heldTitle', {}, BigInt(outcome.hold.points))
        this.chosen = 0n
      }
    } catch (failure) {
      this.problem = this.asProblem(failure)
      this.report(this.problem)
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
