import { expect, test } from 'vitest'
import { smsSender } from './sms-settings.ts'

test('SMS go by the gateway that is named, and by none where none is', () => {
  expect(smsSender({})).toBeUndefined()
  for (const env of [{ SMS_RU_API_ID: 'x' }, { SMSC_LOGIN: 'x', SMSC_PASSWORD: 'y', SMS_FROM: 'Artel' }])
    expect(smsSender(env)).toMatchObject({ channels: ['SMS'], isForDevelopment: false })
})

test.each([
  { SMSC_LOGIN: 'x' },
  { SMSC_PASSWORD: 'a secret' },
  { SMS_FROM: 'Artel' },
  { SMS_RU_API_ID: 'a secret', SMSC_LOGIN: 'x', SMSC_PASSWORD: 'y' },
])('half a gateway, or two, are refused without telling a secret: %o', (env) => {
  expect(() => smsSender(env)).toThrow(/^(?!.*a secret).*SMS/)
})
