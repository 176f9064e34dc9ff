import type { Message, MessageSender } from '../messages/message-sender.ts'

/** A sender whose messages a test reads where it keeps them. */
export function keepingSender(kept: Message[]): MessageSender {
  return {
    channels: ['SMS', 'EMAIL'],
    isForDevelopment: true,
    send: async (message) => {
      kept.push(message)
    },
  }
}
