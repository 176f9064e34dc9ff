import { problemInRussian } from './problems-ru.ts'
import { ru } from './settle-words-ru.ts'

/** What a refusal carries besides its code: its details, and the fields of the error. */
export type RefusalFacts = Readonly<Record<string, unknown>>

/** What people read of a refusal in Russian, by its code. The code itself is printed after it. */
const REFUSALS: Readonly<Record<string, (facts: RefusalFacts) => string>> = {
  ADJUSTMENT_NOT_OPEN: ({ status }) =>
    `По корректировке решение уже принято (${said(status)}). Если нужно иначе, предложите другую.`,
  ALREADY_EXISTS: ({ what }) =>
    `Такой объект уже есть (${said(NOUNS[said(what)] ?? what)}). Возьмите его или назовите другое значение.`,
  APPROVER_IS_PROPOSER: () =>
    'Кто предложил корректировку, тот её не утверждает. Нужен ключ другого человека.',
  BANK_FILE_UNREADABLE: ({ problem }) => `Банковскую выписку прочитать нельзя: ${said(problem)}`,
  CAPTURE_EXCEEDS_HOLD: ({ held, requested }) =>
    `В резерве ${said(held)} баллов, а запрошено ${said(requested)}. Спишите не больше ${said(held)}.`,
  CLOCK_NOT_MOVABLE: () => 'Часы действующей коалиции не переводятся. Для проб откройте тестовую.',
  COALITION_WINDING_DOWN: ({ endsAt }) =>
    `Коалиция сворачивается: баллы можно тратить до ${said(endsAt)}, новых договорённостей нет.`,
  CREDIT_LIMIT_REACHED: ({ owedMicros, limitMicros }) =>
    `Участник должен ${money(owedMicros)} при пределе ${money(limitMicros)} и, пока не заплатит, баллов не начисляет. Тратить баллы у него можно.`,
  CUSTOMER_CLOSED: ({ mergedIntoId }) =>
    mergedIntoId
      ? 'Покупателя объединили с другим: работайте с тем.'
      : 'Покупатель вышел из программы. Зарегистрируйте его заново.',
  CUSTOMER_HAS_OPEN_HOLDS: ({ openHolds, held }) =>
    `Открытых резервов: ${said(openHolds)}, баллов в них: ${said(held)}. Спишите или снимите их либо дождитесь срока.`,
  DISPUTE_RESOLVED_ALREADY: ({ outcome }) =>
    `По разногласию решение уже принято: ${ru.outcome[said(outcome)] ?? said(outcome)}. Ошибку исправит корректировка в открытом периоде.`,
  DISPUTE_TOO_LATE: () =>
    'Акт уже принят - прямо или молчанием. Попросите коалицию о корректировке в открытом периоде.',
  EARLIER_WINDOW_PENDING: ({ windowNo, status }) =>
    `Сначала период ${said(windowNo)}, его состояние - «${ru.status[said(status)] ?? said(status)}». Пройдите его шаги.`,
  EXIT_NOTICE_STANDS: ({ because }) =>
    `Уведомление о выходе не отзывается: ${WHY_IT_STANDS[said(because)] ?? said(because)}.`,
  FORBIDDEN: ({ missingScope }) =>
    missingScope
      ? `Ключу не хватает права «${said(missingScope)}». Возьмите ключ с ним или выпустите новый.`
      : 'Этому ключу такой шаг недоступен: он другого рода. Возьмите ключ администратора или, если шаг - участника, его ключ.',
  HOLD_NOT_OPEN: ({ status }) =>
    `Резерв уже не открыт (${said(status)}). Посмотрите, что с ним стало, или сделайте новый.`,
  IDEMPOTENCY_KEY_MISMATCH: () =>
    'Этот ключ повтора был с другим запросом. Повторите тот запрос в точности или дайте новый ключ.',
  INSUFFICIENT_POINTS: ({ available, requested }) =>
    `Из ${said(requested)} запрошенных баллов сейчас можно потратить ${said(available)}.`,
  INVALID_INPUT: ({ path, problem }) =>
    `Поле ${Array.isArray(path) && path.length > 0 ? path.join('.') : 'запроса'}: ${problemInRussian(said(problem))}.`,
  MEMBER_EXIT_INCOMPLETE: ({ missing }) =>
    `Закрыть участника ещё нельзя. Не хватает: ${said(missing)
      .split(' ')
      .map((step) => EXIT_STEPS[step] ?? step)
      .join('; ')}.`,
  MEMBER_HAS_OBLIGATIONS: ({ outstandingPoints, clearingMicros, openHolds }) =>
    `За участником ещё обязательства: баллов на руках ${said(outstandingPoints)}, сальдо ${money(clearingMicros)}, открытых резервов ${said(openHolds)}.`,
  MEMBER_NOT_ACTIVE: ({ status }) =>
    `Состояние участника (${MEMBER_STATUS[said(status)] ?? said(status)}) этого не позволяет.`,
  NOT_FOUND: ({ what }) =>
    `Нет такого объекта или он вам не виден: ${said(NOUNS[said(what)] ?? what)}. Проверьте название и то, той ли коалиции ключ.`,
  NOT_SAME_HOUSEHOLD: () => 'Покупатели не из одной семьи. Сначала объедините их в семью.',
  NOTHING_DUE: () => 'Здесь делать уже нечего.',
  OVERLOADED: ({ retryAfterMs }) =>
    `Слишком много команд в очереди, ничего не записано. Повторите через ${said(retryAfterMs)} мс с тем же ключом повтора.`,
  PAYMENT_LEG_CLOSED: () =>
    'Пропущенный платёж остался долгом, его запросит следующий план. Запишите деньги по тому плану.',
  PLAN_APPROVED_ALREADY: () => 'Вы этот план уже утвердили. Сверх предела нужен ещё один человек.',
  PLAN_APPROVER_IS_PROPOSER: () => 'Кто предложил план, тот его не утверждает. Нужен ключ другого человека.',
  PLAN_CHANGED: ({ planHash }) =>
    `План с тех пор изменился: платёж, разногласие или новое предложение. Предложите и прочтите его снова, теперь он ${said(planHash)}.`,
  POINTS_SHARE_EXCEEDED: ({ maxPoints, requested }) =>
    `Баллами можно оплатить не больше ${said(maxPoints)}, а запрошено ${said(requested)}.`,
  RECEIPT_ALREADY_USED: ({ receiptRef }) => `Покупка с чеком «${said(receiptRef)}» уже записана.`,
  REFUND_EXCEEDS_PURCHASE: ({ refundableMinor }) => `Вернуть можно не больше ${kopecks(refundableMinor)}.`,
  BANK_DETAILS_MISSING: ({ fields }) =>
    `Не хватает реквизитов стороны или они не подходят: ${said(fields)}. Задайте их: settle bank-details.`,
  SALE_NEEDS_APPROVAL: ({ receiptRef }) =>
    `Продажа по чеку «${said(receiptRef)}» сверх кредитного предела и ждёт согласия коалиции. После него отправьте её с новым ключом.`,
  SALE_TOO_LATE: ({ soldOn, lastDay }) =>
    `Продажу от ${day(soldOn)} нужно было сдать до ${day(lastDay)}. Попросите согласия коалиции, затем отправьте с новым ключом.`,
  TERMS_NOT_ACCEPTED: () => 'Участник не принял действующие условия. Сначала он принимает их своим ключом.',
  TERMS_NOT_OPEN: ({ reason }) =>
    `С этой версией условий так нельзя: ${TERMS_CLOSED[said(reason)] ?? said(reason)}.`,
  TOKEN_CAP_EXCEEDED: ({ maxPoints }) => `По этому токену можно не больше ${said(maxPoints)} баллов.`,
  WINDOW_STEP_NOT_READY: ({ missing }) => `Шаг ещё ждёт: ${missingText(missing)}. Когда будет, повторите.`,
  WINDOW_STEP_OUT_OF_ORDER: ({ status, expected }) =>
    `Состояние периода - «${ru.status[said(status)] ?? said(status)}», а этот шаг делают после «${ru.status[said(expected)] ?? said(expected)}». Сначала шаги до него.`,
  WRITE_OFF_EXCEEDS_RECEIVABLE: ({ owed, requested }) =>
    `Участник должен ${money(owed)}, а списать просят ${money(requested)}. Спишите не больше долга.`,
}

