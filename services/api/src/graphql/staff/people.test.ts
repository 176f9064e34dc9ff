import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition, codeOf, linkIn } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition().withMember('wash').open(api.store)
})
afterAll(() => api.stop())

const REFUSED = '__typename ... on UserError { code message retryable }'
const ME = 'token me { person { id email name } lacks places { id name coalitionName roles } }'
const INVITE = `mutation ($input: StaffInviteInput!) {
  staffInvite(input: $input) { ${REFUSED} ... on StaffGrantPayload { grant { id email role person { name } } } } }`
const ACCEPT = `mutation ($input: StaffAcceptInput!) { staffAccept(input: $input) { ${REFUSED} ... on SessionPayload { ${ME} } } }`
const SIGN_IN = `mutation ($input: SessionCreateInput!) {
  sessionCreate(input: $input) { ${REFUSED} ... on SessionPayload { ${ME} } } }`
const WHOAMI = '{ me { session { device } sessions { id } hasSecondFactor lacks } viewer { kind scopes } }'
const password = 'ключ от гаража 7'

async function invited(email: string, role: string, inviter = town.adminKey, memberId?: string) {
  const answer = await api.call(INVITE, { input: { email, role, memberId } }, { key: inviter })
  return { grant: answer.data.staffInvite.grant, linkSecret: linkIn(api.messages.at(-1)) }
}

test('an administrator is invited by the first key, signs in, enrols a second factor, and only then may act', async () => {
  const { grant, linkSecret } = await invited('olga@example.com', 'COALITION_ADMIN')
  expect(grant).toMatchObject({ email: 'olga@example.com', person: null })
  expect(api.messages.at(-1)).toMatchObject({ address: 'olga@example.com', locale: 'ru' })
  const accepted = await api.call(ACCEPT, { input: { linkSecret, name: 'Ольга', password } })
  const { token, me } = accepted.data.staffAccept
  expect(me).toMatchObject({ person: { name: 'Ольга' }, lacks: 'ENROLMENT' })
  const refused = await api.call('{ staff { nodes { email } } }', {}, { key: token })
  expect(refused.errors[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } })
  expect(refused.errors[0]?.message).toContain('totpEnrol')
  const made = await api.call(
    'mutation { totpEnrol(input: {}) { ... on TotpEnrolPayload { secret uri } } }',
    {},
    { key: token },
  )
  const confirmed = await api.call(
    `mutation ($code: String!) { totpConfirm(input: { code: $code }) { ${REFUSED}
      ... on TotpConfirmPayload { token recoveryCodes me { lacks places { id roles } } } } }`,
    { code: codeOf(made.data.totpEnrol.secret) },
    { key: token },
  )
  const { token: renewed, recoveryCodes, me: after } = confirmed.data.totpConfirm
  expect(recoveryCodes).toHaveLength(10)
  expect(after).toEqual({
    lacks: null,
    places: [{ id: encodePublicId('coalition', town.id), roles: ['COALITION_ADMIN'] }],
  })
  const staff = await api.call(
    '{ staff { nodes { email role person { name } } } viewer { kind } }',
    {},
    { key: renewed },
  )
  expect(staff.data.staff.nodes).toContainEqual({
    ...{ email: 'olga@example.com', role: 'COALITION_ADMIN', person: { name: 'Ольга' } },
  })
  expect(staff.data.viewer.kind).toBe('ADMIN')
  // Neither the log nor an answer has told a secret.
  const told = api.logLines.join('\n')
  for (const secret of [token, renewed, linkSecret, password, made.data.totpEnrol.secret])
    expect(told).not.toContain(secret)
})

test('an unknown e-mail, a wrong password and an account without one are answered word for word the same', async () => {
  const { linkSecret } = await invited('boris@example.com', 'CASHIER', town.member('wash').apiKey)
  await api.call(ACCEPT, { input: { linkSecret, name: 'Борис', password } })
  const bare = await invited('link-only@example.com', 'CASHIER', town.member('wash').apiKey)
  await api.call(ACCEPT, { input: { linkSecret: bare.linkSecret, name: 'Link' } })
  const answers = []
  for (const email of ['boris@example.com', 'nobody@example.com', 'link-only@example.com']) {
    const { data, status } = await api.call(SIGN_IN, { input: { email, password: 'not this one' } })
    answers.push(JSON.stringify({ data, status }))
  }
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toContain('SIGN_IN_FAILED')
})

