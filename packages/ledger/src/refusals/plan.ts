import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** PLAN_CHANGED: what was approved is not what the plan is now. Hashes are hex. */
export class PlanChangedError extends refusal('PLAN_CHANGED', {
  meaning: {
    en: 'The plan has changed since it was read: a payment, a dispute or a newer proposal.',
    ru: 'План с тех пор изменился: платёж, разногласие или новое предложение.',
  },
  remedy: { en: 'Propose and read it again.', ru: 'Предложите и прочтите его снова.' },
  fields: {
    approvedHash: field.text('Hash of the plan that was approved.', { hidden: true }),
    planHash: field.text('Hash of the plan as it is now.'),
  },
  message: {
    en: 'The plan has changed since it was read: a payment, a dispute or a newer proposal. Propose and read it again; now it is {planHash}.',
    ru: 'План с тех пор изменился: платёж, разногласие или новое предложение. Предложите и прочтите его снова, теперь он {planHash}.',
  },
}) {}

/** PLAN_APPROVER_IS_PROPOSER: who proposed a plan does not approve it. */
export class PlanApproverIsProposerError extends refusal('PLAN_APPROVER_IS_PROPOSER', {
  meaning: {
    en: 'A plan takes two people: whoever proposed it cannot approve it.',
    ru: 'План - дело двоих: кто предложил его, тот его не утверждает.',
  },
  remedy: {
    en: 'Have another person approve it with a key of their own.',
    ru: 'Нужен ключ другого человека.',
  },
}) {}

/** PLAN_APPROVED_ALREADY: the second approval is another person's. */
export class PlanApprovedAlreadyError extends refusal('PLAN_APPROVED_ALREADY', {
  meaning: { en: 'The plan has your approval.', ru: 'Вы этот план уже утвердили.' },
  remedy: {
    en: 'Above the limit it needs that of one person more.',
    ru: 'Сверх предела нужен ещё один человек.',
  },
}) {}
