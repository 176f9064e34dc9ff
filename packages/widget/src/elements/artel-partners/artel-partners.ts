import { ArtelList } from '../artel-element/artel-list.ts'

/**
 * The partners: active members of the coalition, what each gives and takes, and its site. With `member` it needs no signed-in customer.
 *
 * @tag artel-partners
 * @slot signed-out - Shown to a visitor who is not signed in, where no `member` is named; by default a link to `sign-in-url`.
 * @fires {CustomEvent<StateDetail>} artel:state - The element shows another state.
 * @fires {CustomEvent<Problem>} artel:error - A call failed.
 * @csspart card - The whole.
 * @csspart header - The title.
 * @csspart list - The list.
 * @csspart item - One of them.
 * @csspart logo - A partner's picture or letter.
 * @csspart site - The link to a partner's page.
 * @csspart more - "Show all".
 * @csspart message - Text of the signed-out, error and offline states.
 * @csspart retry - "Try again".
 * @csspart sign-in - "Sign in".
 * @csspart request-id - Id of the failed request.
 */
export class ArtelPartners extends ArtelList {
  protected override loadList() {
    return import('./partners-kit.ts')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'artel-partners': ArtelPartners
  }
}
