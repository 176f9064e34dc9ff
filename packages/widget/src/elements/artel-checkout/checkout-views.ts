import { html, nothing, type TemplateResult } from 'lit'
import type { OpenHold } from '../../session/wallet-session.ts'
import type { Speech } from '../../text/speak.ts'
import { icon } from '../artel-element/icon.ts'

/** The choice so far and its effect on the bill, in points and in minor units of `currency`. */
export interface Choice {
  readonly available: bigint
  readonly max: bigint
  readonly chosen: bigint
  readonly totalMinor: bigint
  readonly payMinor: bigint
  readonly currency: string
  /** Points that will be earned; undefined while the quote is requested. */
  readonly earned: bigint | undefined
  /** Points that would be earned without the choice, shown faintly while `earned` is undefined. */
  readonly earnedBefore: bigint
  readonly demo: boolean
  readonly holding: boolean
  /** Why the last confirmation failed. */
  readonly problem: string | undefined
}

/** Event handlers of the view. */
export interface ChoiceHandlers {
  readonly handlePreset: (points: bigint) => void
  readonly handlePointer: (event: Event) => void
  readonly handleSlide: (event: Event) => void
  readonly handleType: (event: Event) => void
  readonly handleTyped: () => void
  readonly handleConfirm: () => void
}

/** The slider, the number field, the bill and the button. */
export function choiceView(speech: Speech, choice: Choice, on: ChoiceHandlers): TemplateResult {
  const { say } = speech
  const { max, chosen, holding, problem } = choice
  const pay = speech.money(choice.payMinor, choice.currency)
  return html`<header class="row" part="header">
      <div class="grow">
        <p class="title clip">${say('payTitle')}</p>
        <p class="small muted clip"><span data-value>${say('youHave', {}, choice.available)}</span></p>
      </div>
      ${choice.demo ? html`<span class="tag">${say('demo')}</span>` : nothing}
    </header>
    <div class="picker">
      <label class="row">
        <span class="grow">${say('toUse')}</span>
        <input class="field number" part="points-field" inputmode="numeric" autocomplete="off" maxlength="12"
          ?disabled=${holding} @input=${on.handleType} @change=${on.handleTyped} @focus=${handleFieldFocus} />
      </label>
      <input class="slider" part="slider" type="range" min="0" max=${`${max}`} step="1" ?disabled=${holding}
        aria-label=${say('toUse')} aria-valuetext=${say('toUseValue', { pay }, chosen)}
        @pointerdown=${on.handlePointer} @pointerup=${on.handlePointer} @pointercancel=${on.handlePointer} @input=${on.handleSlide} />
      <div class="row ends">
        <button class="link" type="button" ?disabled=${holding} @click=${() => on.handlePreset(0n)}>${say('useNone')}</button>
        <span class="grow"></span>
        <button class="link" type="button" ?disabled=${holding} @click=${() => on.handlePreset(max)}>
          <span data-value>${say('useAll', {}, max)}</span>
        </button>
      </div>
    </div>
    ${summaryView(speech, choice, pay)}
    <div class="act">
      <button class="button" part="confirm" type="button" ?disabled=${chosen === 0n || holding} @click=${on.handleConfirm}>
        ${holding ? say('holding') : chosen === 0n ? say('choose') : say('use', {}, chosen)}
      </button>
      ${
        problem
          ? html`<p class="small problem" part="problem" role="alert">${problem}</p>`
          : html`<p class="fine">${say('finePrint')}</p>`
      }
    </div>`
}

function handleFieldFocus({ target }: Event): void {
  ;(target as HTMLInputElement).select()
}

function summaryView({ say, money }: Speech, choice: Choice, pay: string): TemplateResult {
  const { totalMinor, payMinor, currency, earned, earnedBefore } = choice
  const line = (label: string, value: string, kind = '', valueKind = ''): TemplateResult =>
    html`<div class=${kind}><dt>${label}</dt><dd class="number ${valueKind}"><span data-value>${value}</span></dd></div>`
  return html`<dl class="summary" part="summary">
    ${line(say('bill'), money(totalMinor, currency))}
    ${line(say('byPoints'), money(payMinor - totalMinor, currency))}
    ${line(say('youPay'), pay, 'total')}
    ${line(say('youEarn'), `+${say('points', {}, earned ?? earnedBefore)}`, 'earn', earned === undefined ? 'pending' : '')}
  </dl>`
}

/** The held points, what happens next, and how to cancel the hold. */
export function heldView(
  speech: Speech,
  { points, member, expiresAt }: Pick<OpenHold, 'points' | 'expiresAt'> & { readonly member: string },
  pay: string,
  timeZone: string | undefined,
): TemplateResult {
  const { say } = speech
  return html`<div class="held" part="held">
    <span class="badge-icon">${icon('check')}</span>
    <p class="title" tabindex="-1">${say('heldTitle', {}, BigInt(points))}</p>
    <p class="pay"><span class="muted small">${say('youPay')}</span><span class="number">${pay}</span></p>
    <p>${say('heldText', { member })}</p>
    <div class="after fine">
      <p>${say('heldUntil', { date: speech.date(expiresAt, timeZone) })}</p>
      <p>${say('heldChange', { member })}</p>
    </div>
  </div>`
}

/** The customer has no points that this bill may take; what the bill will earn. */
export function emptyView({ say }: Speech, earned: bigint): TemplateResult {
  return html`<div class="message" part="message">
    <span class="badge-icon">${icon('empty')}</span>
    <p class="title">${say('nothingTitle')}</p>
    <p class="muted">${say('nothingText', {}, earned)}</p>
  </div>`
}
