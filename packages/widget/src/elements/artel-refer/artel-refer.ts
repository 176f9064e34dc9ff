import { ArtelPart } from '../artel-element/artel-part.ts'

/**
 * How a customer recommends the programme: the code to say, copy, share or show, how many friends came by it, and what rules give for that.
 *
 * @tag artel-refer
 * @slot signed-out - Shown to a visitor who is not signed in; by default a link to `sign-in-url`.
 * @fires {CustomEvent<StateDetail>} artel:state - The element shows another state.
 * @fires {CustomEvent<Problem>} artel:error - A call failed.
 * @csspart card - The whole.
 * @csspart header - The title.
 * @csspart code - The code in big letters.
 * @csspart qr - The QR code of its address.
 * @csspart copy - "Copy".
 * @csspart share - "Share", where the browser can.
 * @csspart gives - What rules give for a friend.
 * @csspart facts - Friends, those who are waited for, points.
 * @csspart hint - How it works, while nobody has come.
 * @csspart message - Text of the signed-out, error and offline states.
 * @csspart retry - "Try again".
 * @csspart sign-in - "Sign in".
 * @csspart request-id - Id of the failed request.
 */
export class ArtelRefer extends ArtelPart {
  protected override load() {
    return import('./refer-kit.ts')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'artel-refer': ArtelRefer
  }
}
