import type { Executor } from '../executor.ts'
import {
  MeDocument,
  PasswordChangeDocument,
  type PasswordChangeInput,
  SessionConfirmTotpDocument,
  type SessionConfirmTotpInput,
  SessionCreateDocument,
  type SessionCreateInput,
  SessionEndAllDocument,
  type SessionEndAllInput,
  SessionEndDocument,
  type SessionEndInput,
  SessionLinkRequestDocument,
  type SessionLinkRequestInput,
  SessionListDocument,
  TotpConfirmDocument,
  type TotpConfirmInput,
  TotpEnrolDocument,
  type TotpEnrolInput,
} from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'

/** People signing in. A client whose `apiKey` is a session's token (`ss_...`) acts for its person. */
export function sessionsOf({ query, result }: Executor) {
  return {
    /**
     * Signs somebody in, by e-mail and password or by a link that came by mail. `me.lacks` says what is to come before the
     * session may act: a second factor, or which of several places it is about.
     *
     * @example
     * ```ts
     * const { token, me } = await artel.sessions
     *   .create({ email: 'olga@example.com', password: 'a long password', transport: 'TOKEN' })
     *   .unwrap()
     * console.log(me.lacks === 'SECOND_FACTOR' ? 'ask for the code' : token)
     * ```
     */
    create: (input: SessionCreateInput, options?: CallOptions) =>
      result('mutation', SessionCreateDocument, { input }, options, (data) => data.sessionCreate),
    /**
     * Sends a link to sign in, if somebody has this e-mail; whether anybody has is not told.
     *
     * @example
     * ```ts
     * await artel.sessions.requestLink({ email: 'olga@example.com', language: 'EN' }).unwrap()
     * ```
     */
    requestLink: (input: SessionLinkRequestInput, options?: CallOptions) =>
      result('mutation', SessionLinkRequestDocument, { input }, options, (data) => data.sessionLinkRequest),
    /**
     * Gives the second factor. The session goes on under the token of the answer.
     *
     * @example
     * ```ts
     * const { token } = await artel.sessions.confirm({ code: '492039' }).unwrap()
     * ```
     */
    confirm: (input: SessionConfirmTotpInput, options?: CallOptions) =>
      result('mutation', SessionConfirmTotpDocument, { input }, options, (data) => data.sessionConfirmTotp),
    /**
     * Makes the secret of a second factor; it counts once `confirmTotp` has seen a code of it.
     *
     * @example
     * ```ts
     * const { uri } = await artel.sessions.enrolTotp({}).unwrap()
     * console.log(`Show this as a QR code: ${uri}`)
     * ```
     */
    enrolTotp: (input: TotpEnrolInput, options?: CallOptions) =>
      result('mutation', TotpEnrolDocument, { input }, options, (data) => data.totpEnrol),
    /**
     * Puts the second factor into use with its first code. All other sessions of the person end.
     *
     * @example
     * ```ts
     * const { token, recoveryCodes } = await artel.sessions.confirmTotp({ code: '492039' }).unwrap()
     * console.log(`Keep these on paper: ${recoveryCodes.join(' ')}`)
     * ```
     */
    confirmTotp: (input: TotpConfirmInput, options?: CallOptions) =>
      result('mutation', TotpConfirmDocument, { input }, options, (data) => data.totpConfirm),
    /**
     * Sets the password. All other sessions end, and this one goes on under the token of the answer.
     *
     * @example
     * ```ts
     * await artel.sessions.changePassword({ current: 'a long password', password: 'a better one' }).unwrap()
     * ```
     */
    changePassword: (input: PasswordChangeInput, options?: CallOptions) =>
      result('mutation', PasswordChangeDocument, { input }, options, (data) => data.passwordChange),
    /**
     * Ends the calling session, or another of the same person; within five seconds no process accepts it.
     *
     * @example
     * ```ts
     * await artel.sessions.end({}).unwrap()
     * ```
     */
    end: (input: SessionEndInput, options?: CallOptions) =>
      result('mutation', SessionEndDocument, { input }, options, (data) => data.sessionEnd),
    /**
     * Ends all sessions of the person.
     *
     * @example
     * ```ts
     * const { ended } = await artel.sessions.endAll({ keepThis: true }).unwrap()
     * console.log(`${ended} other devices are signed out`)
     * ```
     */
    endAll: (input: SessionEndAllInput, options?: CallOptions) =>
      result('mutation', SessionEndAllDocument, { input }, options, (data) => data.sessionEndAll),
    /**
     * Who is signed in and where the person serves; null with an API key.
     *
     * @example
     * ```ts
     * const me = await artel.sessions.me()
     * console.log(me?.places.map(({ name, roles }) => `${name}: ${roles.join(', ')}`))
     * ```
     */
    me: async (options: CallOptions = {}) => (await query(MeDocument, {}, options)).me,
    /**
     * The devices on which the person is signed in, newest first; empty with an API key.
     *
     * @example
     * ```ts
     * for (const { device, network } of await artel.sessions.list()) console.log(device, network)
     * ```
     */
    list: async (options: CallOptions = {}) =>
      (await query(SessionListDocument, {}, options)).me?.sessions ?? [],
  }
}
