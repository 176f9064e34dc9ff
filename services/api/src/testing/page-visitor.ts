import { updateCoalition } from '@artel/use-cases'
import { type BuiltCoalition, codeIn } from '@artel/use-cases/testing'
import { vi } from 'vitest'
import type { Answer, TestApi } from './test-api.ts'

const REQUEST = `mutation ($input: CustomerSignInRequestInput!) { customerSignInRequest(input: $input) {
  ... on CustomerSignInRequestPayload { isRequested } ... on UserError { code } } }`
const SIGN_IN = `mutation ($input: CustomerSignInInput!) { customerSignIn(input: $input) {
  ... on CustomerTokenPayload { token expiresAt devices { isThis } } ... on UserError { code } } }`
const TOKEN = `mutation ($input: CustomerTokenCreateInput!) { customerTokenCreate(input: $input) {
  ... on CustomerTokenPayload { token expiresAt devices { device network isThis } } ... on UserError { code } } }`
const SIGN_OUT = `mutation ($input: CustomerSignOutInput!) { customerSignOut(input: $input) {
  ... on CustomerSignOutPayload { ended } ... on UserError { code } } }`

/** A browser on the page of a coalition: what it keeps goes with each call. */
export interface PageVisitor {
  /** The cookie as the browser sends it; empty before. */
  cookie: string
  request(phone: string): Promise<Answer>
  signIn(phone: string, code: string): Promise<Answer>
  token(): Promise<Answer>
  signOut(everywhere?: boolean): Promise<Answer>
}

/** Opens the page of a coalition in a browser of its own. `headers` go with each call. */
export function aPageVisitor(
  api: TestApi,
  coalition: string,
  headers: Record<string, string> = { 'artel-csrf': '1' },
): PageVisitor {
  const visitor: PageVisitor = {
    cookie: '',
    request: (phone) => call(REQUEST, { phone, language: 'EN' }),
    signIn: (phone, code) => call(SIGN_IN, { phone, code }),
    token: () => call(TOKEN, {}),
    signOut: (everywhere = false) => call(SIGN_OUT, { everywhere }),
  }
  async function call(query: string, input: Record<string, unknown>): Promise<Answer> {
    const kept = visitor.cookie === '' ? {} : { cookie: visitor.cookie }
    const answer = await api.call(
      query,
      { input: { coalition, ...input } },
      { headers: { ...headers, ...kept } },
    )
    const set = answer.headers.getSetCookie().find((one) => /artel_customer_/.test(one))
    if (set !== undefined) visitor.cookie = /Max-Age=0/.test(set) ? '' : (set.split(';')[0] ?? '')
    return answer
  }
  return visitor
}

/** Switches the page of a town on, signs a customer in and answers the token, with the visitor. */
export async function onThePage(
  api: TestApi,
  town: BuiltCoalition,
  phone: string,
): Promise<{ readonly visitor: PageVisitor; readonly token: string }> {
  const { coalition } = await updateCoalition(town.adminContext, { hostedPage: true })
  const visitor = aPageVisitor(api, coalition.handle)
  const before = api.messages.length
  await visitor.request(phone)
  const code = await codeSentAfter(api, before)
  const { data } = await visitor.signIn(phone, code)
  return { visitor, token: data.customerSignIn.token }
}

/** The code of the message that comes after so many: it is sent after the answer. */
export async function codeSentAfter(api: TestApi, count: number): Promise<string> {
  // Worlds are built with it outside of tests, where nothing polls.
  await vi.waitFor(() => {
    if (api.messages.length <= count) throw new Error('No code came')
  }, 300_000)
  return codeIn(api.messages.at(-1))
}
