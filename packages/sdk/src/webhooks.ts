export { type SignedWebhook, type SignWebhookOptions, signWebhook } from './sign-webhook.ts'
export { WebhookSignatureError } from './system-errors.ts'
export {
  type VerifyWebhookInput,
  verifyWebhook,
  type WebhookEvent,
  type WebhookHeaders,
} from './verify-webhook.ts'
