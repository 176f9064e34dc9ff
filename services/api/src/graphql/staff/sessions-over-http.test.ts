import { asSuperuser } from '@artel/store/testing'
import { closeMember, encodePublicId } from '@artel/use-cases'
import { aCoalition, aDoor, aPerson, type BuiltCoalition, codeOf } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const password = 'ключ от гаража 7'
const csrf = { 'artel-csrf': '1' }
let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  // The same key as the door of the tests: what they seal is opened here.
  api = await startTestApi({ secretsKey: aDoor().secretsKey })
  town = await aCoalition().withMember('wash').withMember('cafe').open(api.store)
})
afterAll(() => api.stop())

const SIGN_IN = `mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) {
  ... on UserError { code } ... on SessionPayload { token me { lacks places { id } } } } }`
const ME = '{ me { lacks places { id } sessions { id } session { id } } viewer { kind } }'
const cashier = (email: string, handle = 'wash') =>
  aPerson(town.member(handle).context, { email, role: 'CASHIER', password })
const signIn = async (email: string, headers: Record<string, string> = {}) =>
  (await api.call(SIGN_IN, { input: { email, password } }, { headers })).data.sessionCreate
const over = (sessionId: string) =>
  asSuperuser(
    api.databaseUrl,
    `update staff_session set ended_at = now() where staff_session_id = '${sessionId}'`,
  )

describe('a session that is over', () => {
  test('is nobody where a browser still sends its cookie, which the answer takes away', async () => {
    const { secret, session } = await cashier('stale@example.com')
    await over(session.id)
    const headers = { cookie: `artel_session=${secret}`, ...csrf, 'artel-acting-for': 'mbr_of_yesterday' }
    const answer = await api.call(ME, {}, { headers })
    expect(answer).toMatchObject({ status: 200, data: { me: null, viewer: { kind: 'ANONYMOUS' } } })
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^artel_session=; Max-Age=0;/)])
    const input = { email: 'stale@example.com', password, transport: 'COOKIE' }
    const again = await api.call(SIGN_IN, { input }, { headers })
    expect(again.data.sessionCreate.me.places).toHaveLength(1)
    // What is kept in the end is the new one, and that somebody has signed in from this browser.
    expect(again.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^artel_session=ss_\w+;/),
      expect.stringMatching(
        /^artel_device=\w+\.\d+\.[0-9a-f]{64}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ])
  })

  test('is refused where a program sends its secret', async () => {
    const { secret, session } = await cashier('program@example.com')
    await over(session.id)
    expect(await api.call(ME, {}, { key: secret })).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    })
  })
})

test('before the second factor a session sees and ends itself alone', async () => {
  const email = 'thief@example.com'
  const { secret } = await aPerson(town.adminContext, { email, role: 'COALITION_ADMIN', password })
  const made = await api.call(
    'mutation { totpEnrol(input: {}) { ... on TotpEnrolPayload { secret } } }',
    {},
    { key: secret },
  )
  const confirmed = await api.call(
    'mutation ($code: String!) { totpConfirm(input: { code: $code }) { ... on TotpConfirmPayload { token me { session { id } } } } }',
    { code: codeOf(made.data.totpEnrol.secret) },
    { key: secret },
  )
  const { token, me: owner } = confirmed.data.totpConfirm
  const thief = { key: (await signIn(email)).token }
  const seen = (await api.call(ME, {}, thief)).data.me
  expect(seen).toEqual({
    ...{ lacks: 'SECOND_FACTOR', places: [], session: seen.session },
    sessions: [seen.session],
  })
  const refused = [
    ['mutation { sessionEndAll(input: {}) { __typename } }', {}],
    ['mutation ($id: ID!) { sessionEnd(input: { id: $id }) { __typename } }', owner.session],
  ] as const
  for (const [call, variables] of refused)
    expect((await api.call(call, variables, thief)).errors).toMatchObject([
      { message: expect.stringContaining('second factor'), extensions: { code: 'FORBIDDEN' } },
    ])
  expect(
    (await api.call(`query ($id: ID!) { node(id: $id) { id } }`, owner.session, thief)).data.node,
  ).toBeNull()
  expect((await api.call(ME, {}, { key: token })).data.viewer.kind).toBe('ADMIN')
  const gone = await api.call(
    'mutation { sessionEnd(input: {}) { ... on SessionEndPayload { sessionId } } }',
    {},
    thief,
  )
  expect(gone.data.sessionEnd.sessionId).toBe(seen.session.id)
})

test('who served a member that has left signs in, is told so, and serves elsewhere as before', async () => {
  const leaver = await aCoalition().withMember('leaver').withMember('stayer').open(api.store)
  const { context, id: memberId } = leaver.member('leaver')
  const { secret } = await aPerson(context, { email: 'left@example.com', role: 'MEMBER_MANAGER', password })
  const both = await aPerson(context, { email: 'both@example.com', role: 'CASHIER', password })
  await aPerson(leaver.member('stayer').context, { email: 'both@example.com', role: 'CASHIER' })
  expect((await api.call(ME, {}, { key: secret })).data.viewer.kind).toBe('MEMBER')
  await closeMember(leaver.adminContext, { memberId })

  for (const key of [secret, (await signIn('left@example.com')).token]) {
    const answer = await api.call(ME, {}, { key })
    expect(answer).toMatchObject({ status: 200, data: { viewer: { kind: 'PERSON' } } })
    const { errors } = await api.call('{ staff { nodes { id } } }', {}, { key })
    expect(errors).toMatchObject([
      { message: expect.stringContaining('has left the coalition'), extensions: { code: 'FORBIDDEN' } },
    ])
  }
  const me = (await signIn('left@example.com')).me
  expect(me).toEqual({ lacks: 'CLOSED', places: [] })

  const key = (await signIn('both@example.com')).token
  expect(both.secret).not.toBe(key)
  const here = encodePublicId('member', leaver.member('stayer').id)
  expect((await api.call(ME, {}, { key })).data).toMatchObject({
    ...{ me: { lacks: null, places: [{ id: here }] }, viewer: { kind: 'MEMBER' } },
  })
  const gone = { 'artel-acting-for': encodePublicId('member', memberId) }
  expect((await api.call(ME, {}, { key, headers: gone })).data.viewer.kind).toBe('PERSON')
})
