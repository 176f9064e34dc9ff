import { advanceImports, createApiKey, encodePublicId, eraseCustomer } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const FILE = 'ФИО;Телефон;Примечание\nБорис;8 912 345-67-89;=HYPERLINK("x")\nГлеб;123;0001234\n'
const IMPORT = `query ($id: ID!) { import(id: $id) { kind state isPaused failure rows percent errorsPath
  counts { added matched faults points } checked { added faults } } }`
const step = (name: string) =>
  `mutation ($id: ID!) { ${name}(input: { id: $id }) { __typename
    ... on ImportPayload { import { state isPaused } } ... on UserError { code } } }`

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna', { phone: '+79120000001' })
    .open(api.store)
})
afterAll(() => api.stop())

const handIn = (query: string, key: string | undefined, body = FILE) =>
  fetch(new URL(`/imports?${query}`, api.url), {
    method: 'POST',
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    body,
  })
const errorsFile = (id: string, key: string, lang = 'ru') =>
  fetch(new URL(`/imports/${id}/errors.csv?lang=${lang}`, api.url), {
    headers: { authorization: `Bearer ${key}` },
  })
const customers = 'kind=CUSTOMERS&consent=2026-01'

async function worked(): Promise<void> {
  const operator = { store: api.store, principal: { kind: 'operator' } } as const
  for (;;) if ((await advanceImports(operator, { coalitionId: town.id })).pieces === 0) return
}

describe('imports over HTTP', () => {
  it('takes a file in, says what would happen, records it once it is begun, and hands out what is wrong', async () => {
    const { apiKey: key } = town.member('wash')
    const answer = await handIn(customers, key)
    expect(answer.status).toBe(201)
    const { id, ...facts } = (await answer.json()) as Record<string, unknown> & { id: string }
    expect(facts).toMatchObject({
      replayed: false,
      rows: 2,
      state: 'CHECKING',
      reading: { columns: { phone: 'Телефон' } },
    })
    expect((await handIn(customers, key)).status).toBe(200)
    await worked()
    const { data } = await api.call(IMPORT, { id }, { key })
    expect(data.import).toMatchObject({
      ...{ kind: 'CUSTOMERS', state: 'CHECKED', rows: 2, percent: 100, checked: null },
      counts: { added: 1, matched: 0, faults: 1, points: '0' },
    })
    const begun = await api.call(step('importBegin'), { id }, { key })
    expect(begun.data.importBegin).toMatchObject({ import: { state: 'RUNNING' } })
    await worked()
    expect((await api.call(IMPORT, { id }, { key })).data.import).toMatchObject({
      ...{ state: 'DONE', checked: { added: 1, faults: 1 } },
    })
    const file = await errorsFile(id, key)
    expect(file.headers.get('content-disposition')).toContain(`errors-${id}.csv`)
    const russian = await file.text()
    expect(russian).toContain("строка;ФИО;Телефон;Примечание;столбец;причина\r\n3;Глеб;123;'0001234;phone;")
    expect(await (await errorsFile(id, key, 'en')).text()).toContain(
      '3,Глеб,123,0001234,phone,"Must be a telephone',
    )
    const acts = await api.store.prisma.auditEvent.findMany({
      where: { coalitionId: town.id, subjectId: { not: null }, act: { startsWith: 'import' } },
      orderBy: { id: 'asc' },
    })
    expect(acts.map(({ act }) => act)).toEqual(['importHandIn', 'importBegin', 'importEnd'])
    expect(JSON.stringify(acts.map(({ details }) => details))).not.toMatch(/Борис|345/)
  })

  it('is for whoever may do with a row what it does, and shown to its member and the administrators alone', async () => {
    const wash = town.member('wash')
    expect((await handIn(customers, undefined)).status).toBe(401)
    const { secret } = await createApiKey(wash.context, { name: 'till', scopes: ['purchases:write'] })
    expect((await handIn(customers, secret)).status).toBe(403)
    expect((await handIn('kind=NOTHING', wash.apiKey)).status).toBe(400)
    expect(
      (await handIn(`${customers}&member=${encodePublicId('member', town.member('parts').id)}`, wash.apiKey))
        .status,
    ).toBe(404)
    expect((await handIn(customers, wash.apiKey, 'no table')).status).toBe(422)
    const { id } = (await (await handIn(customers, wash.apiKey, FILE.replace('67-89', '67-90'))).json()) as {
      id: string
    }
    const seen = async (key: string) => (await api.call(IMPORT, { id }, { key })).data.import?.kind ?? null
    expect(await seen(wash.apiKey)).toBe('CUSTOMERS')
    expect(await seen(town.adminKey)).toBe('CUSTOMERS')
    expect(await seen(town.member('parts').apiKey)).toBe(null)
    expect((await errorsFile(id, town.member('parts').apiKey)).status).toBe(404)
    expect((await errorsFile(id, secret)).status).toBe(403)
    const refused = await api.call(step('importPause'), { id }, { key: town.member('parts').apiKey })
    expect(refused.data.importPause).toMatchObject({ code: 'NOT_FOUND' })
    const paused = await api.call(step('importPause'), { id }, { key: town.adminKey })
    expect(paused.data.importPause).toMatchObject({ import: { state: 'CHECKING', isPaused: true } })
    const resumed = await api.call(step('importResume'), { id }, { key: wash.apiKey })
    expect(resumed.data.importResume).toMatchObject({ import: { isPaused: false } })
  })

  it('ends with an erasure: no row that may name the customer is kept', async () => {
    const { apiKey: key } = town.member('wash')
    const { id } = (await (await handIn(customers, key, FILE.replace('Борис', 'Анна'))).json()) as {
      id: string
    }
    await eraseCustomer(town.adminContext, {
      ...{
        customerId: town.customer('Anna').id,
        reason: 'CUSTOMER_REQUEST',
        reference: null,
        givesUpPoints: true,
      },
    })
    expect((await api.call(IMPORT, { id }, { key })).data.import).toMatchObject({ state: 'CANCELLED' })
    await worked()
    expect(await api.store.prisma.importRow.count({ where: { coalitionId: town.id } })).toBe(0)
  })
})
