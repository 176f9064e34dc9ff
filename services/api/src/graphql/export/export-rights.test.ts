import { asSuperuser } from '@artel/store/testing'
import {
  createApiKey,
  decodePublicId,
  encodePublicId,
  registerTill,
  revokeStaff,
  setPin,
} from '@artel/use-cases'
import { aCoalition, aDoor, aPerson, type BuiltCoalition, signedIn } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listFiles } from '../../testing/list-files.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const PIN = '4071'

let api: TestApi
let town: BuiltCoalition
let files: ReturnType<typeof listFiles>
beforeAll(async () => {
  api = await startTestApi({ secretsKey: aDoor().secretsKey })
  town = await aCoalition().withMember('wash').withCustomer('Anna').open(api.store)
  files = listFiles(api, town)
})
afterAll(() => api.stop())

describe('a file that is ready', () => {
  test('is not there for the person who asked for it in a session that a PIN began', async () => {
    const { context } = town.member('wash')
    const { secret, session } = await aPerson(context, { email: 'olga@wash.example', role: 'CASHIER' })
    await setPin(await signedIn({ store: api.store }, secret), { pin: PIN, door: aDoor() })
    const { secret: till } = await registerTill(context, { name: 'Bay 1' })
    const cashierId = encodePublicId('person', session.personId)
    const { data: signIn } = await api.call(
      'mutation ($input: TillSessionCreateInput!) { tillSessionCreate(input: $input) { ... on SessionPayload { token } } }',
      { input: { cashierId, pin: PIN } },
      { key: till },
    )
    const atTill = signIn.tillSessionCreate.token
    const { file } = await files.written(secret, { kind: 'PURCHASES' })
    expect(file.url).not.toBeNull()
    expect(await files.fileOf(atTill, file.id)).toBeNull()
    const { data } = await api.call('{ exports { nodes { id url } } }', {}, { key: atTill })
    expect(data.exports.nodes).toEqual([])
    const { data: again } = await api.call(
      'query ($id: ID!) { node(id: $id) { id } }',
      { id: file.id },
      { key: atTill },
    )
    expect(again?.node ?? null).toBeNull()
  })

  test('has no address for a person whose role was revoked, though another role is left', async () => {
    const { context } = town.member('wash')
    const email = 'pavel@wash.example'
    const manager = await aPerson(context, { email, role: 'MEMBER_MANAGER' })
    await aPerson(context, { email, role: 'CASHIER' })
    const { file } = await files.written(manager.secret, { kind: 'CUSTOMERS' })
    expect(file.url).not.toBeNull()
    await revokeStaff(context, { grantId: manager.grant.id })
    await expect.poll(async () => (await files.fileOf(manager.secret, file.id)).url).toBeNull()
    expect(await files.fileOf(manager.secret, file.id)).toMatchObject({ state: 'READY', id: file.id })
  })

  test('has no address for a key from which a scope was taken, and is given up when it was not ready', async () => {
    const { secret, apiKey } = await createApiKey(town.member('wash').context, {
      ...{ name: 'narrowed', scopes: ['customers:read', 'purchases:write'] },
    })
    const { file } = await files.written(secret, { kind: 'CUSTOMERS' })
    expect(file.url).not.toBeNull()
    const running = await files.start(secret, { kind: 'CUSTOMERS' })
    await asSuperuser(
      api.databaseUrl,
      `update api_key set scopes = '{purchases:write}' where api_key_id = '${apiKey.id}'`,
    )
    await expect.poll(async () => (await files.fileOf(secret, file.id)).url).toBeNull()
    await files.work()
    const id = decodePublicId('export', running.export.id) ?? ''
    expect(await api.store.prisma.listExport.findFirst({ where: { id } })).toMatchObject({
      ...{ state: 'FAILED', failure: 'FORBIDDEN', rows: 0 },
    })
  })
})
