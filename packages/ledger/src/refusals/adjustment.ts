import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** ADJUSTMENT_NOT_OPEN: somebody decided on the adjustment before. */
export class AdjustmentNotOpenError extends refusal('ADJUSTMENT_NOT_OPEN', {
  meaning: {
    en: 'Somebody decided on the adjustment before.',
    ru: 'По корректировке решение уже принято.',
  },
  remedy: {
    en: 'Read the adjustment, or propose another.',
    ru: 'Посмотрите, чем она кончилась, или предложите другую.',
  },
  fields: {
    adjustmentStatus: field.choice(
      {
        PROPOSED: 'предложена',
        APPROVED: 'утверждена',
        POSTED: 'проведена',
        REFUSED: 'отклонена: не хватило баллов',
        WITHDRAWN: 'отозвана',
      },
      'What became of it.',
      { enumType: 'AdjustmentStatus', recordedAs: 'status' },
    ),
  },
  message: {
    en: 'The adjustment is {adjustmentStatus} already. Propose another one if it has to change.',
    ru: 'По корректировке решение уже принято ({adjustmentStatus}). Если нужно иначе, предложите другую.',
  },
}) {}

/** APPROVER_IS_PROPOSER: an adjustment above the limit takes two people, and this is the first of them again. */
export class ApproverIsProposerError extends refusal('APPROVER_IS_PROPOSER', {
  meaning: {
    en: 'An adjustment above the limit, and opening balances, take two people: whoever proposed them cannot approve them.',
    ru: 'Корректировка сверх предела и начальные остатки - дело двоих: кто предложил, тот не утверждает.',
  },
  remedy: {
    en: 'Have another person approve it with a key of their own.',
    ru: 'Нужен ключ другого человека.',
  },
}) {}