/** A refusal in Russian; undefined for a code that has no words here. */
export function refusalInRussian(code: string, facts: RefusalFacts): string | undefined {
  return Object.hasOwn(REFUSALS, code) ? REFUSALS[code]?.(facts) : undefined
}

const NOUNS: Readonly<Record<string, string>> = {
  coalition: 'коалиция',
  terms: 'условия',
  member: 'участник',
  customer: 'покупатель',
  purchase: 'покупка',
  hold: 'резерв',
  entry: 'проводка',
  adjustment: 'корректировка',
  window: 'закрытый период',
  statement: 'акт',
  statementLine: 'строка акта',
  dispute: 'разногласие',
  plan: 'план платежей',
  paymentLeg: 'платёж к оплате',
  payment: 'оплата',
  bankImport: 'банковская выписка',
  reconciliation: 'сверка',
  reconciliationLine: 'строка сверки',
  apiKey: 'ключ API',
  tokenKey: 'ключ токенов',
}

const MEMBER_STATUS: Readonly<Record<string, string>> = {
  INVITED: 'приглашён, условий не принял',
  ACTIVE: 'действует',
  SUSPENDED: 'приостановлен',
  EXITING: 'выходит',
  CLOSED: 'закрыт',
}

const EXIT_STEPS: Readonly<Record<string, string>> = {
  NOTICE: 'уведомление о выходе',
  REDEMPTION_WINDOW: 'срок, в который тратят его баллы',
  OPEN_HOLDS: 'открытые резервы',
  POINTS_TO_EXPIRE: 'баллы, которые должны сгореть',
  FINAL_ESTIMATE: 'последний акт',
  GUARANTEE: 'депозит или гарантия',
}

