import { encodePublicId } from '@artel/use-cases'
import { aCoalition } from '@artel/use-cases/testing'
import { expect, test } from 'vitest'
import { startTestApi } from '../testing/test-api.ts'

test('a line names the id of the key that was used, never the key', async () => {
  const api = await startTestApi()
  const town = await aCoalition().withMember('wash').open(api.store)
  const key = town.member('wash').apiKey
  const { id } = await api.store.prisma.apiKey.findFirstOrThrow({
    where: { coalitionId: town.id, memberId: town.member('wash').id },
  })
  const call = (requestId: string, secret?: string) =>
    api.call(
      '{ viewer { kind } }',
      {},
      {
        ...(secret === undefined ? {} : { key: secret }),
        headers: { 'x-request-id': requestId },
      },
    )
  await call('with-key', key)
  await call('without')
  await call('unknown', `${key.slice(0, -3)}xyz`)
  await fetch(`${api.url}/statements/none.pdf`, {
    headers: { authorization: `Bearer ${key}`, 'x-request-id': 'document' },
  })
  await api.stop()
  const keyIds = Object.fromEntries(
    api.logLines.map((line) => JSON.parse(line)).map(({ requestId, keyId }) => [requestId, keyId]),
  )
  const keyId = encodePublicId('apiKey', id)
  expect(keyIds).toMatchObject({ 'with-key': keyId, document: keyId })
  expect([keyIds.without, keyIds.unknown]).toEqual([undefined, undefined])
  expect(api.logLines.join('')).not.toContain(key.slice(-12))
})
