import type { Words } from '../../text/speak.ts'

/** What stands in the way of a receipt, by its `bar` or code. */
export const receiptWords = {
  INVALID_INPUT: [
    'The receipt was not read whole. Scan its QR code again.',
    'Чек прочитан не полностью. Отсканируйте QR-код ещё раз.',
  ],
  NOT_A_SALE: ['This receipt is not of a purchase.', 'Это не чек покупки.'],
  UNKNOWN_TILL: [
    'This till is of no partner that takes receipts.',
    'Эта касса не у партнёра, который принимает чеки.',
  ],
  TOO_OLD: ['This receipt is too old for points.', 'Этот чек слишком старый для баллов.'],
  RECORDED: [
    'The points of this receipt were given already. If not to you, ask at the till.',
    'Баллы за этот чек уже начислены. Если не вам, спросите на кассе.',
  ],
  CONFIRMED: ['This receipt was counted already.', 'Этот чек уже учтён.'],
  CLAIMED: [
    'You sent this receipt already. It waits for its partner.',
    'Этот чек вы уже отправили. Он ждёт ответа партнёра.',
  ],
  TOO_MANY: [
    'Many of your receipts wait for an answer. Try again when some are answered.',
    'Много ваших чеков ещё ждут ответа. Попробуйте, когда на них ответят.',
  ],
  DECLINED: ['The partner did not accept this receipt.', 'Партнёр не принял этот чек.'],
  EXPIRED: [
    'The partner did not answer in time. Ask at the till.',
    'Партнёр не ответил вовремя. Спросите на кассе.',
  ],
} satisfies Words

/** Texts of `<artel-claim>`. Those of refusals stand under their codes, of a code that cannot be used under its `bar`. */
export const claimWords = {
  title: ['Points by a code', 'Баллы по коду'],
  code: ['Code or QR of your bill', 'Код или QR с вашего чека'],
  claim: ['Get the points', 'Получить баллы'],
  claiming: ['Getting the points', 'Начисляем баллы'],
  camera: ['Scan by camera', 'Сканировать камерой'],
  cameraClose: ['Close the camera', 'Закрыть камеру'],
  cameraOpen: ['Hold the QR code before the camera', 'Наведите камеру на QR-код'],
  cameraRead: ['The code was read', 'Код прочитан'],
  REFUSED: [
    'The camera is not allowed here. Allow it in the browser, or type the code.',
    'Камера не разрешена. Разрешите её в браузере или введите код.',
  ],
  FAILED: ['The camera did not open. Please type the code.', 'Камера не открылась. Введите код.'],
  earned: [
    { one: '{n} point earned', other: '{n} points earned' },
    { one: 'Начислен {n} балл', many: 'Начислено {n} баллов', other: 'Начислено {n} балла' },
  ],
  earnedNone: ['The bill is recorded. It earns no points.', 'Чек записан. Баллов за него нет.'],
  balanceNow: ['Your balance: {points}', 'На счёте: {points}'],
  another: ['Another code', 'Ещё один код'],
  NOTHING: ['Type the code first.', 'Сначала введите код.'],
  OTHER: ['This is not a code for points.', 'Это не код начисления.'],
  sent: ['The receipt is with {name}', 'Чек отправлен: {name}'],
  sentText: [
    'Points come as soon as the partner confirms it, by {date}.',
    'Баллы придут, когда партнёр его подтвердит, до {date}.',
  ],
  INVALID_INPUT: [
    'The code is mistyped. Please compare it with the bill.',
    'В коде опечатка. Сверьте его с чеком.',
  ],
  NOT_FOUND: ['There is no such code.', 'Такого кода нет.'],
  USED: ['This code was used already.', 'Этот код уже использован.'],
  REVOKED: ['This code was taken back.', 'Этот код отозван.'],
  EXPIRED: ['The days of this code are over.', 'Срок этого кода прошёл.'],
  DELAYED: [
    'The points cannot be given yet. The code stays valid: try later.',
    'Баллы пока не начислить. Код остаётся в силе: попробуйте позже.',
  ],
  MEMBER_NOT_ACTIVE: [
    'This partner gives no points at the moment.',
    'Этот партнёр сейчас не начисляет баллы.',
  ],
  SALE_TOO_LATE: ['This bill is too old for points.', 'Этот чек слишком старый для баллов.'],
  SALE_BEFORE_JOINING: [
    'The purchase was before you joined the programme.',
    'Покупка была до вступления в программу.',
  ],
  THROTTLED: [
    { one: 'Too many tries. Wait a second.', other: 'Too many tries. Wait {n} seconds.' },
    {
      one: 'Слишком много попыток. Подождите {n} секунду.',
      many: 'Слишком много попыток. Подождите {n} секунд.',
      other: 'Слишком много попыток. Подождите {n} секунды.',
    },
  ],
  OFFLINE: [
    'You are offline. Try again when you are back.',
    'Нет соединения. Попробуйте, когда связь появится.',
  ],
  refused: ['This cannot be claimed here. Ask at the counter.', 'Здесь это не засчитать. Спросите на кассе.'],
  lost: [
    'No answer came. Try again: nothing is given twice.',
    'Ответ не пришёл. Попробуйте ещё раз: дважды не начислим.',
  ],
  loading: ['Loading', 'Загружаем'],
  signedOutTitle: ['Sign in to use a code', 'Войдите, чтобы ввести код'],
  signedOutText: ['Points of your bill go to your account.', 'Баллы за чек поступят на ваш счёт.'],
  errorTitle: ['Codes cannot be taken now', 'Сейчас код не принять'],
  errorText: ['Your code is safe. Please try again.', 'С кодом всё в порядке. Попробуйте ещё раз.'],
  ...Object.fromEntries(Object.entries(receiptWords).map(([reason, words]) => [`receipt ${reason}`, words])),
} satisfies Words
