import { LetterNotSentError } from '@artel/ledger'
import type { Context } from '../access/principal.ts'
import { MessageNotSentError, type MessageSender } from '../messages/message-sender.ts'

type Language = 'en' | 'ru'

interface Letter {
  readonly subject: string
  readonly text: string
}

interface Envelope {
  readonly to: string
  readonly language: Language
  /** The one-time link. Its secret stands behind the #, which browsers send to nobody. */
  readonly url: string
}

const SIGN_IN: Readonly<Record<Language, (url: string) => Letter>> = {
  en: (url) => ({
    subject: 'Your link to sign in to Artel',
    text: `Open this link to sign in. It works once, for 15 minutes.\n\n${url}\n\nIf it was not you who asked for it, do nothing: without the link nobody gets in.\n`,
  }),
  ru: (url) => ({
    subject: 'Ссылка для входа в Артель',
    text: `Откройте эту ссылку, чтобы войти. Она действует один раз, 15 минут.\n\n${url}\n\nЕсли её просили не вы, ничего не делайте: без ссылки никто не войдёт.\n`,
  }),
}

const INVITATION: Readonly<Record<Language, (place: string, url: string) => Letter>> = {
  en: (place, url) => ({
    subject: `You are invited to work with ${place} in Artel`,
    text: `Open this link to accept. It works once, for seven days.\n\n${url}\n\nIf you do not know ${place}, do nothing.\n`,
  }),
  ru: (place, url) => ({
    subject: `Приглашение работать с «${place}» в Артели`,
    text: `Откройте эту ссылку, чтобы принять приглашение. Она действует один раз, семь дней.\n\n${url}\n\nЕсли «${place}» вам не знакомо, ничего не делайте.\n`,
  }),
}

const SECOND_FACTOR_RESET: Readonly<Record<Language, Letter>> = {
  en: {
    subject: 'Your second factor in Artel was reset',
    text: 'Whoever runs the deployment took your second factor and your password away, and you were signed out everywhere. Sign in by a link, set a new password and enrol a new second factor.\n\nIf it was not you who asked for it, tell them at once.\n',
  },
  ru: {
    subject: 'Второй фактор для Артели сброшен',
    text: 'Тот, кто ведёт сервер, сбросил ваш второй фактор и пароль, все сеансы завершены. Войдите по ссылке, задайте новый пароль и заведите новый второй фактор.\n\nЕсли просили не вы, сразу сообщите ему.\n',
  },
}

/** What sends letters. Throws LetterNotSentError where the deployment sends none. */
export function requireMail({ sender }: Context): MessageSender {
  if (sender?.channels.includes('EMAIL')) return sender
  throw new LetterNotSentError()
}

/** Sends a link to sign in. Throws LetterNotSentError. */
export const sendSignInLink = (sender: MessageSender, { language, url, to }: Envelope): Promise<void> =>
  send(sender, { to, language }, SIGN_IN[language](url))

/** Sends an invitation to a coalition or a member, by its name. Throws LetterNotSentError. */
export const sendInvitation = (
  sender: MessageSender,
  { language, url, to, place }: Envelope & { readonly place: string },
): Promise<void> => send(sender, { to, language }, INVITATION[language](place, url))

/** Tells a person that the second factor was taken away. Throws LetterNotSentError. */
export const sendResetNotice = (
  sender: MessageSender,
  { language, to }: Omit<Envelope, 'url'>,
): Promise<void> => send(sender, { to, language }, SECOND_FACTOR_RESET[language])

async function send(
  sender: MessageSender,
  { to: address, language: locale }: Pick<Envelope, 'to' | 'language'>,
  letter: Letter,
): Promise<void> {
  try {
    await sender.send({ channel: 'EMAIL', address, locale, ...letter })
  } catch (error) {
    if (error instanceof MessageNotSentError) throw new LetterNotSentError()
    throw error
  }
}
