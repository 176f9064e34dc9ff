import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** KEY_LIMIT_REACHED: the owner has as many keys that work as it may have. */
export class KeyLimitReachedError extends refusal('KEY_LIMIT_REACHED', {
  meaning: {
    en: 'The owner has as many keys that work as it may have.',
    ru: 'У владельца уже столько действующих ключей, сколько можно.',
  },
  remedy: {
    en: 'Revoke keys that nobody uses; the list says when each was last used.',
    ru: 'Отзовите ключи, которыми никто не пользуется: в списке видно, когда каждый был в деле.',
  },
  fields: { limit: field.count('How many keys of one owner may work at once.') },
  message: {
    en: 'No more than {limit} keys of one owner may work at once. Revoke keys that nobody uses.',
    ru: 'У одного владельца не может быть больше действующих ключей, чем {limit}. Отзовите ненужные.',
  },
}) {}
