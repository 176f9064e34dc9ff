import { ArtelList } from '../artel-element/artel-list.ts'

/**
 * What the partners offer today: rules of the coalition and of its members, vouchers from one for another among them. With `member` it
 * needs no signed-in customer; a customer sees what is for that customer.
 *
 * @tag artel-offers
 * @slot signed-out - Shown to a visitor who is not signed in, where no `member` is named; by default a link to `sign-in-url`.
 * @fires {CustomEvent<StateDetail>} artel:state - The element shows another state.
 * @fires {CustomEvent<Problem>} artel:error - A call failed.
 * @csspart card - The whole.
 * @csspart header - The title.
 * @csspart list - The list.
 * @csspart item - One of them.
 * @csspart way - From which member to which its voucher leads.
 * @csspart more - "Show all".
 * @csspart message - Text of the signed-out, error and offline states.
 * @csspart retry - "Try again".
 * @csspart sign-in - "Sign in".
 * @csspart request-id - Id of the failed request.
 */
export class ArtelOffers extends ArtelList {
  protected override loadList() {
    return import('./offers-kit.ts')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'artel-offers': ArtelOffers
  }
}
