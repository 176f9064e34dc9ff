import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import type { Account, WalletState } from '../../session/wallet-session.ts'
import { elementStyles } from '../artel-element/artel-element.styles.ts'
import { ArtelElement } from '../artel-element/artel-element.ts'
import { brandImage } from '../artel-element/brand-color.ts'
import type { ArtelState } from '../artel-element/events.ts'
import { icon } from '../artel-element/icon.ts'
import { walletStyles } from './artel-wallet.styles.ts'
import type { Benefits, BenefitsHost } from './wallet-benefits.ts'

/** What is shown of an account. */
interface Shown extends Pick<Account, 'name' | 'card' | 'activity'> {
  readonly wallet: Omit<Account['wallet'], 'cursor'>
}

/** Shown as a skeleton while the wallet loads, so the element has its final height. */
const placeholder: Shown = {
  name: 'Xxxx Xxxxxxx',
  card: { number: '0000000000000000', status: 'ACTIVE' },
  wallet: {
    balance: '1000',
    available: '1000',
    reserved: '100',
    pending: '100',
    debt: '0',
    elsewhere: '0',
    expiringSoon: null,
  },
  activity: { nodes: [] },
}

/**
 * A customer's points: balance, what is available and held, what expires soon, last events, the card, vouchers and tier.
 *
 * @tag artel-wallet
 * @attr events - How many last events to show, 0 to 5. Defaults to 3.
 * @slot signed-out - Shown to a visitor who is not signed in; by default a link to `sign-in-url`.
 * @fires {CustomEvent<StateDetail>} artel:state - The element shows another state.
 * @fires {CustomEvent<BalanceDetail>} artel:balance - The balance was loaded or changed.
 * @fires {CustomEvent<Problem>} artel:error - A call failed.
 * @csspart card - The whole.
 * @csspart header - Names of programme and customer.
 * @csspart logo - The member's picture or letter.
 * @csspart balance - The big number.
 * @csspart notice - The line on expiry or debt.
 * @csspart facts - Available, held, on the way.
 * @csspart events - The list of last events.
 * @csspart event - One of them.
 * @csspart elsewhere - How many of the points other partners gave: their events are not shown on a member's page.
 * @csspart card-number - The line of the card; opens its code.
 * @csspart card-dialog - The code to show at the till.
 * @csspart vouchers - The line of vouchers and of the tier; opens them.
 * @csspart vouchers-dialog - Vouchers, and what is missing for the next tier.
 * @csspart voucher - One of them.
 * @csspart voucher-code - Its code, to say at the till.
 * @csspart tier - Where the customer stands on a ladder of tiers.
 * @csspart message - Text of the signed-out, error and offline states.
 * @csspart retry - "Try again".
 * @csspart sign-in - "Sign in".
 * @csspart request-id - Id of the failed request.
 */
export class ArtelWallet extends ArtelElement {
  static override styles = [elementStyles, walletStyles]
  static override properties: PropertyDeclarations = {
    events: { type: Number },
    announcement: { state: true },
    logoFailed: { state: true },
    benefits: { state: true },
    codes: { state: true },
  }
  declare events: number | undefined
  declare private announcement: string
  declare private logoFailed: boolean
  declare private benefits: Benefits | undefined
  declare private codes: typeof import('./card-code.ts') | undefined
  #asksCodes = false
  /** The account and language for which they were read. */
  #benefitsFor: unknown[] = []
  /** The balance that was shown last, as `balanceKey` writes it. */
  #lastBalance: string | undefined
  #isBalanceNew = false

  constructor() {
    super()
    this.announcement = ''
    this.logoFailed = false
  }

