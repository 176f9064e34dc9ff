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

const BANK_DETAILS_CHANGED = (party: string): Letter => ({
  subject: `The bank details of ${party} changed / Изменились реквизиты`,
  text: `The legal or bank details of ${party} were changed in Artel: money is paid there from the next plan of payments on. If you do not know why, ask the coalition at once, on a number that you know.\n\nВ Артели изменили реквизиты «${party}»: со следующего плана платежей деньги пойдут по ним. Если вы не знаете почему, сразу спросите в коалиции по известному вам телефону.\n`,
})

/** What changed of what opens an account. */
export type CredentialNews = 'PASSKEY_ADDED' | 'PASSKEY_REMOVED' | 'TOTP_SET' | 'PASSWORD_CHANGED'

const CREDENTIAL_NEWS: Readonly<Record<CredentialNews, { readonly en: string; readonly ru: string }>> = {
  PASSKEY_ADDED: { en: 'a passkey was added', ru: 'добавлен ключ входа' },
  PASSKEY_REMOVED: { en: 'a passkey was removed', ru: 'удалён ключ входа' },
  TOTP_SET: { en: 'a second factor was set up', ru: 'заведён второй фактор' },
  PASSWORD_CHANGED: { en: 'the password was changed', ru: 'изменён пароль' },
}

const credentialLetter = ({ en, ru }: { readonly en: string; readonly ru: string }): Letter => ({
  subject: `Your account in Artel: ${en} / Ваш вход в Артель`,
  text: `In your account ${en}. If it was not you, ask whoever runs the deployment at once to reset the account: that ends all sessions, keys and other ways in.\n\nВ вашей учётной записи ${ru}. Если это были не вы, сразу попросите того, кто ведёт сервер, сбросить вход: закончатся все сеансы, ключи и другие способы войти.\n`,
})

/** What happened to a PIN that its owner had no hand in. */
export type PinNews = 'CODE_MADE' | 'SET_BY_CODE'

/** In both languages at once: nothing says which one the person reads. */
const PIN_NEWS: Readonly<Record<PinNews, (place: string) => Letter>> = {
  CODE_MADE: (place) => ({
    subject: `A code for your PIN at ${place} / Код для вашего ПИН-кода`,
    text: `A manager of ${place} made a code with which your PIN for the tills is set. Whoever has the code can act as you there: it works once, for a day. If it does not reach you, or you asked for none, set a PIN yourself, which voids the code, and tell the coalition.\n\nУправляющий «${place}» сделал код, которым задаётся ваш ПИН-код для касс. У кого код, тот может действовать там от вашего имени: он действует один раз, сутки. Если он до вас не дошёл или вы его не просили, задайте ПИН-код сами (код перестанет действовать) и сообщите коалиции.\n`,
  }),
  SET_BY_CODE: (place) => ({
    subject: `Your PIN at ${place} was set / Ваш ПИН-код задан`,
    text: `Your PIN for the tills of ${place} was set with a manager's code. If it was not you, set another one, which ends the sessions of this one, and tell the coalition.\n\nВаш ПИН-код для касс «${place}» задан кодом управляющего. Если это были не вы, задайте другой (сеансы этого закончатся) и сообщите коалиции.\n`,
  }),
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

/** Tells somebody of a party, by its name, that where it is paid was changed. Throws LetterNotSentError. */
export const sendBankDetailsNotice = (
  sender: MessageSender,
  { to, party }: { readonly to: string; readonly party: string },
): Promise<void> => send(sender, { to, language: 'en' }, BANK_DETAILS_CHANGED(party))

/** Tells a person what changed of what opens their account. Throws LetterNotSentError. */
export const sendCredentialNotice = (
  sender: MessageSender,
  { to, news }: { readonly to: string; readonly news: CredentialNews },
): Promise<void> => send(sender, { to, language: 'en' }, credentialLetter(CREDENTIAL_NEWS[news]))

/** Tells a person what became of their PIN at a member, by its name. Throws LetterNotSentError. */
export const sendPinNotice = (
  sender: MessageSender,
  { to, place, news }: { readonly to: string; readonly place: string; readonly news: PinNews },
): Promise<void> => send(sender, { to, language: 'en' }, PIN_NEWS[news](place))

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
