import type { Message, MessageSender } from '../messages/message-sender.ts'

/** A sender whose messages a test reads where it keeps them. It shows them to nobody, so that an API in production takes it. */
export function keepingSender(kept: Message[]): MessageSender {
  return {
    channels: ['SMS', 'EMAIL'],
    isForDevelopment: false,
    send: async (message) => {
      kept.push(message)
    },
  }
}