  override get state(): ArtelState {
    const { status, account } = this.wallet
    if (status !== 'ready') return status
    if (account !== undefined && isEmpty(account)) return 'empty'
    return this.isDemo ? 'demo' : 'ready'
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const now = this.wallet.account?.wallet
    const before = this.#lastBalance
    this.#lastBalance = now && balanceKey(now)
    this.#isBalanceNew = this.#lastBalance !== before
    if (now && before && this.#isBalanceNew) {
      const points = (count: string) => this.say('points', {}, BigInt(count))
      this.announcement = `${this.say('balance')}: ${points(now.balance)}. ${this.say('available')}: ${points(now.available)}`
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    this.applyBrand(this.wallet.brand)
    this.#loadCodes()
    this.#readBenefits()
    const now = this.wallet.account?.wallet
    if (now && this.#isBalanceNew) {
      this.emit('artel:balance', { balance: now.balance, available: now.available, reserved: now.reserved })
    }
  }

  /** The code to show at the till is a module of its own, which is there before anybody needs it: at the till there may be no network. */
  #loadCodes(): void {
    if (this.#asksCodes || !this.wallet.account?.card) return
    this.#asksCodes = true
    import('./card-code.ts')
      .then((codes) => {
        this.codes = codes
      })
      .catch(() => {
        this.#asksCodes = false
      })
  }

  /** Vouchers and tiers are a module of their own, and what they are may have changed with the balance. */
  #readBenefits(): void {
    const { account } = this.wallet
    const { locale } = this.speech
    const [knownAccount, knownLocale] = this.#benefitsFor
    if (!account || (knownAccount === account && knownLocale === locale)) return
    this.#benefitsFor = [account, locale]
    // What the module shows and reads of the element is nobody else's to use.
    const host = this as unknown as BenefitsHost
    import('./wallet-benefits.ts')
      .then(({ readBenefits }) => readBenefits({ html, icon, account, host }))
      .then((benefits) => {
        if (this.#benefitsFor[0] === account) this.benefits = benefits
      })
      .catch(() => {})
  }

  protected override sessionChanged(): void {
    this.#lastBalance = undefined
    this.logoFailed = false
  }

  protected override render(): TemplateResult {
    const { status, account, problem } = this.wallet
    const hidden = status !== 'ready' && status !== 'loading'
    return html`<section class="card" part="card" aria-label=${this.say('balance')} aria-busy=${status === 'loading'}>
      <div class="view ${account ? '' : 'skeleton'} ${hidden ? 'veil' : ''}" ?inert=${!account}>
        ${this.#renderAccount(account ?? placeholder, this.wallet)}
      </div>
      ${hidden ? this.renderMessage(status, problem) : nothing}
      <div class="sr" role="status" aria-live="polite">${status === 'loading' ? this.say('loading') : this.announcement}</div>
    </section>`
  }

  #renderAccount(account: Shown, { brand, coalition }: WalletState): TemplateResult {
    const { balance, available, reserved, pending } = account.wallet
    const total = BigInt(balance)
    const picture = this.logoFailed ? undefined : brandImage(brand?.brandLogoUrl)
    const name = coalition ? this.named(coalition.name) : 'Xxxxxxxx'
    return html`<header class="row" part="header">
        <span class="mark" part="logo" data-value aria-hidden="true">${
          picture
            ? html`<img src=${picture} alt="" width="40" height="40" referrerpolicy="no-referrer" @error=${this.#handleLogoError} />`
            : html`<span>${[...name][0]}</span>`
        }</span>
        <div class="grow">
          <p class="strong clip"><span data-value>${name}</span></p>
          <p class="small muted clip"><span data-value>${this.named(account.name)}</span></p>
        </div>
        ${this.isDemo ? html`<span class="tag">${this.say('demo')}</span>` : nothing}
      </header>
      <p class="balance" part="balance">
        <span class="figure number" data-value>${this.speech.number(total)}</span> <span class="muted" data-value>${this.say('unit', {}, total)}</span>
      </p>
      ${this.#renderNotice(account)}
      <dl class="facts" part="facts">
        ${this.#renderFact(this.say('available'), available)} ${this.#renderFact(this.say('held'), reserved)}
        ${this.#renderFact(this.say('pending'), pending)}
      </dl>
      ${this.#eventCount > 0 ? this.#renderEvents(account) : nothing}
      ${account.card ? this.#renderCard(account.card.number) : nothing} ${this.#renderBenefits()}`
  }

  /** Those of this customer; until they are there, their place. */
  #renderBenefits(): TemplateResult {
    const { account } = this.wallet
    return this.benefits && this.benefits.id === account?.id
      ? this.benefits.view()
      : html`<div class="row plastic ${account ? 'ghost' : ''}" aria-hidden="true"></div>`
  }

  #renderFact(label: string, points: string): TemplateResult {
    return html`<div>
      <dt class="fine clip">${label}</dt>
      <dd class="strong number"><span data-value>${this.speech.number(BigInt(points))}</span></dd>
    </div>`
  }

  #renderNotice({ wallet }: Shown): TemplateResult {
    const { expiringSoon, debt } = wallet
    const owed = BigInt(debt)
    const zone = this.wallet.coalition?.timeZone
    const text =
      owed > 0n
        ? this.say('debt', {}, owed)
        : expiringSoon
          ? this.say(
              'expiring',
              { date: this.speech.date(expiringSoon.at, zone, 'short') },
              BigInt(expiringSoon.points),
            )
          : this.say('nothingExpires')
    const urgent = owed > 0n || expiringSoon !== null
    return html`<p class="notice small ${urgent ? 'urgent' : 'muted'}" part="notice">
      <span data-value>${icon('clock')}<span class="clip">${text}</span></span>
    </p>`
  }

  get #eventCount(): number {
    return Math.min(5, Math.max(0, Math.trunc(this.events ?? 3)))
  }

  /** Those at the page's member, and of what other partners gave one line. */
  #renderEvents({ activity, wallet }: Shown): TemplateResult {
    const elsewhere = BigInt(wallet.elsewhere)
    const rows = activity.nodes.slice(0, this.#eventCount)
    const spare = this.#eventCount - rows.length
    const none = rows.length === 0 && this.wallet.status === 'ready'
    return html`<div class="activity">
      <p class="fine clip">
        <span id="activity">${this.say('activity')}</span>${elsewhere > 0n ? html`<span part="elsewhere"> · ${this.say('elsewhere', {}, elsewhere)}</span>` : nothing}
      </p>
      <div class="stack">
        ${none ? html`<p class="none small muted">${this.say('noActivity')}</p>` : nothing}
        <ul part="events" aria-labelledby="activity" aria-hidden=${none ? 'true' : nothing}>
          ${rows.map((row) => this.#renderEvent(row))}
          ${Array.from({ length: spare }, () => this.#renderSpare())}
        </ul>
      </div>
    </div>`
  }

  #renderEvent(row: Account['activity']['nodes'][number]): TemplateResult {
    const sign = row.points === '0' ? '' : row.points.startsWith('-') ? '−' : '+'
    const amount = BigInt(row.points.replace('-', ''))
    const what = this.speech.knows(row.kind) ? this.say(row.kind) : row.kind
    const day = this.speech.date(row.postedAt, this.wallet.coalition?.timeZone, 'short')
    const shape = sign === '+' ? 'plus' : sign === '−' ? 'minus' : 'hold'
    return html`<li class="row" part="event">
      <span class="dot ${shape}">${icon(shape)}</span>
      <div class="grow">
        <p class="clip">${row.member ? this.named(row.member.name) : what}</p>
        <p class="fine clip">${row.member ? `${what}, ` : nothing}${day}</p>
      </div>
      <span class="strong number ${sign === '+' ? 'positive' : ''}">${sign}${this.speech.number(amount)}</span>
    </li>`
  }

