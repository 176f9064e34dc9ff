import type { PropertyDeclarations } from 'lit'
import { ArtelPart } from '../artel-element/artel-part.ts'

/**
 * A field for an earn code, which turns a bill of a member without a till into points, and for a till's fiscal receipt, which its member
 * confirms first: typed, by a keyboard scanner, or by the camera.
 *
 * @tag artel-claim
 * @attr code - A code, or its address, to begin with. It is shown and never claimed without a tap.
 * @slot signed-out - Shown to a visitor who is not signed in; by default a link to `sign-in-url`.
 * @fires {CustomEvent<StateDetail>} artel:state - The element shows another state.
 * @fires {CustomEvent<ClaimDetail>} artel:claim - A code was claimed; a receipt earns later, and is not told of here.
 * @fires {CustomEvent<Problem>} artel:error - A call failed.
 * @csspart card - The whole.
 * @csspart header - The title.
 * @csspart code-field - Where the code is typed.
 * @csspart code-problem - What is wrong with it.
 * @csspart claim - The button that claims it.
 * @csspart camera - The button that opens the camera, where the browser reads QR codes.
 * @csspart viewfinder - What the camera sees.
 * @csspart camera-close - The button that closes it.
 * @csspart result - The points and the balance after them, or whose word the receipt waits for.
 * @csspart another - The button that begins anew.
 * @csspart message - Text of the signed-out, error and offline states.
 * @csspart retry - "Try again".
 * @csspart sign-in - "Sign in".
 * @csspart request-id - Id of the failed request.
 */
export class ArtelClaim extends ArtelPart {
  static override properties: PropertyDeclarations = { code: {} }
  declare code: string | undefined

  protected override load() {
    return import('./claim-kit.ts')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'artel-claim': ArtelClaim
  }
}
