import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** EARN_CODE_NOT_USABLE: there is such a code, and nothing is earned by it any more. */
export class EarnCodeNotUsableError extends refusal('EARN_CODE_NOT_USABLE', {
  meaning: {
    en: 'There is such an earn code, but it is not claimed any more: somebody claimed it, its days are over, the member took it back, or the member has to see to it first.',
    ru: 'Такой код начисления есть, но по нему уже не начислить: его использовали, он просрочен, участник его отозвал или должен сначала вмешаться.',
  },
  remedy: {
    en: 'Tell the customer what `bar` says. The member may issue another code for a bill of which nothing was earned.',
    ru: 'Назовите покупателю причину из `bar`. Если по чеку ничего не начислено, участник может выпустить другой код.',
  },
  fields: {
    bar: field.choice(
      {
        USED: { en: 'was claimed already', ru: 'уже использован' },
        REVOKED: { en: 'was taken back by the member', ru: 'отозван участником' },
        EXPIRED: { en: 'is over', ru: 'просрочен' },
        DELAYED: {
          en: 'cannot be claimed until its member has seen to it; it stays valid',
          ru: 'пока не действует: нужно участие того, кто его выпустил; сам код остаётся в силе',
        },
      },
      'What stands in its way.',
    ),
  },
  message: { en: 'The earn code {bar}.', ru: 'Код начисления {bar}.' },
  path: ['code'],
}) {}
