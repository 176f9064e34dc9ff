import { field } from './field.ts'
import { refusal } from './refusal.ts'

const purposes = {
  HOUSEHOLD_JOIN: { en: 'joining a household', ru: 'вступление в семью' },
  POINTS_TRANSFER: { en: 'giving points away', ru: 'передача баллов' },
  SPEND: { en: 'spending points', ru: 'списание баллов' },
  UNFREEZE: { en: 'unfreezing points', ru: 'разморозка баллов' },
} as const

/** CONFIRMATION_REQUIRED: the customer has to say yes with a code first. Never recorded: its key stays free. */
export class ConfirmationRequiredError extends refusal('CONFIRMATION_REQUIRED', {
  meaning: {
    en: 'The customer has to confirm this with a code.',
    ru: 'Покупатель должен подтвердить это кодом.',
  },
  remedy: {
    en: 'Have a code sent with `confirmationRequest`, and send the same command again with `confirmation`.',
    ru: 'Отправьте код через `confirmationRequest` и повторите ту же команду с `confirmation`.',
  },
  fields: {
    purpose: field.choice(purposes, 'What the code is asked for.', { enumType: 'ConfirmationPurpose' }),
    customerId: field.id('customer', 'Whose code it takes.'),
    threshold: field.points('Points above which it does; null when it always does.', { nullable: true }),
  },
  message: {
    en: 'The customer has to confirm {purpose} with a code. Have one sent with `confirmationRequest`, and send the same command again with `confirmation`.',
    ru: 'Нужен код покупателя: {purpose}. Отправьте код через `confirmationRequest` и повторите ту же команду с `confirmation`.',
  },
  path: ['confirmation'],
}) {}

/**
 * SIGN_IN_CODE_WRONG: no customer with this phone was sent this code of late. It never says which of the two is wrong, nor whether
 * there is such a customer.
 */
export class SignInCodeWrongError extends refusal('SIGN_IN_CODE_WRONG', {
  meaning: {
    en: 'The code is wrong, has run out, or was used before.',
    ru: 'Код неверный, устарел или уже использован.',
  },
  remedy: {
    en: 'Check the phone and the code, or ask for another code.',
    ru: 'Проверьте телефон и код или запросите новый код.',
  },
  path: ['code'],
  status: 401,
}) {}

/** CONFIRMATION_INVALID: this code does not confirm this act. Never recorded: its key stays free. */
export class ConfirmationInvalidError extends refusal('CONFIRMATION_INVALID', {
  meaning: {
    en: 'The code is wrong, was tried too often or used before, or is for something else.',
    ru: 'Код неверный, попытки кончились, он уже использован, или он для другого.',
  },
  remedy: {
    en: 'Ask the customer again while `attemptsLeft` is above 0; otherwise request a new code.',
    ru: 'Переспросите покупателя, пока `attemptsLeft` больше 0; иначе запросите новый код.',
  },
  fields: {
    reason: field.choice(
      {
        WRONG_CODE: { en: 'it is wrong', ru: 'он неверный' },
        TRIED_TOO_OFTEN: { en: 'it was tried too often', ru: 'попытки кончились' },
        USED: { en: 'it was used before', ru: 'он уже использован' },
        OTHER_ACT: { en: 'it is for something else', ru: 'он для другого действия' },
      },
      'What is wrong with it.',
      { enumType: 'ConfirmationFault' },
    ),
    attemptsLeft: field.count('Tries that this code has left; 0: request a new one.'),
  },
  message: {
    en: 'The code does not confirm this: {reason}. Tries left: {attemptsLeft}.',
    ru: 'Код не подходит: {reason}. Осталось попыток: {attemptsLeft}.',
  },
  path: ['confirmation', 'code'],
}) {}

/** CONFIRMATION_EXPIRED: the code was asked for too long ago. Never recorded: its key stays free. */
export class ConfirmationExpiredError extends refusal('CONFIRMATION_EXPIRED', {
  meaning: { en: 'The code has expired.', ru: 'Срок кода вышел.' },
  remedy: { en: 'Request a new one.', ru: 'Запросите новый.' },
  fields: { expiredAt: field.instant('When it expired, by the coalition’s clock.') },
  message: {
    en: 'The code expired at {expiredAt}. Request a new one.',
    ru: 'Срок кода вышел {expiredAt}. Запросите новый.',
  },
  path: ['confirmation', 'code'],
}) {}

/** CONFIRMATION_UNAVAILABLE: this deployment sends no messages, so nobody can be asked. Never recorded. */
export class ConfirmationUnavailableError extends refusal('CONFIRMATION_UNAVAILABLE', {
  meaning: {
    en: 'This needs a code of the customer, and this deployment has no sender of messages.',
    ru: 'Нужен код покупателя, а отправка сообщений здесь не настроена.',
  },
  remedy: {
    en: 'Whoever runs the deployment has to configure a sender.',
    ru: 'Отправку настраивает тот, кто обслуживает систему.',
  },
  path: ['confirmation'],
}) {}

/** CONFIRMATION_NOT_SENT: the gateway did not take the message. */
export class ConfirmationNotSentError extends refusal('CONFIRMATION_NOT_SENT', {
  meaning: {
    en: 'The message with the code could not be sent.',
    ru: 'Сообщение с кодом отправить не удалось.',
  },
  remedy: { en: 'Try again in a moment.', ru: 'Повторите чуть позже.' },
  retryable: true,
}) {}

/** CONFIRMATION_TOO_SOON: a customer is sent few codes. */
export class ConfirmationTooSoonError extends refusal('CONFIRMATION_TOO_SOON', {
  meaning: {
    en: 'The customer was sent a code a moment ago, or many of late.',
    ru: 'Покупателю только что отправляли код или слишком много за последнее время.',
  },
  remedy: {
    en: 'Use that one, or request another at `retryAt`.',
    ru: 'Возьмите его или запросите новый в `retryAt`.',
  },
  fields: { retryAt: field.instant('When the next one may be requested, by the coalition’s clock.') },
  message: {
    en: 'The customer was sent a code a moment ago, or many of late. The next may be requested at {retryAt}.',
    ru: 'Покупателю только что отправляли код или слишком много за последнее время. Следующий - {retryAt}.',
  },
  retryable: true,
}) {}

/** NO_CONFIRMATION_CHANNEL: the customer has no phone or e-mail that this deployment can send to. */
export class NoConfirmationChannelError extends refusal('NO_CONFIRMATION_CHANNEL', {
  meaning: {
    en: 'The customer has no phone or e-mail that codes can be sent to.',
    ru: 'У покупателя нет телефона или почты, куда можно отправить код.',
  },
  remedy: {
    en: 'Ask the customer for a phone or an e-mail and enter it first.',
    ru: 'Спросите телефон или почту и сначала внесите их.',
  },
  path: ['customer'],
}) {}
