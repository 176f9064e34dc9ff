import type { TemplateResult } from 'lit'
import type { WidgetReferQuery } from '../../generated/graphql.ts'
import { referDocument } from '../../generated/refer-document.ts'
import type { PartHost, PartKit, PartTools } from '../artel-element/part-kit.ts'
import { qrPath } from './qr-path.ts'

type Referral = NonNullable<NonNullable<WidgetReferQuery['viewer']['customer']>['referral']>
type Offer = NonNullable<WidgetReferQuery['offers']>['nodes'][number]

interface ShownReferral extends Referral {
  readonly owner?: string
  readonly programme: string
  /** What rules give for a friend: the customer's first. */
  readonly gives: readonly Offer[]
}

const words: PartKit['words'] = {
  title: ['Bring a friend', 'Приведите друга'],
  code: ['Your code', 'Ваш код'],
  copy: ['Copy the link', 'Скопировать ссылку'],
  copyCode: ['Copy the code', 'Скопировать код'],
  copied: ['Copied', 'Скопировано'],
  marked: ['Marked: copy it by hand', 'Выделено: скопируйте вручную'],
  share: ['Share', 'Поделиться'],
  shared: ['My code in {name}: {code}', 'Мой код в программе «{name}»: {code}'],
  qr: ['QR code of your link', 'QR-код вашей ссылки'],
  REFERRER: ['For you', 'Вам'],
  REFERRED: ['For the friend', 'Другу'],
  friends: ['Friends came', 'Пришло друзей'],
  waiting: ['Waited for', 'Ещё ждём'],
  earned: ['Points so far', 'Баллов за них'],
  hint: [
    'A friend says this code when joining, or before the first purchase.',
    'Друг называет этот код при вступлении или до первой покупки.',
  ],
  loading: ['Loading your code', 'Загружаем ваш код'],
  signedOutTitle: ['Sign in to bring a friend', 'Войдите, чтобы привести друга'],
  signedOutText: ['You have a code to share.', 'Для друзей у вас есть код.'],
  errorTitle: ['Your code did not load', 'Не удалось загрузить ваш код'],
  errorText: ['Please try again.', 'Попробуйте ещё раз.'],
}

const styles = `:host{container-type:inline-size;min-width:240px;max-width:560px}
.view{gap:14px}.lead{display:flex;flex-wrap:wrap;gap:14px;align-items:center;justify-content:space-between}
[part=code]{font-size:1.5em;font-weight:700;letter-spacing:.06em;white-space:nowrap;user-select:all}
[part=qr]{width:120px;height:120px;background:#fff;border-radius:8px;padding:0;color:#000;forced-color-adjust:none}
.ways{display:flex;flex-wrap:wrap;gap:8px}.ways .button{flex:1 1 auto}
dl{display:grid;gap:10px}[part=facts]{grid-template-columns:repeat(3,minmax(0,1fr));padding-top:12px;border-top:1px solid var(--_line)}
[part=facts]>div{display:flex;flex-direction:column;justify-content:space-between}
.skeleton [data-value]{display:inline-block}
@container(max-width:360px){.lead{flex-direction:column;text-align:center}}`

/** How `<artel-refer>` reads and looks. Reading a customer's code makes it. */
export function makeKit(): PartKit<ShownReferral> {
  let told = ''
  let owner: string | undefined
  const tell = (host: PartHost, word: string) => {
    told = word
    host.requestUpdate()
  }
  return {
    words,
    styles: () => styles,
    isEmpty: ({ friends }) => friends === 0,
    async read(host) {
      const referral = await read(host)
      if (referral.owner !== owner) told = ''
      owner = referral.owner
      return referral
    },
    view(referral, by) {
      const { html, host, say } = by
      const { code } = referral ?? blank
      return html`<div class="view ${referral ? '' : 'skeleton'}" ?inert=${!referral}>
        <header class="row" part="header">
          <p class="strong grow">${say('title')}</p>
          ${host.isDemo ? html`<span class="tag">${say('demo')}</span>` : ''}
        </header>
        ${code === null ? html`<p class="muted">${say('CUSTOMER_CLOSED')}</p>` : codeView(referral ?? blank, by, { told, tell })}
        ${giveView(referral ?? blank, by)}
        ${
          referral?.friends === 0
            ? html`<p class="small muted" part="hint">${say('hint')}</p>`
            : factsView(referral ?? blank, by)
        }
      </div>`
    },
  }
}

async function read({ session, speech, isDemo, demo }: PartHost): Promise<ShownReferral> {
  const isRussian = speech.locale.startsWith('ru')
  if (isDemo) return sample(isRussian ? 1 : 0, demo === 'empty')
  const language = isRussian ? 'RU' : 'EN'
  const answer = await session?.asAnyone?.(undefined, (client) => client.query(referDocument, { language }))
  const customer = answer?.viewer.customer
  const referral = customer?.referral
  if (!answer || !referral) throw new Error('There is no customer who may bring friends.')
  const on = (kind: string) => answer.offers?.nodes.filter((offer) => offer.on === kind) ?? []
  const gives = [...on('REFERRER'), ...on('REFERRED')]
  return { ...referral, owner: customer.id, gives, programme: answer.viewer.coalition?.name ?? '' }
}

