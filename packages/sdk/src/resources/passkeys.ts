import type { Executor } from '../executor.ts'
import {
  PasskeyRegisterDocument,
  type PasskeyRegisterInput,
  PasskeyRegistrationStartDocument,
  PasskeyRemoveDocument,
  SessionCreateByPasskeyDocument,
  type SessionCreateByPasskeyInput,
  SessionPasskeyStartDocument,
} from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'

/** Passkeys of who is signed in, and signing in by one. */
export function passkeysOf({ result }: Executor) {
  return {
    /**
     * Begins to make a passkey: `options` go to `PublicKeyCredential.parseCreationOptionsFromJSON` of the browser. Takes a session
     * that has given a second factor; the first of all one that a link or an invitation began.
     *
     * @example
     * ```ts
     * const { options } = await artel.passkeys.startRegistration().unwrap()
     * console.log(JSON.parse(options).rp.id)
     * ```
     */
    startRegistration: (options?: CallOptions) =>
      result(
        'mutation',
        PasskeyRegistrationStartDocument,
        {},
        options,
        (data) => data.passkeyRegistrationStart,
      ),
    /**
     * Keeps the passkey that the browser made, within five minutes.
     *
     * @example
     * ```ts
     * const response = JSON.stringify({ id: 'what the credential writes with toJSON()' })
     * const { passkey } = await artel.passkeys.register({ response, name: 'Phone' }).unwrap()
     * console.log(passkey.name)
     * ```
     */
    register: (input: PasskeyRegisterInput, options?: CallOptions) =>
      result('mutation', PasskeyRegisterDocument, { input }, options, (data) => data.passkeyRegister),
    /**
     * Removes a passkey, for example of a lost device; all other sessions that passkeys began end.
     *
     * @example
     * ```ts
     * await artel.passkeys.remove('psk_3vQB7B6MrGQZaxCuFg4oh').unwrap()
     * ```
     */
    remove: (passkeyId: string, options?: CallOptions) =>
      result(
        'mutation',
        PasskeyRemoveDocument,
        { input: { passkeyId } },
        options,
        (data) => data.passkeyRemove,
      ),
    /**
     * Begins to sign somebody in: `options` go to `PublicKeyCredential.parseRequestOptionsFromJSON` of the browser. Takes no
     * credentials.
     *
     * @example
     * ```ts
     * const { options } = await artel.passkeys.startSignIn().unwrap()
     * console.log(JSON.parse(options).challenge)
     * ```
     */
    startSignIn: (options?: CallOptions) =>
      result('mutation', SessionPasskeyStartDocument, {}, options, (data) => data.sessionPasskeyStart),
    /**
     * Signs somebody in with the answer of their authenticator. The session lacks no second factor.
     *
     * @example
     * ```ts
     * const response = JSON.stringify({ id: 'what the credential writes with toJSON()' })
     * const { token } = await artel.passkeys.signIn({ response, transport: 'TOKEN' }).unwrap()
     * ```
     */
    signIn: (input: SessionCreateByPasskeyInput, options?: CallOptions) =>
      result(
        'mutation',
        SessionCreateByPasskeyDocument,
        { input },
        options,
        (data) => data.sessionCreateByPasskey,
      ),
  }
}
