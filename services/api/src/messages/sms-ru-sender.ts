import type { MessageSender } from '@artel/use-cases'
import { askGateway, type GatewayVerdict, numberIn } from './ask-gateway.ts'

export interface SmsRuOptions {
  /** The account's key. */
  readonly apiId: string
  /** The sender's name that the account has agreed on; the gateway's own without it. */
  readonly from?: string | undefined
  /** @defaultValue `https://sms.ru/sms/send` */
  readonly url?: string
}

const TAKEN = 100
/** The gateway is away or in trouble: its own word to try again. */
const BUSY: ReadonlySet<number> = new Set([220, 500])
/** The same message to the same phone again, within a minute or a day. */
const REPEATED: ReadonlySet<number> = new Set([231, 232])

/** Sends SMS by sms.ru. */
export function smsRuSender({ apiId, from, url = 'https://sms.ru/sms/send' }: SmsRuOptions): MessageSender {
  return {
    channels: ['SMS'],
    isForDevelopment: false,
    send: async ({ channel, address, text }) => {
      if (channel !== 'SMS') throw new Error(`sms.ru sends no ${channel}`)
      const message = { api_id: apiId, to: address.replace('+', ''), msg: text, json: '1' }
      const form = from === undefined ? message : { ...message, from }
      await askGateway({ name: 'sms.ru', url, form, judge })
    },
  }
}

/** The request has a code and, where that is good, each phone has one of its own. */
function judge(answer: unknown): GatewayVerdict {
  const whole = numberIn(answer, 'status_code')
  if (whole !== TAKEN) return verdictOf(whole)
  const { sms } = answer as { readonly sms?: Readonly<Record<string, unknown>> }
  const codes = Object.values(sms ?? {}).map((one) => numberIn(one, 'status_code'))
  const other = codes.find((code) => code !== TAKEN)
  if (codes.length > 0 && other === undefined) return 'TAKEN'
  return verdictOf(other)
}

function verdictOf(code: number | undefined): GatewayVerdict {
  if (code === undefined) return { lost: 'an answer without a code' }
  if (REPEATED.has(code)) return { repeated: `code ${code}` }
  return BUSY.has(code) ? { busy: `code ${code}` } : { refused: `code ${code}` }
}