  /** An invisible row in the place of an event that is missing or not loaded. */
  #renderSpare(): TemplateResult {
    return html`<li class="row spare" aria-hidden="true">
      <span class="dot" data-value></span>
      <div class="grow">
        <p><span data-value>Xxxxxxxxxxxx</span></p>
        <p class="fine"><span data-value>Xxxxxxxx</span></p>
      </div>
      <span class="number"><span data-value>+000</span></span>
    </li>`
  }

  #renderCard(number: string): TemplateResult {
    const digits = number.replace(/(.{4})(?=.)/g, '$1\u00a0')
    const code = this.codes?.cardCode(number)
    const size = (this.codes?.codeSize ?? 0) + 4
    const row = html`<span class="fine">${this.say('card')}</span>
      <span class="number grow clip digits"><span data-value>${digits}</span></span>`
    if (code === undefined) return html`<div class="row plastic" part="card-number">${row}</div>`
    return html`<button class="row plastic" part="card-number" type="button" aria-haspopup="dialog" @click=${this.#handleCardClick}>
        ${row}${icon('code')}
      </button>
      <dialog part="card-dialog" aria-label=${this.say('card')} @click=${this.#handleDialogClick}>
        <p class="strong">${this.named(this.wallet.coalition?.name ?? '')}</p>
        <svg class="code" viewBox=${`-2 -2 ${size} ${size}`} shape-rendering="crispEdges" aria-hidden="true">
          <path d=${code}></path>
        </svg>
        <p class="number digits-big">${digits}</p>
        <p class="fine">${this.say('cardHint')}</p>
        <button class="button quiet" type="button">${this.say('close')}</button>
      </dialog>`
  }

  #handleCardClick(): void {
    this.renderRoot.querySelector('dialog')?.showModal()
  }

  /** A click anywhere closes the dialog, which is shown at the till for a moment. */
  #handleDialogClick(): void {
    this.renderRoot.querySelector('dialog')?.close()
  }

  #handleLogoError(): void {
    this.logoFailed = true
  }
}

function isEmpty({ wallet, activity }: Account): boolean {
  return wallet.balance === '0' && wallet.pending === '0' && activity.nodes.length === 0
}

function balanceKey({ balance, available, reserved }: Account['wallet']): string {
  return `${balance}/${available}/${reserved}`
}

declare global {
  interface HTMLElementTagNameMap {
    'artel-wallet': ArtelWallet
  }
}
