import type { Message } from '../messages/message-sender.ts'

/** Says what the code is for before it says the code, and that nobody asks for it: whoever has it sees all that the customer sees. */
export const signInMessage = (
  { code, place, minutes }: { readonly code: string; readonly place: string; readonly minutes: number },
  language: Message['locale'],
): string =>
  language === 'ru'
    ? `${place}: вход в ваш кошелёк баллов. Код ${code}, действует ${minutes} мин. Не говорите его никому, и на кассе тоже.`
    : `${place}: signing in to your wallet of points. The code is ${code}, for ${minutes} minutes. Tell it to nobody, not at a till either.`

/** The subject of an e-mail with such a code. */
export const signInSubject = (place: string, language: Message['locale']): string =>
  language === 'ru' ? `Код для входа: ${place}` : `Code to sign in: ${place}`
