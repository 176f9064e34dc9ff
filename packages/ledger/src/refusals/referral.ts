import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** OWN_REFERRAL: nobody is brought by themselves, nor by those who share with them. */
export class OwnReferralError extends refusal('OWN_REFERRAL', {
  meaning: {
    en: 'The referral code is of the same person, or of somebody close: nobody brings themselves.',
    ru: 'Это код того же человека или близкого ему: самого себя привести нельзя.',
  },
  remedy: {
    en: 'Serve the customer without the code.',
    ru: 'Обслужите покупателя без этого кода.',
  },
  fields: {
    because: field.choice(
      {
        SELF: { en: "it is the customer's own code", ru: 'это собственный код покупателя' },
        MERGED: {
          en: 'the code is of a customer who was merged with this one',
          ru: 'код того, кого объединили с этим покупателем',
        },
        HOUSEHOLD: { en: 'both are of one household', ru: 'оба из одной семьи' },
        PHONE: { en: 'both have the same phone or e-mail', ru: 'у обоих один телефон или почта' },
        CARD: { en: 'both have the same card', ru: 'у обоих одна карта' },
        MUTUAL: {
          en: 'the customer brought the owner of the code',
          ru: 'покупатель сам привёл владельца кода',
        },
      },
      "Why the code cannot be this customer's.",
    ),
  },
  message: {
    en: 'Nobody brings themselves: {because}.',
    ru: 'Самого себя привести нельзя: {because}.',
  },
}) {}

/** ALREADY_REFERRED: a customer is brought once, for good. */
export class AlreadyReferredError extends refusal('ALREADY_REFERRED', {
  meaning: {
    en: 'The customer was brought by somebody already; that stays.',
    ru: 'Покупателя уже привели, и это не меняется.',
  },
  remedy: {
    en: 'Serve the customer without the code.',
    ru: 'Обслужите покупателя без этого кода.',
  },
  fields: {},
  message: {
    en: 'The customer was brought by somebody already.',
    ru: 'Покупателя уже кто-то привёл.',
  },
}) {}

/** ALREADY_BOUGHT: who has bought in the coalition is not new to it. */
export class AlreadyBoughtError extends refusal('ALREADY_BOUGHT', {
  meaning: {
    en: 'The customer has bought in the coalition before: a referral code is taken before the first purchase.',
    ru: 'Покупатель уже покупал в программе: код друга принимается до первой покупки.',
  },
  remedy: {
    en: 'Serve the customer without the code.',
    ru: 'Обслужите покупателя без этого кода.',
  },
  fields: {},
  message: {
    en: 'The customer has bought before: the code had to come before the first purchase.',
    ru: 'Покупатель уже покупал: код надо было назвать до первой покупки.',
  },
}) {}
