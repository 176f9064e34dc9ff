/** The library of passkeys, loaded by whoever first needs it: half of the start of a short command would else be its modules. */
export const webauthn = () => import('@simplewebauthn/server')
