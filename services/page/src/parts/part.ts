import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { Problem } from '../ask.ts'
import { type Language, words } from '../language.ts'

/** A part of the page, in the page's own tree, so that its one style sheet and labels reach everywhere. */
export abstract class Part extends LitElement {
  static override properties = { language: {}, problem: { state: true }, busy: { state: true } }

  /** The language that is shown: a change of it draws the part anew. */
  declare language: Language
  declare problem: Problem | undefined
  declare busy: boolean

  constructor() {
    super()
    this.busy = false
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  /** Does something and keeps why it did not work, to be shown. One thing at a time. Answers whether it worked. */
  protected async doing(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    this.problem = undefined
    try {
      await work()
      return true
    } catch (error) {
      this.problem = error instanceof Problem ? error : new Problem('OTHER')
      if (!(error instanceof Problem)) console.error(error)
      return false
    } finally {
      this.busy = false
    }
  }

  /** What is wrong, told at once to who does not see it. */
  protected problemLine(): TemplateResult {
    return html`<p class="problem" role="alert">${this.problem ? textOf(this.problem) : nothing}</p>`
  }

  /** While nothing is loaded: that it is on its way, or why not and how to try again. */
  protected waiting(load: () => void): TemplateResult {
    if (!this.problem) return html`<p class="muted" role="status">${words().loading}</p>`
    return html`${this.problemLine()}<p><button class="quiet" @click=${load}>${words().again}</button></p>`
  }
}

function textOf({ code, waitSeconds }: Problem): string {
  const { problems, wait } = words()
  return [problems[code] ?? problems.OTHER, waitSeconds === null ? '' : wait(waitSeconds)].join(' ').trim()
}
