import { html } from 'lit'
import { OwnExportDocument } from '../generated/graphql.ts'
import { moment, words } from '../language.ts'
import { askOwn, type Device, devices, signOut } from '../session.ts'
import { Part } from './part.ts'

/** Where the customer is signed in, the ways out, and the customer's data to take along. Tells `signed-out`. */
export class PageDevices extends Part {
  static override properties = { ...Part.properties, devices: { state: true } }

  declare devices: readonly Device[] | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    await this.doing(async () => {
      this.devices = await devices()
    })
  }

  protected override render() {
    const said = words().devices
    return html`<section aria-labelledby="devices-title">
      <h2 id="devices-title">${said.title}</h2>
      ${
        this.devices
          ? html`<ul class="list">${this.devices.map((one) => html`<li>${deviceLine(one)}</li>`)}</ul>`
          : this.waiting(() => void this.#load())
      }
      ${this.devices ? this.problemLine() : ''}
      <div class="row">
        <button class="quiet" @click=${() => void this.#leave(false)}>${said.out}</button>
        <button class="quiet" @click=${() => void this.#leave(true)}>${said.everywhere}</button>
        <button class="quiet" @click=${() => void this.#export()}>${said.export}</button>
      </div>
    </section>`
  }

  async #leave(everywhere: boolean): Promise<void> {
    if (await this.doing(() => signOut(everywhere)))
      this.dispatchEvent(new Event('signed-out', { bubbles: true }))
  }

  async #export(): Promise<void> {
    await this.doing(async () => {
      const content = (await askOwn(OwnExportDocument, {})).customerExport?.content ?? ''
      const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
      const link = Object.assign(document.createElement('a'), { href: url, download: 'my-points.json' })
      link.click()
      URL.revokeObjectURL(url)
    })
  }
}

function deviceLine({ device, network, lastSeenAt, isThis }: Device) {
  const said = words().devices
  return html`<strong>${device}</strong>
    <p class="muted small">${isThis ? said.here : said.seen(moment(lastSeenAt))}, ${network}</p>`
}
