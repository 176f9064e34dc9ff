import { refusal } from './refusal.ts'

/** OWN_LINK: nobody is brought by themselves. */
export class OwnLinkError extends refusal('OWN_LINK', {
  meaning: {
    en: 'The customer is the source of the link, or works for it: nobody is brought by themselves.',
    ru: 'Покупатель сам распространяет эту ссылку или работает у того, кто её распространяет: самого себя привести нельзя.',
  },
  remedy: {
    en: 'Serve the customer without the link.',
    ru: 'Обслужите покупателя без этой ссылки.',
  },
  fields: {},
  message: {
    en: 'The customer is the source of this link, or works for it. Nobody is brought by themselves.',
    ru: 'Покупатель сам распространяет эту ссылку или работает у того, кто её распространяет.',
  },
}) {}
