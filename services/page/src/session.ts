import { ask, granted, Problem } from './ask.ts'
import {
  PageSignInDocument,
  PageSignInRequestDocument,
  PageSignOutDocument,
  PageTokenDocument,
  type PageTokenMutation,
  type TypedDocumentString,
} from './generated/graphql.ts'
import { languageOfApi } from './language.ts'
import { COALITION } from './place.ts'

/** A device on which the customer is signed in. */
export type Device = Extract<
  PageTokenMutation['customerTokenCreate'],
  { __typename: 'CustomerTokenPayload' }
>['devices'][number]

/** A token is fetched anew so long before its end, milliseconds. */
const EARLY_MS = 60_000

interface Held {
  readonly token: string
  readonly until: number
}

/** In memory alone: the session itself is a cookie that no script reads. */
let held: Held | undefined
/** Whether somebody is signed in, as far as was last heard; a token is dropped without a change of it. */
let isIn = false
let fetching: Promise<string | null> | undefined
let heldDevices: readonly Device[] = []
let whenOver: () => void = () => undefined

/** Says what is to happen once the session turns out to be over. */
export function onSignedOut(act: () => void): void {
  whenOver = act
}

/** A token that still lives, or null where nobody is signed in. Elements that ask at once share one. Throws Problem. */
export function currentToken(): Promise<string | null> {
  if (held && held.until - EARLY_MS > Date.now()) return Promise.resolve(held.token)
  fetching ??= fetchToken().finally(() => {
    fetching = undefined
  })
  return fetching
}

async function fetchToken(): Promise<string | null> {
  const { customerTokenCreate } = await ask(PageTokenDocument, { input: { coalition: COALITION } })
  const { token, expiresAt, devices } = granted(customerTokenCreate, 'CustomerTokenPayload')
  const wasIn = isIn
  keep(token ?? null, expiresAt ?? null)
  heldDevices = devices
  if (wasIn && !isIn) whenOver()
  return token ?? null
}

function keep(token: string | null, expiresAt: string | null): void {
  held = token === null || expiresAt === null ? undefined : { token, until: Date.parse(expiresAt) }
  isIn = held !== undefined
}

/** Refusals of the token itself. */
const OF_TOKEN: readonly string[] = ['UNAUTHENTICATED', 'TOKEN_EXPIRED']

/**
 * Asks as the customer who is signed in, never as nobody: such an answer would look as if the customer had nothing. A token that is
 * refused is fetched anew once, which shows whether the session is over. Throws Problem.
 */
export async function askOwn<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const token = await ownToken()
  try {
    return await ask(document, variables, token)
  } catch (error) {
    if (!(error instanceof Problem && OF_TOKEN.includes(error.code))) throw error
    if (held?.token === token) held = undefined
    return ask(document, variables, await ownToken())
  }
}

async function ownToken(): Promise<string> {
  const token = await currentToken()
  if (token === null) throw new Problem('UNAUTHENTICATED')
  return token
}

/** Where the customer is signed in, as of the next token. */
export async function devices(): Promise<readonly Device[]> {
  held = undefined
  await currentToken()
  return heldDevices
}

/** Has a code sent. Throws Problem. */
export async function requestCode(phone: string): Promise<void> {
  const input = { coalition: COALITION, phone, language: languageOfApi() }
  const { customerSignInRequest } = await ask(PageSignInRequestDocument, { input })
  granted(customerSignInRequest, 'CustomerSignInRequestPayload')
}

/** Signs in by the code. Throws Problem. */
export async function signIn(phone: string, code: string): Promise<void> {
  const { customerSignIn } = await ask(PageSignInDocument, { input: { coalition: COALITION, phone, code } })
  const { token, expiresAt } = granted(customerSignIn, 'CustomerTokenPayload')
  keep(token ?? null, expiresAt ?? null)
}

/** Signs out, here or everywhere. Throws Problem. */
export async function signOut(everywhere: boolean): Promise<void> {
  const { customerSignOut } = await ask(PageSignOutDocument, { input: { coalition: COALITION, everywhere } })
  granted(customerSignOut, 'CustomerSignOutPayload')
  // Who left on purpose is not told that the session is over.
  isIn = false
  // A token that is still on its way is of the session that has just ended.
  await fetching?.catch(() => undefined)
  keep(null, null)
  heldDevices = []
}
