import type { TemplateResult } from 'lit'
import { claimerDocument } from '../../generated/claimer-document.ts'
import type { WalletSession } from '../../session/wallet-session.ts'
import type { PartHost, PartKit, PartTools } from '../artel-element/part-kit.ts'
import { canScan, scan } from './camera.ts'
import { type Claimed, claim, type Said, type Sent } from './claim.ts'
import { claimWords } from './claim-words.ts'
import { readCode } from './read-code.ts'

/** Who may claim, and by what. */
interface Claimer {
  readonly id?: string
  readonly canScan: boolean
}

/** What an element shows between its readings. */
interface Desk {
  /** Whose it is. */
  owner: string | undefined
  /** What stands in the field. */
  text: string
  /** What the page gave it to begin with. */
  given: string | undefined
  said: Said | undefined
  /** What the last claim came to, and of whose session. */
  done: ((Claimed | Sent) & { readonly session: WalletSession | undefined }) | undefined
  isClaiming: boolean
  closeCamera: (() => void) | undefined
}

const styles = `:host{container-type:inline-size;min-width:240px;max-width:560px}
form{display:grid;gap:12px;margin-top:12px}label{display:grid;gap:4px}
[part=code-field]{width:100%;min-height:48px;padding:0 14px;border:1px solid var(--_muted);border-radius:calc(var(--_radius)*.67);background:var(--_surface);font-size:1.125em;letter-spacing:.04em}
[part=code-field][aria-invalid=true]{border-color:var(--_danger)}[part=code-problem]{color:var(--_danger)}
[part=viewfinder]{display:block;width:100%;aspect-ratio:4/3;object-fit:cover;border-radius:calc(var(--_radius)*.67);background:#000}
[part=result]{display:grid;justify-items:center;gap:4px;padding-top:12px;text-align:center}[part=result] .strong{font-size:1.25em;color:var(--_positive)}
[part=another]{margin-top:10px}
@media(forced-colors:active){[part=result] .strong,[part=code-problem]{color:CanvasText}}`

/** What a customer finds, whatever the one before has left. */
const empty: Omit<Desk, 'owner' | 'closeCamera'> = {
  ...{ text: '', given: undefined, said: undefined, done: undefined, isClaiming: false },
}

/** How `<artel-claim>` reads and looks. A code is claimed by a tap or by Enter, never by being shown or seen. */
export function makeKit(): PartKit<Claimer> {
  const desk: Desk = { owner: undefined, closeCamera: undefined, ...empty }
  return {
    words: claimWords,
    styles: () => styles,
    async read({ session, isDemo }) {
      if (isDemo) return { canScan: false }
      const claimer = await readClaimer(session)
      if (desk.owner && desk.owner !== claimer.id) {
        desk.closeCamera?.()
        Object.assign(desk, empty)
      }
      desk.owner = claimer.id
      return claimer
    },
    view(claimer, by) {
      const { html, host, say } = by
      if (host.code !== desk.given) {
        desk.given = host.code
        const read = readCode(host.code ?? '')
        desk.text = read.kind === 'CODE' ? read.code : (host.code ?? '')
      }
      // Of another customer's claim nothing is shown.
      const done = desk.done?.session === host.session ? desk.done : undefined
      return html`<div class="view ${claimer ? '' : 'skeleton'}" ?inert=${!claimer}>
        <header class="row" part="header">
          <p class="strong grow">${say('title')}</p>
          ${host.isDemo ? html`<span class="tag">${say('demo')}</span>` : ''}
        </header>
        <div role="status">${done ? doneView(done, by) : ''}</div>
        ${done ? anotherView(desk, by) : formView(desk, by, claimer)}
      </div>`
    },
    close: () => desk.closeCamera?.(),
  }
}

async function readClaimer(session: WalletSession | undefined): Promise<Claimer> {
  const answer = await session?.asAnyone?.(undefined, (client) => client.query(claimerDocument))
  const customer = answer?.viewer.customer
  if (!customer) throw new Error('There is no customer who may claim.')
  return { id: customer.id, canScan: await canScan() }
}

