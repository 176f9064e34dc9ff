import type { MessageSender } from '@artel/use-cases'

/** One sender out of several: each message goes by the first that has its channel. Undefined out of none. */
export function senderByChannel(senders: readonly MessageSender[]): MessageSender | undefined {
  if (senders.length < 2) return senders[0]
  return {
    channels: [...new Set(senders.flatMap(({ channels }) => channels))],
    isForDevelopment: senders.some(({ isForDevelopment }) => isForDevelopment),
    send: async (message) => {
      const sender = senders.find(({ channels }) => channels.includes(message.channel))
      if (!sender) throw new Error(`Nothing sends ${message.channel}`)
      await sender.send(message)
    },
  }
}