test('a session of a password alone, where the role demands a second factor, sees itself and no other session', async () => {
  const email = 'vera@example.com'
  const { linkSecret } = await invited(email, 'COALITION_ADMIN')
  const accepted = await api.call(ACCEPT, { input: { linkSecret, name: 'Вера', password } })
  const { data } = await api.call(SIGN_IN, { input: { email, password } })
  const seenBy = async (key: string) =>
    (await api.call('{ me { session { id } sessions { id } } }', {}, { key })).data.me
  const alone = await seenBy(data.sessionCreate.token)
  expect(alone.sessions).toEqual([alone.session])
  const proven = await seenBy(accepted.data.staffAccept.token)
  expect(proven.sessions).toEqual([alone.session, proven.session])
})

describe('by cookie', () => {
  const csrf = { 'artel-csrf': '1' }
  const signIn = async () => {
    const input = { email: 'boris@example.com', password, transport: 'COOKIE' }
    const answer = await api.call(SIGN_IN, { input }, { headers: csrf })
    const [cookie = ''] = answer.headers.getSetCookie()
    return { answer, cookie, sent: cookie.split(';', 1)[0] ?? '' }
  }

  test('the secret is in an HttpOnly cookie alone, and counts beside the header only, from our own pages', async () => {
    const { answer, cookie, sent } = await signIn()
    expect(answer.data.sessionCreate).toMatchObject({ token: null, me: { lacks: null } })
    expect(cookie).toMatch(/^artel_session=ss_\w+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
    const kindWith = async (headers: Record<string, string>) =>
      (await api.call(WHOAMI, {}, { headers: { cookie: sent, ...headers } })).data.viewer.kind
    expect(await kindWith(csrf)).toBe('MEMBER')
    expect(await kindWith({ ...csrf, origin: api.url })).toBe('MEMBER')
    expect(await kindWith({})).toBe('ANONYMOUS')
    expect(await kindWith({ ...csrf, origin: 'https://evil.example' })).toBe('ANONYMOUS')
    const preflight = await fetch(`${api.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'artel-csrf',
      },
    })
    expect(preflight.status).toBe(403)
  })

  test('signing out ends it and makes the browser forget', async () => {
    const { sent } = await signIn()
    const headers = { cookie: sent, ...csrf }
    const ended = await api.call(
      'mutation { sessionEnd(input: {}) { ... on SessionEndPayload { sessionId } } }',
      {},
      { headers },
    )
    expect(ended.headers.getSetCookie()[0]).toMatch(/^artel_session=; Max-Age=0;/)
    const row = await api.store.prisma.staffSession.findFirst({
      where: { endedAt: { not: null } },
      orderBy: { id: 'desc' },
    })
    expect(encodePublicId('staffSession', row?.id ?? '')).toBe(ended.data.sessionEnd.sessionId)
  })
})

test('behind https the cookie is bound to the host and never sent in the clear', async () => {
  const secure = await startTestApi({ publicUrl: 'https://artel.example' })
  try {
    const there = await aCoalition().withMember('wash').open(secure.store)
    await secure.call(
      INVITE,
      { input: { email: 'v@example.com', role: 'CASHIER' } },
      { key: there.member('wash').apiKey },
    )
    const linkSecret = linkIn(secure.messages.at(-1))
    expect(secure.messages.at(-1)?.text).toContain('https://artel.example/invitation#')
    const { headers } = await secure.call(ACCEPT, {
      input: { linkSecret, name: 'V', transport: 'COOKIE' },
    })
    expect(headers.getSetCookie()[0]).toMatch(
      /^__Host-artel_session=ss_\w+;.*; HttpOnly; SameSite=Lax; Secure$/,
    )
  } finally {
    await secure.stop()
  }
})

test('what is for people is refused to keys, and me is nobody for them', async () => {
  const { errors } = await api.call(
    'mutation { passwordChange(input: { password: "a longer password" }) { __typename } }',
    {},
    { key: town.adminKey },
  )
  expect(errors[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } })
  expect((await api.call('{ me { lacks } }', {}, { key: town.adminKey })).data.me).toBeNull()
})

test('a manager sees the staff of its member alone; a link is asked for without telling who is there', async () => {
  const { linkSecret } = await invited('m@example.com', 'MEMBER_MANAGER', town.member('wash').apiKey)
  const { data } = await api.call(ACCEPT, { input: { linkSecret, name: 'M' } })
  const { data: list } = await api.call(
    '{ staff(standing: true) { nodes { role member { handle } } } }',
    {},
    { key: data.staffAccept.token },
  )
  expect(new Set(list.staff.nodes.map((one: { member: { handle: string } }) => one.member.handle))).toEqual(
    new Set(['wash']),
  )
  const before = api.messages.length
  const ask = (email: string) =>
    api.call(
      'mutation ($email: String!) { sessionLinkRequest(input: { email: $email }) { ... on SessionLinkRequestPayload { isRequested } } }',
      { email },
    )
  expect((await ask('m@example.com')).data).toEqual((await ask('no-one@example.com')).data)
  await expect.poll(() => api.messages.length).toBe(before + 1)
})
