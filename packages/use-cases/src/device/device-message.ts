import type { Message } from '../messages/message-sender.ts'

/** Tells a customer of a device that was not seen before: where, and what to do about one that is not theirs. No code is in it. */
export const deviceMessage = (
  { place, hours }: { readonly place: string; readonly hours: number },
  locale: Message['locale'],
): string =>
  locale === 'ru'
    ? `${place}: ваши баллы открыты на новом устройстве. Крупные списания с него возможны через ${hours} ч. Если это не вы, попросите на любой кассе заморозить баллы.`
    : `${place}: your points were opened on a new device. Larger spending from it waits ${hours} h. If it is not you, ask any till to freeze your points.`

/** The subject of an e-mail about a new device. */
export const deviceSubject = (place: string, locale: Message['locale']): string =>
  locale === 'ru' ? `Новое устройство: ${place}` : `A new device: ${place}`
