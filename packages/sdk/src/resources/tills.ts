import type { Executor } from '../executor.ts'
import {
  PinCodeCreateDocument,
  type PinCodeCreateInput,
  PinSetByCodeDocument,
  type PinSetByCodeInput,
  PinSetDocument,
  type PinSetInput,
  TillCashiersDocument,
  TillListDocument,
  TillRegisterDocument,
  type TillRegisterInput,
  TillRevokeDocument,
  type TillRevokeInput,
  TillSessionCreateDocument,
  type TillSessionCreateInput,
} from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/**
 * Tills and the cashiers who sign in there by PIN. On the device the `apiKey` of the client is the till's secret (`tl_...`) until
 * somebody has signed in, then the session's token.
 */
export function tillsOf({ query, result }: Executor) {
  return {
    /**
     * Registers a till. The secret is in the answer, this once. Scope `member:write` or `members:write`.
     *
     * @example
     * ```ts
     * const { till, secret } = await artel.tills.register({ name: 'Bay 2', idleMinutes: 10 }).unwrap()
     * console.log(till.id, secret.slice(0, 3))
     * ```
     */
    register: (input: TillRegisterInput, options?: CallOptions) =>
      result('mutation', TillRegisterDocument, { input }, options, (data) => data.tillRegister),
    /**
     * Revokes a till and ends the sessions that were begun there; within five seconds no process accepts either.
     *
     * @example
     * ```ts
     * await artel.tills.revoke({ id: 'til_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * ```
     */
    revoke: (input: TillRevokeInput, options?: CallOptions) =>
      result('mutation', TillRevokeDocument, { input }, options, (data) => data.tillRevoke),
    /**
     * Tills, newest first. The list is fetched while it is read.
     *
     * @example
     * ```ts
     * for await (const { name, lastUsedAt } of artel.tills.list({ standing: true })) console.log(name, lastUsedAt)
     * ```
     */
    list: (
      options: ListOptions &
        CallOptions & {
          /** @defaultValue all members */
          readonly memberId?: string | undefined
          /** @defaultValue revoked ones too */
          readonly standing?: boolean | undefined
        } = {},
    ) =>
      list(options, async (window) => {
        const { memberId = null, standing = null } = options
        return (await query(TillListDocument, { memberId, standing, ...window }, options)).tills
      }),
    /**
     * Who may sign in at the till whose secret the client has.
     *
     * @example
     * ```ts
     * for (const { cashierId, name } of await artel.tills.cashiers()) console.log(cashierId, name)
     * ```
     */
    cashiers: async (options: CallOptions = {}) =>
      (await query(TillCashiersDocument, {}, options)).tillCashiers,
    /**
     * Signs a cashier in by PIN at the till whose secret the client has; who was signed in there before is signed out.
     *
     * @example
     * ```ts
     * const { token } = await artel.tills
     *   .signIn({ cashierId: 'per_3vQB7B6MrGQZaxCuFg4oh', pin: '4071', transport: 'TOKEN' })
     *   .unwrap()
     * ```
     */
    signIn: (input: TillSessionCreateInput, options?: CallOptions) =>
      result('mutation', TillSessionCreateDocument, { input }, options, (data) => data.tillSessionCreate),
    /**
     * Sets the PIN of who is signed in by e-mail, for the tills of the member that the session acts for.
     *
     * @example
     * ```ts
     * await artel.tills.setPin({ pin: '4071' }).unwrap()
     * ```
     */
    setPin: (input: PinSetInput, options?: CallOptions) =>
      result('mutation', PinSetDocument, { input }, options, (data) => data.pinSet),
    /**
     * Makes a code with which somebody sets a PIN at a till, once and within a day. Scope `member:write` or `members:write`.
     *
     * @example
     * ```ts
     * const { pinCode } = await artel.tills.createPinCode({ grantId: 'stf_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * console.log(`Hand this to the cashier: ${pinCode}`)
     * ```
     */
    createPinCode: (input: PinCodeCreateInput, options?: CallOptions) =>
      result('mutation', PinCodeCreateDocument, { input }, options, (data) => data.pinCodeCreate),
    /**
     * Sets a PIN with a code of the manager, at the till whose secret the client has.
     *
     * @example
     * ```ts
     * const { cashier } = await artel.tills.setPinByCode({ code: 'K7QP2-9XWDM', pin: '4071' }).unwrap()
     * console.log(cashier.name)
     * ```
     */
    setPinByCode: (input: PinSetByCodeInput, options?: CallOptions) =>
      result('mutation', PinSetByCodeDocument, { input }, options, (data) => data.pinSetByCode),
  }
}
