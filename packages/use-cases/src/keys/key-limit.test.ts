import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { exportJWK, generateKeyPair } from 'jose'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { aCoalition, type BuiltCoalition } from '../testing/index.ts'
import { MAX_LIVING_KEYS } from './add-api-key.ts'
import { MAX_LIVING_TOKEN_KEYS } from './add-token-key.ts'
import { createApiKey } from './create-api-key.ts'
import { registerTokenKey } from './register-token-key.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { rotateApiKey } from './rotate-api-key.ts'
import { rotateTokenKey } from './rotate-token-key.ts'

let database: TestDatabase
let town: BuiltCoalition
let shop: Context
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  town = await aCoalition().withMember('shop').withMember('cafe').open(database.store)
  shop = town.member('shop').context
})
afterAll(() => database.drop())

const lives = () => ({
  ...{ coalitionId: town.id, memberId: town.member('shop').id, revokedAt: null },
  OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }],
})
const livingKeys = () => database.store.prisma.apiKey.count({ where: lives() })
const livingTokenKeys = () => database.store.prisma.tokenKey.count({ where: lives() })

/** What came of calls that were made at once: what each answered, and what the others were refused with. */
async function atOnce<Answer>(count: number, call: (no: number) => Promise<Answer>) {
  const settled = await Promise.allSettled(Array.from({ length: count }, (_, no) => call(no)))
  return {
    made: settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
    refused: settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : [])),
  }
}

describe('API keys of one owner', () => {
  const LIMITED = { code: 'KEY_LIMIT_REACHED', limit: MAX_LIVING_KEYS }
  const fill = async () => {
    for (let made = await livingKeys(); made < MAX_LIVING_KEYS - 2; made += 1)
      await createApiKey(shop, { name: `Till ${made}` })
  }

  it('are bounded, however many are made at once; a leaked one is replaced all the same', async () => {
    await fill()
    const { made, refused } = await atOnce(5, (till) => createApiKey(shop, { name: `Last ${till}` }))
    expect(await livingKeys()).toBe(MAX_LIVING_KEYS)
    expect(refused).toHaveLength(3)
    for (const each of refused) expect(each).toMatchObject(LIMITED)
    await createApiKey(town.member('cafe').context, { name: 'Another owner' })
    const [first, second] = made
    if (!first || !second) throw new Error('No key was made')
    await rotateApiKey(shop, { id: first.apiKey.id, overlapHours: 0 })
    expect(await livingKeys()).toBe(MAX_LIVING_KEYS)
    await rotateApiKey(shop, { id: second.apiKey.id, overlapHours: 1 })
    await expect(createApiKey(shop, { name: 'One more' })).rejects.toMatchObject(LIMITED)
    await revokeApiKey(shop, { id: second.apiKey.id })
    await expect(createApiKey(shop, { name: 'One more' })).rejects.toMatchObject(LIMITED)
  })

  it('are replaced once, however many replace one at once', async () => {
    const { apiKey } = await createApiKey(shop, { name: 'Leaked' })
    const before = await livingKeys()
    const { made, refused } = await atOnce(6, () => rotateApiKey(shop, { id: apiKey.id, overlapHours: 0 }))
    expect(await livingKeys()).toBe(before)
    expect(made).toHaveLength(1)
    for (const each of refused) expect(each).toMatchObject({ code: 'INVALID_INPUT', path: ['id'] })
  })
})

describe('signing keys of one member', () => {
  const LIMITED = { code: 'KEY_LIMIT_REACHED', limit: MAX_LIVING_TOKEN_KEYS }
  const aKey = async () => {
    const { publicKey } = await generateKeyPair('EdDSA', { extractable: true })
    return { kid: uuidv7(), publicJwk: { ...(await exportJWK(publicKey)) } }
  }

  it('are bounded, however many are registered at once; a leaked one is replaced all the same', async () => {
    const first = await aKey()
    await registerTokenKey(shop, first)
    for (let made = 1; made < MAX_LIVING_TOKEN_KEYS - 2; made += 1) await registerTokenKey(shop, await aKey())
    const { refused } = await atOnce(5, async () => registerTokenKey(shop, await aKey()))
    expect(await livingTokenKeys()).toBe(MAX_LIVING_TOKEN_KEYS)
    expect(refused).toHaveLength(3)
    for (const each of refused) expect(each).toMatchObject(LIMITED)
    const turn = async (overlapHours: number) =>
      rotateTokenKey(shop, { ...(await aKey()), replaces: first.kid, overlapHours })
    await expect(turn(1)).rejects.toMatchObject(LIMITED)
    const { tokenKey } = await turn(0)
    expect(tokenKey.endsAt).toBeNull()
    expect(await livingTokenKeys()).toBe(MAX_LIVING_TOKEN_KEYS)
    await registerTokenKey(town.member('cafe').context, await aKey())
  })

  it('are replaced once, however many replace one at once', async () => {
    const leaked = await aKey()
    await registerTokenKey(shop, leaked)
    const { made, refused } = await atOnce(6, async () =>
      rotateTokenKey(shop, { ...(await aKey()), replaces: leaked.kid, overlapHours: 0 }),
    )
    expect(await livingTokenKeys()).toBe(1)
    expect(made).toHaveLength(1)
    for (const each of refused) expect(each).toMatchObject({ code: 'INVALID_INPUT', path: ['replaces'] })
  })
})
