import { smscSender, smsRuSender } from '@artel/api/parts'
import type { MessageSender } from '@artel/use-cases'
import { CliError } from '../cli-error.ts'

/**
 * How the environment says to send SMS: `SMS_RU_API_ID`, or `SMSC_LOGIN` with `SMSC_PASSWORD`; `SMS_FROM` is the sender's name.
 * Undefined when neither is set.
 */
export function smsSender(env: NodeJS.ProcessEnv): MessageSender | undefined {
  const { SMS_RU_API_ID: apiId, SMSC_LOGIN: login, SMSC_PASSWORD: password, SMS_FROM } = env
  const from = SMS_FROM || undefined
  if (apiId && (login || password))
    throw new CliError('Set SMS_RU_API_ID, or SMSC_LOGIN and SMSC_PASSWORD: SMS go by one gateway.', {
      ru: 'Укажите SMS_RU_API_ID либо SMSC_LOGIN и SMSC_PASSWORD: SMS уходят через один шлюз.',
    })
  if (apiId) return smsRuSender({ apiId, from })
  if (!login && !password) {
    if (from)
      throw new CliError(
        'SMS_FROM alone sends nothing: set SMS_RU_API_ID, or SMSC_LOGIN and SMSC_PASSWORD.',
        {
          ru: 'Одного SMS_FROM мало: укажите SMS_RU_API_ID либо SMSC_LOGIN и SMSC_PASSWORD.',
        },
      )
    return undefined
  }
  if (!login || !password)
    throw new CliError('SMSC_LOGIN and SMSC_PASSWORD are set together.', {
      ru: 'SMSC_LOGIN и SMSC_PASSWORD указывают вместе.',
    })
  return smscSender({ login, password, from })
}
