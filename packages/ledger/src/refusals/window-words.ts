/** What the statuses of a settlement window are called in Russian. */
export const WINDOW_STATUSES = {
  OPEN: 'открыт',
  CLOSED: 'закрыт',
  STATED: 'акты составлены',
  AGREED: 'согласован',
  APPROVED: 'план утверждён',
  SETTLED: 'рассчитан',
} as const

/** What the steps between them are called in Russian. */
export const WINDOW_STEPS = {
  CLOSE: 'закрыть период',
  STATE: 'составить акты',
  AGREE: 'согласовать акты',
  APPROVE: 'утвердить план',
  SETTLE: 'завершить расчёты',
} as const

/** What a step may wait for, in Russian. */
export const WINDOW_NEEDS = {
  CUT_OFF: 'конец периода',
  STATEMENT: 'акты',
  ANSWER: 'ответы участников (примут или пройдёт срок разногласий)',
  RESOLUTION: 'решения по разногласиям',
  PLAN: 'план платежей',
  APPROVALS: 'утверждение плана',
  PAYMENT: 'платежи',
} as const

/** What disputes end in, in Russian. */
export const DISPUTE_OUTCOMES = {
  OPEN: 'ждёт решения',
  UPHELD: 'удовлетворено',
  REJECTED: 'отклонено',
} as const
