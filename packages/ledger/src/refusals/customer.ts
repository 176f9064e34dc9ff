import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** CUSTOMER_CLOSED: the customer has left, or is another customer now; its points can neither grow nor be spent. */
export class CustomerClosedError extends refusal('CUSTOMER_CLOSED', {
  meaning: {
    en: 'The customer has left the coalition, or was merged into another one.',
    ru: 'Покупатель вышел из программы или объединён с другим.',
  },
  remedy: {
    en: 'Use `mergedIntoId`, or enrol the customer again.',
    ru: 'Работайте с `mergedIntoId` или зарегистрируйте покупателя заново.',
  },
  fields: {
    mergedIntoId: field.id('customer', 'The customer to use instead; null when this one has left.', {
      nullable: true,
      said: {
        none: {
          en: 'The customer has left the coalition. Enrol the customer again first.',
          ru: 'Покупатель вышел из программы. Зарегистрируйте его заново.',
        },
        some: {
          en: 'The customer was merged into another one. Use that customer: `mergedIntoId`.',
          ru: 'Покупателя объединили с другим: работайте с тем.',
        },
      },
    }),
  },
  message: { en: '{mergedIntoId}', ru: '{mergedIntoId}' },
  customer: { en: 'This account is closed.', ru: 'Этот счёт закрыт.' },
}) {}

/** CUSTOMER_FROZEN: nothing of the customer's points may be spent, held or given. Never recorded: its key stays free. */
export class CustomerFrozenError extends refusal('CUSTOMER_FROZEN', {
  meaning: {
    en: "The customer's points are frozen: nothing is spent, held or given.",
    ru: 'Баллы покупателя заморожены: списать, зарезервировать или передать их нельзя.',
  },
  remedy: {
    en: 'The customer unfreezes them with a code: `confirmationRequest` for UNFREEZE, then `customerUnfreeze`.',
    ru: 'Покупатель размораживает их кодом: `confirmationRequest` для UNFREEZE, затем `customerUnfreeze`.',
  },
  fields: { customerId: field.id('customer', 'Whose points are frozen.') },
  path: ['customer'],
}) {}

/** FREEZE_NEEDS_ADMINISTRATOR: no code lifts this freeze, for whoever has the customer's phone would get it. */
export class FreezeNeedsAdministratorError extends refusal('FREEZE_NEEDS_ADMINISTRATOR', {
  meaning: {
    en: 'Only an administrator of the coalition unfreezes these points.',
    ru: 'Эти баллы может разморозить только администратор коалиции.',
  },
  remedy: {
    en: 'The customer comes to the coalition, which makes sure who it is; then an administrator calls `customerUnfreeze` with a reason.',
    ru: 'Покупатель обращается в коалицию, там удостоверяются, кто это; затем администратор вызывает `customerUnfreeze` с причиной.',
  },
  fields: { customerId: field.id('customer', 'Whose points are frozen.') },
  path: ['customer'],
}) {}

/** CUSTOMER_HAS_OPEN_HOLDS: a customer cannot be merged away or erased while holds claim its points. */
export class CustomerHasOpenHoldsError extends refusal('CUSTOMER_HAS_OPEN_HOLDS', {
  meaning: {
    en: 'A customer cannot be merged away or erased while members hold its points.',
    ru: 'Покупателя нельзя объединить с другим или удалить, пока его баллы в резерве.',
  },
  remedy: {
    en: 'Capture or void the holds, or wait until they time out.',
    ru: 'Спишите или снимите резервы либо дождитесь их срока.',
  },
  fields: {
    openHolds: field.count('How many holds are open.'),
    held: field.points('Points that they claim together.'),
  },
  message: {
    en: '{openHolds} open holds claim {held} points. Capture or void them, or wait until they time out.',
    ru: 'Открытых резервов: {openHolds}, баллов в них: {held}. Спишите или снимите их либо дождитесь срока.',
  },
}) {}

/** CUSTOMER_HAS_POINTS: nobody's points are lost unnoticed. */
export class CustomerHasPointsError extends refusal('CUSTOMER_HAS_POINTS', {
  meaning: {
    en: 'The customer still has points, which would be lost with its data.',
    ru: 'У покупателя остались баллы: вместе с данными они пропадут.',
  },
  remedy: {
    en: 'Let the customer spend them or, when the customer gives them up, say so with `givesUpPoints`. What is above `givesUpAtMost` is taken back by an adjustment first.',
    ru: 'Дайте их потратить или, если покупатель от них отказался, укажите `givesUpPoints`. Что больше `givesUpAtMost`, сначала спишите корректировкой.',
  },
  fields: {
    points: field.points('Points that would be lost.'),
    givesUpAtMost: field.points(
      'Most points that an erasure may end by itself: what one person may adjust. More are taken back by an adjustment first, which takes a second person.',
    ),
  },
  message: {
    en: 'The customer has {points} points. Let them be spent, or say that the customer gives them up: up to {givesUpAtMost}, more by an adjustment first.',
    ru: 'У покупателя {points} баллов. Дайте их потратить или укажите, что он от них отказался: до {givesUpAtMost}, остальное сначала спишите корректировкой.',
  },
}) {}

/** CUSTOMER_OWES_POINTS: a debt is not got rid of by being forgotten and enrolling again. */
export class CustomerOwesPointsError extends refusal('CUSTOMER_OWES_POINTS', {
  meaning: {
    en: 'The customer owes points after refunds of what it had spent already; nobody could be asked for them any more.',
    ru: 'Покупатель должен баллы после возвратов: удалённого уже никто не спросит.',
  },
  remedy: {
    en: 'Let the next purchases pay them or, when the coalition forgives them, say so with `forgivesDebts`.',
    ru: 'Дождитесь, пока их закроют покупки, или, если коалиция прощает долг, укажите `forgivesDebts`.',
  },
  fields: { owed: field.points('Points that the customer owes.') },
  message: {
    en: 'The customer owes {owed} points. Let purchases pay them, or say that they are forgiven.',
    ru: 'Покупатель должен {owed} баллов. Дождитесь, пока их закроют покупки, или укажите, что долг прощён.',
  },
}) {}

/** NOT_SAME_HOUSEHOLD: points change hands within a household alone. */
export class NotSameHouseholdError extends refusal('NOT_SAME_HOUSEHOLD', {
  meaning: {
    en: 'The two customers are not of one household, and points change hands only within one.',
    ru: 'Покупатели не из одной семьи, а баллы переходят только внутри семьи.',
  },
  remedy: { en: 'Put both into one household first.', ru: 'Сначала объедините их в семью.' },
}) {}