/** What the last act of the customer came to, which is told once. */
interface Told {
  readonly told: string
  readonly tell: (host: PartHost, word: string) => void
}

function codeView(
  { code, url, programme }: ShownReferral,
  by: PartTools,
  { told, tell }: Told,
): TemplateResult {
  const { html, host, say } = by
  const text = say('shared', { name: host.named(programme), code: `${code}` })
  const copy = async () => {
    tell(host, '')
    tell(host, (await copied(url ?? `${code}`)) ? 'copied' : marked(host))
  }
  // A share that the customer turned back from is none.
  const share = () => void navigator.share(url ? { text, url } : { text }).catch(() => {})
  return html`<div class="lead">
      <div>
        <p class="fine">${say('code')}</p>
        <p class="number" part="code" data-value>${code}</p>
      </div>
      ${qrView(url, by)}
    </div>
    <div class="ways">
      ${typeof navigator.share === 'function' ? html`<button class="button" part="share" type="button" @click=${share}>${say('share')}</button>` : ''}
      <button class="button quiet" part="copy" type="button" @click=${copy}>${say(url ? 'copy' : 'copyCode')}</button>
    </div>
    <p class=${told ? 'small' : 'sr'} role="status">${told ? say(told) : ''}</p>`
}

/** False where the page or the browser forbids it. */
const copied = (text: string): Promise<boolean> =>
  Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(
      () => true,
      () => false,
    )

/** Marks the code, for the customer's own hand. */
function marked({ renderRoot }: PartHost): string {
  const code = renderRoot.querySelector('[part=code]')
  if (code) getSelection()?.selectAllChildren(code)
  return 'marked'
}

function qrView(url: string | null, { html, say }: PartTools): TemplateResult | string {
  const qr = url ? qrPath(url) : undefined
  if (!qr) return ''
  const { size, path } = qr
  return html`<svg part="qr" role="img" aria-label=${say('qr')} data-value viewBox=${`-4 -4 ${size + 8} ${size + 8}`} shape-rendering="crispEdges"><path d=${path} fill="currentColor"></path></svg>`
}

function giveView({ gives }: ShownReferral, { html, say }: PartTools): TemplateResult | string {
  if (gives.length === 0) return ''
  return html`<dl part="gives">${gives.map(
    ({ on, sentence }) => html`<div>
      <dt class="fine">${say(`${on}`)}</dt>
      <dd class="small"><span data-value>${sentence}</span></dd>
    </div>`,
  )}</dl>`
}

function factsView(
  { friends, waiting, points }: ShownReferral,
  { html, host, say }: PartTools,
): TemplateResult {
  const fact = (label: string, value: bigint) => html`<div>
    <dt class="fine">${say(label)}</dt>
    <dd class="strong number"><span data-value>${host.speech.number(value)}</span></dd>
  </div>`
  return html`<dl part="facts">
    ${fact('friends', BigInt(friends))} ${fact('waiting', BigInt(waiting))} ${fact('earned', BigInt(points))}
  </dl>`
}

const blank: ShownReferral = {
  ...{
    code: 'XXXXX-XXXXX',
    url: 'https://xxxxxxx.example/r/XXXXX-XXXXX',
    friends: 1,
    waiting: 1,
    points: '100',
  },
  ...{ programme: '', gives: [{ id: '', on: 'REFERRER', sentence: 'Xxxxxxx xxxxx xxxxxxxx' }] },
}

/** Sample data, which sends nothing. */
function sample(at: 0 | 1, isEmpty: boolean): ShownReferral {
  const give = (on: Offer['on'], texts: readonly [string, string]): Offer => ({
    ...{ id: `${on}`, on, sentence: texts[at] },
  })
  return {
    ...{ code: '7K3M9-QXA2B', url: 'https://zarechye.example/r/7K3M9-QXA2B' },
    ...(isEmpty ? { friends: 0, waiting: 0, points: '0' } : { friends: 4, waiting: 1, points: '900' }),
    programme: at ? 'Заречье' : 'Zarechye',
    gives: [
      give('REFERRER', [
        'For a friend who was brought, after the first purchase of ₽1,000 or more: 300\u00a0points',
        'За приведённого друга, после первой покупки друга от 1000\u00a0₽: 300\u00a0баллов',
      ]),
      give('REFERRED', [
        'After the first purchase: 200\u00a0points, once',
        'После первой покупки: 200\u00a0баллов, один раз',
      ]),
    ],
  }
}
