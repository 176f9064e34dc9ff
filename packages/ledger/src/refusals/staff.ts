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

/** SECOND_FACTOR_UNREADABLE: the deployment's secrets key is not the one that the second factor was sealed with. */
export class SecondFactorUnreadableError extends refusal('SECOND_FACTOR_UNREADABLE', {
  meaning: {
    en: 'The deployment cannot read the second factor: its secrets key is another than when it was enrolled.',
    ru: 'Второй фактор не прочесть: ключ секретов сервера не тот, с которым его заводили.',
  },
  remedy: {
    en: 'Give a recovery code, or have whoever runs the deployment reset the second factor.',
    ru: 'Введите запасной код или попросите того, кто ведёт сервер, сбросить второй фактор.',
  },
  status: 503,
}) {}

/** SECOND_FACTOR_STALE: what opens an account is changed by who has just proven who they are; this session did so too long ago. */
export class SecondFactorStaleError extends refusal('SECOND_FACTOR_STALE', {
  meaning: {
    en: 'Passwords, passkeys and second factors are changed within minutes of a second factor, and this session gave its own longer ago.',
    ru: 'Пароль, ключи входа и второй фактор меняют сразу после того, как дали второй фактор, а в этом сеансе его дали давно.',
  },
  remedy: {
    en: 'Give the second factor again, by a code or by signing in with a passkey, and repeat it.',
    ru: 'Дайте второй фактор ещё раз: введите код или войдите ключом входа, и повторите.',
  },
  fields: { minutes: field.count('How long a second factor counts for this.') },
  message: {
    en: 'The second factor was given more than {minutes} minutes ago. Give it again (sessionConfirmTotp, or a passkey) and repeat.',
    ru: 'Второй фактор дан больше {minutes} минут назад. Дайте его ещё раз: введите код или войдите ключом входа, и повторите.',
  },
  status: 403,
}) {}

/** LINK_REQUIRED: a first second factor is not enrolled with a password alone. */
export class LinkRequiredError extends refusal('LINK_REQUIRED', {
  meaning: {
    en: 'A password alone does not enrol the first second factor.',
    ru: 'По одному паролю первый второй фактор не завести.',
  },
  remedy: {
    en: 'Sign in by a link that comes by mail, then enrol it.',
    ru: 'Войдите по ссылке из письма и заведите его.',
  },
  status: 403,
}) {}

/** INVITATION_LIMIT_REACHED: enough invitations were sent in a day. */
export class InvitationLimitReachedError extends refusal('INVITATION_LIMIT_REACHED', {
  meaning: {
    en: 'Enough invitations were sent in a day.',
    ru: 'За сутки отправлено достаточно приглашений.',
  },
  remedy: {
    en: 'Go on tomorrow; what was sent works for seven days.',
    ru: 'Продолжите завтра; отправленное действует семь дней.',
  },
  fields: {
    per: field.choice(
      {
        ADDRESS: { en: 'one address', ru: 'на один адрес' },
        INVITER: { en: 'one inviter', ru: 'от одного приглашающего' },
        PLACE: { en: 'one member or the coalition itself', ru: 'от одного участника или от самой коалиции' },
      },
      'What there is a limit for: ADDRESS, INVITER or PLACE, a member or the coalition itself.',
    ),
    limit: field.count('How many invitations in a day.'),
  },
  message: {
    en: 'Enough invitations were sent in a day: {limit} for {per}.',
    ru: 'За сутки отправлено достаточно приглашений: {limit} {per}.',
  },
  retryable: true,
  status: 429,
}) {}

/** PIN_NOT_VALID: nobody who may sign in at this till has this PIN. It never says whether the PIN or the person is wrong. */
export class PinNotValidError extends refusal('PIN_NOT_VALID', {
  meaning: { en: 'The PIN is wrong, or is void.', ru: 'Неверный или недействительный ПИН-код.' },
  remedy: {
    en: 'Try again, or set another PIN: signed in by e-mail, or with a code of the manager.',
    ru: 'Попробуйте снова или задайте новый ПИН-код: войдя по почте или с кодом от управляющего.',
  },
  status: 401,
}) {}