const WHY_IT_STANDS: Readonly<Record<string, string>> = {
  FINAL_ESTIMATE: 'последний акт уже составлен',
  CLOSED: 'участник закрыт',
  WIND_DOWN: 'сворачивается вся коалиция',
  GIVEN_BY_COALITION: 'его дала коалиция, и отзывает администратор',
}

const TERMS_CLOSED: Readonly<Record<string, string>> = {
  WITHDRAWN: 'она отозвана',
  IN_FORCE: 'она уже действует, предложите новую',
  ABOUT_TO_START: 'она принята всеми и вот-вот вступит в силу, предложите новую',
  SUPERSEDED: 'действует более поздняя, предложите новую',
}

const missingText = (missing: unknown): string => {
  const kinds = (Array.isArray(missing) ? missing : []).map((item: unknown) =>
    typeof item === 'object' && item !== null && 'kind' in item ? String(item.kind) : '',
  )
  return [...new Set(kinds)].map((kind) => ru.missing[kind] ?? kind).join('; ')
}

const said = (fact: unknown): string => (Array.isArray(fact) ? fact.join(', ') : String(fact ?? ''))
const day = (date: unknown): string => said(date).split('-').toReversed().join('.')

/** Micros, and minor units, as people write money. */
const money = (micros: unknown): string => decimal(said(micros), 6)
const kopecks = (minor: unknown): string => decimal(said(minor), 2)

function decimal(units: string, digits: number): string {
  const text = units.replace('-', '').padStart(digits + 1, '0')
  const part = text.slice(-digits).replace(/0+$/, '').padEnd(2, '0')
  return `${units.startsWith('-') ? '-' : ''}${text.slice(0, -digits)},${part}`
}
