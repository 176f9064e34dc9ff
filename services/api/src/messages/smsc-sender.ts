import type { MessageSender } from '@artel/use-cases'
import { askGateway, type GatewayVerdict, numberIn } from './ask-gateway.ts'

export interface SmscOptions {
  readonly login: string
  readonly password: string
  /** The sender's name that the account has agreed on; the gateway's own without it. */
  readonly from?: string | undefined
  /** @defaultValue `https://smsc.ru/sys/send.php` */
  readonly url?: string
}

/** Its answer as JSON. */
const JSON_FORMAT = '3'
/** More than one of the same message in a minute, or too many requests at once. */
const REPEATED = 9

/** Sends SMS by smsc.ru. The phone keeps its plus, so that the gateway corrects nothing. */
export function smscSender(options: SmscOptions): MessageSender {
  const { login, password, from, url = 'https://smsc.ru/sys/send.php' } = options
  return {
    channels: ['SMS'],
    isForDevelopment: false,
    send: async ({ channel, address, text }) => {
      if (channel !== 'SMS') throw new Error(`smsc.ru sends no ${channel}`)
      const account = { login, psw: password, fmt: JSON_FORMAT, charset: 'utf-8' }
      const message = { ...account, phones: address, mes: text }
      const form = from === undefined ? message : { ...message, sender: from }
      await askGateway({ name: 'smsc.ru', url, form, judge })
    },
  }
}

function judge(answer: unknown): GatewayVerdict {
  const code = numberIn(answer, 'error_code')
  if (code === REPEATED) return { repeated: `code ${code}` }
  if (code !== undefined) return { refused: `code ${code}` }
  return numberIn(answer, 'id') === undefined ? { lost: 'an answer without an id' } : 'TAKEN'
}
