import type { html as Html, TemplateResult } from 'lit'
import { benefitsDocument } from '../../generated/benefits-document.ts'
import type { WidgetBenefitsQuery } from '../../generated/graphql.ts'
import type { Account, WalletSession } from '../../session/wallet-session.ts'
import type { Speech } from '../../text/speak.ts'
import type { icon as Icon } from '../artel-element/icon.ts'

type Read = NonNullable<WidgetBenefitsQuery['viewer']['customer']>['wallet']
type Voucher = Read['vouchers'][number]
type Standing = Read['tiers'][number]

/** What a customer has beside points, as the wallet shows it. */
export interface Benefits {
  /** Whose. */
  readonly id: string
  view(): TemplateResult
}

/** What is read, and for whom. It is handed in, so that this module imports nothing and stays a file of its own. */
export interface AskedBenefits {
  readonly html: typeof Html
  readonly icon: typeof Icon
  readonly account: Account
  readonly host: BenefitsHost
}

/** What the benefits read of the wallet. */
export interface BenefitsHost {
  readonly renderRoot: ShadowRoot
  readonly session: WalletSession | undefined
  readonly speech: Speech
  readonly isDemo: boolean
  /** A name of the API as the page writes it. */
  named(name: string): string
}

const styles = `[part=vouchers] .grow{text-align:end}
dialog[part=vouchers-dialog][open]{color-scheme:inherit;text-align:start;justify-items:stretch;gap:6px;max-height:calc(100vh - 48px);overflow:auto}
[part=voucher]{display:grid;gap:2px;padding-block:12px}[part=voucher]+[part=voucher]{border-top:1px solid var(--_line)}
[part=voucher-code]{justify-self:start;margin-top:6px;padding:6px 12px;border:1px dashed var(--_muted);border-radius:10px;font-size:1.125em;font-weight:600;letter-spacing:.06em;user-select:all}
[part=tier]{margin-top:6px;padding-top:12px;border-top:1px solid var(--_line)}`

const dressed = new WeakSet<ShadowRoot>()

/** Reads the vouchers and tiers of the customer who is shown. Rejects as the session does; undefined when nobody is signed in any more. */
export async function readBenefits(asked: AskedBenefits): Promise<Benefits | undefined> {
  const { account, host } = asked
  const root = host.renderRoot
  if (!dressed.has(root)) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    root.adoptedStyleSheets.push(sheet)
    dressed.add(root)
  }
  const language = host.speech.locale.startsWith('ru') ? 'ru' : 'en'
  if (host.isDemo) {
    const { balance, pending } = account.wallet
    const isEmpty = balance === '0' && pending === '0'
    return {
      id: account.id,
      view: () => view(asked, isEmpty ? nothingYet : sample(language), words[language]),
    }
  }
  const { viewer } =
    (await host.session?.asAnyone?.(undefined, (client) =>
      client.query(benefitsDocument, { language: language === 'ru' ? 'RU' : 'EN' }),
    )) ?? {}
  const customer = viewer?.customer
  return customer ? { id: customer.id, view: () => view(asked, customer.wallet, words[language]) } : undefined
}

function view({ html, icon, host }: AskedBenefits, { vouchers, tiers }: Read, text: Words): TemplateResult {
  const usable = vouchers.filter(({ state }) => state === 'ISSUED')
  const tier = tiers.find((standing) => standing.tier)?.tier
  const voucher = ({ code, sentence, lastDay, at }: Voucher) => html`<li part="voucher">
      <p class="strong">${sentence}</p>
      <p class="fine">${at.map(({ name }) => host.named(name)).join(', ')}, ${text.until} ${dayOf(lastDay, host.speech.locale)}</p>
      <span class="number" part="voucher-code">${code}</span>
    </li>`
  return html`<button class="row plastic" part="vouchers" type="button" aria-haspopup="dialog" @click=${open}>
      <span>${text.vouchers}</span>
      <span class="grow clip"><span class="strong number">${usable.length}</span>${tier ? html` <span class="tag">${tier.name}</span>` : ''}</span>
      ${icon('empty')}
    </button>
    <dialog part="vouchers-dialog" aria-label=${text.vouchers} @click=${closeOutside}>
      <p class="strong">${text.vouchers}</p>
      ${usable.length > 0 ? html`<ul aria-label=${text.vouchers}>${usable.map(voucher)}</ul><p class="fine">${text.hint}</p>` : html`<p class="small muted">${text.none}</p>`}
      ${tiers.map((standing) => tierOf(standing, { html, host, text }))}
      <button class="button quiet" type="button" @click=${close}>${text.close}</button>
    </dialog>`
}

