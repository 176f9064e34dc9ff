import { asSuperuser } from '@artel/store/testing'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACCESS } from './auth/access-rules.ts'
import { type InputPlace, inputPlaces } from './testing/input-places.ts'
import { ENROL, freshKey, RECORD } from './testing/operations.ts'
import { OPERATOR_KEY, startTestApi, type TestApi } from './testing/test-api.ts'

/** Of a person or a secret, each in a form that inputs take. None may come up in a log, whatever was made of it. */
const PLANTED = {
  phone: '+79997770011',
  email: 'vasilisa.planted@example.org',
  name: 'Vasilisa Planted',
  password: 'planted-horse-battery-staple',
  secret: 'planted_secret_of_forty_letters_and_more_0',
  text: 'planted words of a note',
}
const MARKS = ['planted', '99977700']

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi({ allowPrivateWebhooks: true })
  town = await aCoalition().withMember('wash').withCustomer('Anna', { reference: 'anna' }).open(api.store)
})
afterAll(() => api.stop())

/** Lines of the log with something planted in them. */
const leaks = () => api.logLines.filter((line) => MARKS.some((mark) => line.toLowerCase().includes(mark)))

/** What is planted in a place: what its name asks for, so that the command comes as far as it can. */
function plantedFor({ name }: InputPlace): unknown[] {
  const fits = Object.entries(PLANTED).filter(([kind]) => name.toLowerCase().includes(kind))
  return fits.length > 0 ? [...fits.map(([, value]) => value), PLANTED.text] : [PLANTED.text, PLANTED.secret]
}

function sample(name: string, typeName: string): unknown {
  if (name === 'idempotencyKey') return freshKey()
  const samples: Readonly<Record<string, unknown>> = {
    ...{ Int: 1, Float: 1, Boolean: false, Points: '1', Minor: '100', Micros: '1000000' },
    ...{ DateTime: '2026-11-01T00:00:00Z', TimeZone: 'Europe/Moscow', JSONObject: {}, ID: 'x' },
  }
  const fits = Object.entries(PLANTED).find(([kind]) => name.toLowerCase().includes(kind))
  return fits?.[1] ?? samples[typeName] ?? PLANTED.text
}

function keysFor({ rootField }: InputPlace): (string | undefined)[] {
  const rule = ACCESS[rootField]
  return [
    ...(rule?.admin ? [town.adminKey] : []),
    ...(rule?.member ? [town.member('wash').apiKey] : []),
    ...(rule?.operator && !rule.admin ? [OPERATOR_KEY] : []),
    ...(rule?.anonymous ? [undefined] : []),
  ]
}

test('nothing that is planted in an argument or an input field comes up in the log', async () => {
  const places = inputPlaces(sample).filter(({ scalar }) => ['String', 'ID', 'JSONObject'].includes(scalar))
  expect(places.length).toBeGreaterThan(150)
  for (const place of places)
    for (const key of keysFor(place))
      for (const value of plantedFor(place)) {
        const planted = place.scalar === 'JSONObject' ? { planted: value } : value
        await api.call(place.query, place.variablesWith(planted), key === undefined ? {} : { key })
      }
  expect(api.logLines.length).toBeGreaterThan(places.length)
  expect(leaks()).toEqual([])
})

test('nor what is planted in a header, an address or a body that is no request', async () => {
  const { secret } = PLANTED
  const enrolled = { input: { name: PLANTED.name, phone: PLANTED.phone, consentVersion: '1' } }
  for (const headers of [
    { authorization: `Bearer ${secret}` },
    { authorization: `Bearer sk_test_${secret}` },
    { authorization: `Basic ${secret}` },
    { cookie: `artel_session=ss_${secret}` },
    { 'idempotency-key': secret, 'user-agent': PLANTED.name, referer: `https://shop.example/?t=${secret}` },
    { origin: `https://${secret}.example`, 'x-forwarded-for': secret },
  ])
    await api.call(ENROL, enrolled, { headers })
  for (const path of [
    `/graphql?query={viewer{kind}}&token=${secret}`,
    `/graphql?documentId=${secret}`,
    `/statements/statement.pdf?link=${secret}`,
    `/statements/${secret}.pdf`,
    `/nowhere/${secret}`,
    `/sales?token=${secret}`,
  ])
    for (const method of ['GET', 'POST']) await (await fetch(`${api.url}${path}`, { method })).text()
  for (const body of [
    `{"query": "${secret}`,
    `{"query": "{ viewer { ${secret} } }"}`,
    `["${secret}"]`,
    secret,
  ])
    await (
      await fetch(`${api.url}/graphql`, {
        ...{ method: 'POST', body },
        headers: { 'content-type': 'application/json' },
      })
    ).text()
  expect(leaks()).toEqual([])
})

test('nor what a database that refuses a row says of the row', async () => {
  const fresh = await aCoalition()
    .withMember('wash')
    .withCustomer('Anna', { reference: 'anna' })
    .open(api.store)
  const key = fresh.member('wash').apiKey
  const broken = async (table: string) =>
    asSuperuser(api.databaseUrl, `alter table ${table} add constraint nothing_more check (false) not valid`)
  for (const table of ['customer', 'card', 'purchase', 'staff_grant', 'staff_link', 'adjustment'])
    await broken(table)
  const input = { name: PLANTED.name, phone: '+79997770022', email: PLANTED.email, consentVersion: '1' }
  const enrolled = await api.call(ENROL, { input }, { key })
  const sale = {
    ...{ customer: { reference: 'anna' }, receiptRef: PLANTED.text, idempotencyKey: freshKey() },
    total: { amountMinor: '10000', currency: 'RUB' },
  }
  const sold = await api.call(RECORD, { input: sale }, { key })
  const invited = await api.call(
    'mutation ($input: StaffInviteInput!) { staffInvite(input: $input) { __typename } }',
    { input: { email: PLANTED.email, role: 'CASHIER' } },
    { key },
  )
  for (const { errors } of [enrolled, sold, invited])
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR'])
  expect(api.logLines.filter((line) => line.includes('request failed')).length).toBeGreaterThanOrEqual(3)
  expect(leaks()).toEqual([])
})
