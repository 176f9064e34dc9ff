import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** SIGN_IN_FAILED: no account has this e-mail with this password. It never says which of the two is wrong. */
export class SignInFailedError extends refusal('SIGN_IN_FAILED', {
  meaning: { en: 'The e-mail or the password is wrong.', ru: 'Неверный адрес почты или пароль.' },
  remedy: {
    en: 'Check both, or ask for a link by mail.',
    ru: 'Проверьте то и другое или войдите по ссылке из письма.',
  },
  status: 401,
}) {}

/** SIGN_IN_DELAYED: too many attempts failed, and the next one has to wait. */
export class SignInDelayedError extends refusal('SIGN_IN_DELAYED', {
  meaning: {
    en: 'Too many attempts failed: this one was not looked at.',
    ru: 'Слишком много неудачных попыток, эта не рассматривалась.',
  },
  remedy: { en: 'Wait, then try again.', ru: 'Подождите и попробуйте снова.' },
  fields: { waitSeconds: field.count('How long to wait, seconds.') },
  message: {
    en: 'Too many attempts failed: this one was not looked at. Try again in {waitSeconds} s.',
    ru: 'Слишком много неудачных попыток, эта не рассматривалась. Попробуйте снова через {waitSeconds} с.',
  },
  retryable: true,
  status: 429,
}) {}

/** LINK_NOT_VALID: a one-time link that was used, has run out, or never was. */
export class LinkNotValidError extends refusal('LINK_NOT_VALID', {
  meaning: {
    en: 'The link was used before, has run out, or was never sent.',
    ru: 'Ссылка уже использована, устарела или никогда не отправлялась.',
  },
  remedy: { en: 'Ask for a new one.', ru: 'Попросите новую.' },
}) {}

/** CODE_NOT_VALID: the code of the second factor is wrong, or was used before. */
export class CodeNotValidError extends refusal('CODE_NOT_VALID', {
  meaning: {
    en: 'The code is wrong, has run out, or was used before.',
    ru: 'Код неверен, устарел или уже использован.',
  },
  remedy: {
    en: "Wait for the next code of the app, and check the device's clock.",
    ru: 'Дождитесь следующего кода в приложении и проверьте часы устройства.',
  },
}) {}

/** SECOND_FACTOR_ENROLLED: there is a second factor; another one takes its place only after it was given. */
export class SecondFactorEnrolledError extends refusal('SECOND_FACTOR_ENROLLED', {
  meaning: {
    en: 'The account has a second factor, and this session has not given it.',
    ru: 'Второй фактор уже есть, а в этом сеансе он не подтверждён.',
  },
  remedy: {
    en: 'Confirm the session with a code or a recovery code first.',
    ru: 'Сначала подтвердите сеанс кодом или запасным кодом.',
  },
}) {}

/** PERSON_REQUIRED: what takes two people takes persons, and the key acts for none. */
export class PersonRequiredError extends refusal('PERSON_REQUIRED', {
  meaning: {
    en: 'This takes two people, and the key, or the one that proposed it, acts for no person.',
    ru: 'Это дело двоих людей, а за этим ключом или за ключом предложившего никто не стоит.',
  },
  remedy: {
    en: 'Sign in, or use a key that a person made.',
    ru: 'Войдите сами или возьмите ключ, который выпустил человек.',
  },
}) {}

/** LETTER_NOT_SENT: the deployment sends no mail, or its server did not take the letter. */
export class LetterNotSentError extends refusal('LETTER_NOT_SENT', {
  meaning: {
    en: 'The letter was not sent: the deployment sends no mail, or its server did not take it.',
    ru: 'Письмо не отправлено: почта не настроена или сервер письма не принял.',
  },
  remedy: { en: 'Have the mail set up, then do it again.', ru: 'Настройте почту и повторите.' },
  retryable: true,
  status: 503,
}) {}
