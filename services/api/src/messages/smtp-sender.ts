import { MessageNotSentError, type MessageSender } from '@artel/use-cases'
import { createTransport } from 'nodemailer'

export interface SmtpSenderOptions {
  /** `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte; STARTTLS is used where it is offered. */
  readonly url: string
  /**
   * Whether a letter may go in the clear where the server, or somebody on the way to it, offers no TLS: links and codes are in it.
   * Default: false.
   */
  readonly allowPlain?: boolean
  /** Who letters are from: an address, with or without a name before it. */
  readonly from: string
}

/** Longest that a mail server may keep a request waiting for each of its answers, milliseconds. */
const ANSWER_MS = 15_000

/** Sends e-mail by SMTP, a connection a letter. What the server says goes nowhere: it may quote the address. */
export function smtpSender({ url, from, allowPlain = false }: SmtpSenderOptions): MessageSender {
  const waits = { connectionTimeout: ANSWER_MS, greetingTimeout: ANSWER_MS, socketTimeout: ANSWER_MS }
  const transport = createTransport({ url, requireTLS: !allowPlain, ...waits }, { from })
  return {
    channels: ['EMAIL'],
    isForDevelopment: false,
    send: async ({ channel, address, subject, text }) => {
      if (channel !== 'EMAIL') throw new Error(`SMTP sends no ${channel}`)
      try {
        // The address as an object: nothing in it is read as a list of addresses or as a header.
        await transport.sendMail({ to: { name: '', address }, subject: subject ?? '', text })
      } catch (error) {
        throw new MessageNotSentError(codeOf(error))
      }
    },
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
