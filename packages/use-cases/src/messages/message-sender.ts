/** How a message reaches a person. */
export type MessageChannel = 'SMS' | 'EMAIL'

/** One message to one person. Its address and text are personal, and may be secret: they belong in no log. */
export interface Message {
  readonly channel: MessageChannel
  /** A phone in E.164 for SMS, an e-mail address for EMAIL. */
  readonly address: string
  /** The language of the text. */
  readonly locale: 'en' | 'ru'
  /** Of an e-mail; null for SMS, which has none. */
  readonly subject: string | null
  /** Plain text; lines of an e-mail end with `\n`. */
  readonly text: string
}

/**
 * The port through which messages go to people: codes, invitations. Each deployment has its own way of sending, or none;
 * verbs that need one say so when it is missing, and never write the message anywhere else.
 */
export interface MessageSender {
  /** What it can send, in any order; verbs offer nobody a channel that is not here. */
  readonly channels: readonly MessageChannel[]
  /** Shows what it sends to whoever runs the process. Such a sender is refused in production. */
  readonly isForDevelopment: boolean
  /**
   * Hands one message over; resolves as soon as the gateway has taken it. Throws MessageNotSentError when it did not.
   * Every other error is a bug of the sender.
   */
  send(message: Message): Promise<void>
}

/**
 * The gateway did not take a message, or nobody knows whether it did; the same message may be sent again later. Says neither the
 * address nor the text.
 */
export class MessageNotSentError extends Error {
  /** Whether the gateway may have taken it all the same: it was handed over, and the answer was lost. */
  readonly mayHaveArrived: boolean

  constructor(reason: string, { mayHaveArrived = false }: { readonly mayHaveArrived?: boolean } = {}) {
    super(`The message was not sent: ${reason}`)
    this.name = 'MessageNotSentError'
    this.mayHaveArrived = mayHaveArrived
  }
}