function tierOf(
  { ladder, tier, next }: Standing,
  { html, host, text }: Pick<AskedBenefits, 'html' | 'host'> & { readonly text: Words },
): TemplateResult {
  const { spend, visits } = next?.missing ?? {}
  const missing = spend
    ? host.speech.money(BigInt(spend.amountMinor), spend.currency)
    : text.days(host.speech.number(BigInt(visits ?? 0)), Number(visits ?? 0))
  return html`<div part="tier">
    <p class="fine">${text.tier}${ladder.member ? `, ${host.named(ladder.member.name)}` : ''}</p>
    <p class="strong">${tier?.name ?? text.noTier}</p>
    ${next ? html`<p class="small muted">${text.next(next.tier.name, missing)}</p>` : ''}
  </div>`
}

/** The button stands before its dialog. */
const open = ({ currentTarget }: Event): void =>
  ((currentTarget as Element).nextElementSibling as HTMLDialogElement).showModal()
const close = ({ currentTarget }: Event): void => (currentTarget as Element).closest('dialog')?.close()
/** A click on what lies around the dialog is a click on the dialog itself. */
const closeOutside = ({ currentTarget, target }: Event): void => {
  if (target === currentTarget) (target as HTMLDialogElement).close()
}

/** A day of the calendar, whole on one line. */
const dayOf = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
    .format(new Date(day))
    .replaceAll(' ', '\u00a0')

interface Words {
  readonly vouchers: string
  readonly none: string
  readonly hint: string
  readonly until: string
  readonly tier: string
  readonly noTier: string
  readonly close: string
  /** What is missing for the next tier. */
  readonly next: (name: string, missing: string) => string
  readonly days: (number: string, count: number) => string
}

/** Here and not in the table of texts, which every page loads. */
const words: Readonly<Record<'en' | 'ru', Words>> = {
  en: {
    vouchers: 'Vouchers',
    none: 'No vouchers yet: partners give them with a purchase.',
    hint: 'Say the code, or show it, before you pay.',
    until: 'until',
    tier: 'Your tier',
    noTier: 'None yet',
    close: 'Close',
    next: (name, missing) => `${missing} more to ${name}`,
    days: (number, count) => `${number}\u00a0${count === 1 ? 'visit' : 'visits'}`,
  },
  ru: {
    vouchers: 'Купоны',
    none: 'Купонов пока нет: партнёры дают их за покупки.',
    hint: 'Назовите или покажите код до оплаты.',
    until: 'до',
    tier: 'Ваш уровень',
    noTier: 'Пока нет',
    close: 'Закрыть',
    next: (name, missing) => `До уровня «${name}» осталось: ${missing}`,
    days: (number, count) =>
      `${number}\u00a0${{ one: 'визит', few: 'визита' }[new Intl.PluralRules('ru').select(count) as string] ?? 'визитов'}`,
  },
}

const nothingYet: Read = { vouchers: [], tiers: [] }

/** Sample data, which sends nothing. */
function sample(language: 'en' | 'ru'): Read {
  const say = (en: string, ru: string) => (language === 'ru' ? ru : en)
  const lastDay = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
  const sentence = say('20\u00a0% off, at most ₽300', 'Скидка 20\u00a0%, не больше 300\u00a0₽')
  const missing = { spend: { amountMinor: '320000', currency: 'RUB' }, visits: null }
  return {
    vouchers: [
      {
        ...{ id: 'vch_demo', code: '7K3M-9QXA-2B4C', state: 'ISSUED', sentence, lastDay },
        at: [{ name: say('Blesk', 'Блеск') }],
      },
    ],
    tiers: [
      {
        ladder: { id: 'lad_demo', member: null },
        tier: { name: say('Silver', 'Серебро') },
        next: { tier: { name: say('Gold', 'Золото') }, missing },
      },
    ],
  }
}
