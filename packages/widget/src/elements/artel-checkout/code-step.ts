import type { html as Html, TemplateResult } from 'lit'
import { codeDocument } from '../../generated/code-document.ts'
import type { HoldOutcome, HoldRequest, WalletSession } from '../../session/wallet-session.ts'

/** What the step needs of the checkout. It is handed in, so that this module imports nothing and stays a file of its own. */
export interface CodeStep {
  readonly html: typeof Html
  readonly session: WalletSession
  /** The hold that takes a code: it comes again with it, under the same key. */
  readonly wish: HoldRequest
  readonly host: CodeHost
}

/** What the step reads of the checkout, and where it is shown. */
export interface CodeHost {
  readonly renderRoot: ShadowRoot
  readonly speech: { readonly locale: string }
  /** Of whom and for what the step asks: when the page changes one of these, the step is over. */
  readonly session: WalletSession | undefined
  readonly amount: string | number | undefined
  readonly currency: string
  readonly orderRef: string | undefined
  readonly updateComplete: Promise<unknown>
  requestUpdate(): void
  step: TemplateResult | undefined
  /** The button says that points are being held; not while the customer is asked. */
  holding: boolean
}

/** A code that went out. Until it ends it is asked for again instead of another. */
interface SentCode {
  readonly id: string
  /** Null where the token may not see it. */
  readonly address: string | null
  readonly points: bigint
  readonly atMs: number
}

const sentCodes = new WeakMap<WalletSession, SentCode>()
/** A little less than a code lives. */
const codeLivesMs = 540_000

/** Of the step alone, so here; strict policies allow sheets that are made in script. */
const styles =
  '[part=code-step]{gap:10px}[part=code-field]{width:8.5em;text-align:center;letter-spacing:.15em}'

function dress(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets.push(sheet)
  dressed.add(root)
}
const dressed = new WeakSet<ShadowRoot>()

/**
 * Asks the customer for the code of the API's message, as often as it takes. Resolves to the answer of the hold, or to
 * undefined when the customer turned back.
 */
export function askCode({ html, session, wish, host }: CodeStep): Promise<HoldOutcome | undefined> {
  const root = host.renderRoot
  if (!dressed.has(root)) dress(root)
  const text = words[host.speech.locale.startsWith('ru') ? 'ru' : 'en']
  const points = BigInt(wish.points)
  let sent = sentCodes.get(session)
  if (sent && (sent.points < points || Date.now() - sent.atMs > codeLivesMs)) sent = undefined
  return new Promise((resolve) => {
    let problem = ''
    let busy = false
    const field = () => root.querySelector<HTMLInputElement>('[part=code-field]')
    let isOver = false
    const asked = askedFor(host)
    const draw = async () => {
      // A customer who signed out, or another bill, has nothing to confirm here any more.
      isOver ||= host.session !== session || askedFor(host) !== asked
      host.step = isOver ? undefined : view()
      host.holding = false
      host.requestUpdate()
      await host.updateComplete
    }
    const end = async (outcome?: HoldOutcome) => {
      isOver = true
      await draw()
      resolve(outcome)
    }
    /** One thing at a time; what fails is said, and the focus stays with the code. */
    const run = async (work: () => Promise<string | undefined>) => {
      if (busy) return
      busy = true
      problem = ''
      await draw()
      if (isOver) return resolve(undefined)
      try {
        problem = (await work()) ?? ''
      } catch {
        problem = text.failed
      }
      busy = false
      await draw()
      field()?.focus()
    }
    const send = () =>
      run(async () => {
        const idempotencyKey = `${wish.idempotencyKey} ${Date.now()}`
        const input = { purpose: 'SPEND', points: wish.points, locale: text.locale, idempotencyKey } as const
        const answer = (await session.mutate?.(codeDocument, { input }))?.confirmationRequest
        if (!answer) return text.failed
        if (answer.__typename !== 'ConfirmationRequestPayload')
          return text.refusals[answer.code] ?? text.failed
        sent = { id: answer.confirmationId, address: answer.maskedAddress, points, atMs: Date.now() }
        sentCodes.set(session, sent)
      })
    const submit = (event: Event) => {
      event.preventDefault()
      const code = field()?.value.replace(/\D/g, '') ?? ''
      void run(async () => {
        if (!sent || code.length !== 6) return text.digits
        const outcome = await session.hold({ ...wish, confirmation: { id: sent.id, code } })
        const refused = outcome.refusal && text.refusals[outcome.refusal.code]
        if (refused) return refused
        sentCodes.delete(session)
        await end(outcome)
      })
    }
    const view = (): TemplateResult => html`<form class="held" part="code-step" novalidate @submit=${submit}>
      <p class="title">${text.title}</p>
      <p class="muted" role="status">${sent ? (sent.address ? `${text.sentTo} ${sent.address}` : text.sent) : busy ? text.sending : ''}</p>
      <input class="field number" part="code-field" inputmode="numeric" autocomplete="one-time-code" maxlength="7"
        aria-label=${text.code} aria-invalid=${problem ? 'true' : 'false'} ?disabled=${!sent} />
      ${problem ? html`<p class="small problem" part="code-problem" role="alert">${problem}</p>` : ''}
      <button class="button" part="code-confirm" ?disabled=${busy || !sent}>${text.confirm}</button>
      <div class="row">
        <button class="link" part="code-resend" type="button" ?disabled=${busy} @click=${send}>${text.resend}</button>
        <button class="link" part="code-cancel" type="button" @click=${() => void end()}>${text.cancel}</button>
      </div>
    </form>`
    if (sent) void draw().then(() => field()?.focus())
    else void send()
  })
}