function formView(desk: Desk, by: PartTools, claimer: Claimer | undefined): TemplateResult {
  const { html, icon, host, say } = by
  const { said, isClaiming, closeCamera } = desk
  const submit = (event: Event) => {
    event.preventDefault()
    void send(desk, host)
  }
  const type = ({ target }: Event) => {
    desk.text = (target as HTMLInputElement).value
    desk.said = undefined
    host.requestUpdate()
  }
  const problem = said && !said.isGood ? say(said.word, {}, said.count) : ''
  return html`<form novalidate @submit=${submit}>
    <label><span class="fine">${say('code')}</span>
      <input part="code-field" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="400" .value=${desk.text}
        ?readonly=${isClaiming} aria-invalid=${problem ? 'true' : 'false'} aria-describedby="said" @input=${type} />
    </label>
    <p id="said" class="small" ?hidden=${!problem} part="code-problem" role="alert">${problem}</p>
    <p class="sr" role="status">${said?.isGood ? say(said.word) : closeCamera ? say('cameraOpen') : isClaiming ? say('claiming') : ''}</p>
    ${
      closeCamera
        ? html`<video part="viewfinder" muted playsinline aria-label=${say('cameraOpen')}></video>
          <button class="button quiet" part="camera-close" type="button" @click=${closeCamera}>${say('cameraClose')}</button>`
        : html`<button class="button" part="claim" aria-disabled=${isClaiming}>${say(isClaiming ? 'claiming' : 'claim')}</button>`
    }
    ${
      claimer?.canScan && !closeCamera
        ? html`<button class="button quiet" part="camera" type="button" @click=${() => openCamera(desk, host)}>${icon('code')}${say('camera')}</button>`
        : ''
    }
  </form>`
}

const doneView = (done: Claimed | Sent, by: PartTools): TemplateResult =>
  'points' in done ? resultView(done, by) : sentView(done, by)

function resultView({ points, balance }: Claimed, { html, icon, say }: PartTools): TemplateResult {
  const earned = BigInt(points)
  return html`<div part="result">
    <span class="badge-icon">${icon('check')}</span>
    <p class="strong">${earned > 0n ? say('earned', {}, earned) : say('earnedNone')}</p>
    <p class="muted">${say('balanceNow', {}, BigInt(balance))}</p>
  </div>`
}

/** Nothing is earned yet: whose word it waits for, and until when. */
function sentView({ memberName, lastDay }: Sent, { html, icon, host, say }: PartTools): TemplateResult {
  const day = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  const date = new Intl.DateTimeFormat(host.speech.locale, day).format(new Date(lastDay))
  return html`<div part="result">
    <span class="badge-icon">${icon('clock')}</span>
    <p class="title">${say('sent', { name: host.named(memberName) })}</p>
    <p class="muted">${say('sentText', { date })}</p>
  </div>`
}

function anotherView(desk: Desk, { html, host, say }: PartTools): TemplateResult {
  const begin = () => {
    desk.done = undefined
    focus(host, '[part=code-field]')
  }
  return html`<button class="button quiet" part="another" type="button" @click=${begin}>${say('another')}</button>`
}

/** Claims what stands in the field; one at a time. */
async function send(desk: Desk, host: PartHost): Promise<void> {
  if (desk.isClaiming) return
  desk.closeCamera?.()
  const { session } = host
  const { owner } = desk
  const read = readCode(desk.text)
  if (read.kind === 'NOTHING' || read.kind === 'OTHER') return tell(desk, host, { word: read.kind })
  desk.isClaiming = true
  desk.said = undefined
  host.requestUpdate()
  const outcome = await claim(session, read)
  // Its customer has gone. (Who is not read yet is nobody else.)
  if (owner && desk.owner !== owner) return
  desk.isClaiming = false
  if (host.session !== session) return host.requestUpdate()
  if ('signedOut' in outcome) return host.fail(outcome.signedOut)
  if ('said' in outcome) {
    if (outcome.problem) host.report(outcome.problem)
    return tell(desk, host, outcome.said)
  }
  desk.done = { ...('sent' in outcome ? outcome.sent : outcome.claimed), session }
  desk.text = ''
  if ('claimed' in outcome) host.emit('artel:claim', outcome.claimed)
  focus(host, '[part=another]')
}

function openCamera(desk: Desk, host: PartHost): void {
  desk.said = undefined
  desk.closeCamera = scan({
    video: () => host.updateComplete.then(() => host.renderRoot.querySelector('video')),
    onText(text) {
      const read = readCode(text)
      if (read.kind === 'NOTHING' || read.kind === 'OTHER') return tell(desk, host, { word: read.kind })
      desk.text = read.kind === 'CODE' ? read.code : read.receipt
      desk.said = { word: 'cameraRead', isGood: true }
      focus(host, '[part=claim]')
    },
    onEnd(reason) {
      desk.closeCamera = undefined
      if (reason === 'CLOSED') focus(host, '[part=camera]')
      else tell(desk, host, { word: reason })
    },
  })
  focus(host, '[part=camera-close]')
}

/** Says what is wrong; the focus stays with the code. */
function tell(desk: Desk, host: PartHost, said: Said): void {
  desk.said = said
  focus(host, '[part=code-field]')
}

/** Shows what has changed, and where the customer goes on. */
function focus(host: PartHost, part: string): void {
  host.requestUpdate()
  void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>(part)?.focus())
}
