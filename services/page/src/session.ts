import { ask, granted } from './ask.ts'
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
  const wasIn = held !== undefined
  const { customerTokenCreate } = await ask(PageTokenDocument, { input: { coalition: COALITION } })
  const { token, expiresAt, devices } = granted(customerTokenCreate, 'CustomerTokenPayload')
  keep(token ?? null, expiresAt ?? null)
  heldDevices = devices
  if (token == null && wasIn) whenOver()
  return token ?? null
}

function keep(token: string | null, expiresAt: string | null): void {
  held = token === null || expiresAt === null ? undefined : { token, until: Date.parse(expiresAt) }
}

/** Asks as the customer who is signed in. Throws Problem; what is refused for want of a session ends it here. */
export async function askOwn<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const token = await currentToken()
  return ask(document, variables, token)
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
  held = undefined
  heldDevices = []
}