const askedFor = ({ amount, currency, orderRef }: CodeHost): string => [amount, currency, orderRef].join()

interface Words {
  readonly locale: 'en' | 'ru'
  readonly title: string
  readonly sent: string
  readonly sentTo: string
  readonly sending: string
  readonly code: string
  readonly digits: string
  readonly confirm: string
  readonly resend: string
  readonly cancel: string
  readonly failed: string
  /** By the code of the refusal. */
  readonly refusals: Readonly<Record<string, string>>
}

/** Here and not in the table of texts, which every page loads. */
const words: Readonly<Record<'en' | 'ru', Words>> = {
  en: {
    locale: 'en',
    title: 'Confirm with a code',
    sent: 'We sent a code',
    sentTo: 'We sent a code to',
    sending: 'Sending a code',
    code: 'Code from the message',
    digits: 'Enter the six digits of the code.',
    confirm: 'Confirm',
    resend: 'Send another',
    cancel: 'Go back',
    failed: 'That did not work. Please try again.',
    refusals: {
      CONFIRMATION_INVALID: 'This code does not fit.',
      CONFIRMATION_EXPIRED: 'The code has expired. Ask for another.',
      CONFIRMATION_TOO_SOON: 'A code was sent already. Wait a little.',
      CONFIRMATION_UNAVAILABLE: 'Codes cannot be sent here at the moment.',
      NO_CONFIRMATION_CHANNEL: 'We have no phone or e-mail to send a code to.',
    },
  },
  ru: {
    locale: 'ru',
    title: 'Подтвердите кодом',
    sent: 'Код отправлен',
    sentTo: 'Код отправлен на',
    sending: 'Отправляем код',
    code: 'Код из сообщения',
    digits: 'Введите шесть цифр кода.',
    confirm: 'Подтвердить',
    resend: 'Отправить ещё раз',
    cancel: 'Назад',
    failed: 'Не получилось. Попробуйте ещё раз.',
    refusals: {
      CONFIRMATION_INVALID: 'Этот код не подходит.',
      CONFIRMATION_EXPIRED: 'Срок кода вышел. Запросите новый.',
      CONFIRMATION_TOO_SOON: 'Код уже отправлен. Немного подождите.',
      CONFIRMATION_UNAVAILABLE: 'Сейчас коды здесь не отправляются.',
      NO_CONFIRMATION_CHANNEL: 'Нам некуда отправить код: нет телефона и почты.',
    },
  },
}
