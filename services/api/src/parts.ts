/** What a process is set up with, without the schema: who only sends a letter does not build it. */
export { type ApiConfig, type SessionKeyPair, secretsKeyFrom, sessionKeyFromJwk } from './config.ts'
export { DEFAULT_RATE_LIMITS, type RateLimits, rateLimitsFrom } from './limits/rate-limits.ts'
export { makeLog } from './log.ts'
export { type ConsoleSenderOptions, consoleSender } from './messages/console-sender.ts'
export { senderByChannel } from './messages/sender-by-channel.ts'
export { type SmsRuOptions, smsRuSender } from './messages/sms-ru-sender.ts'
export { type SmscOptions, smscSender } from './messages/smsc-sender.ts'
export { type SmtpSenderOptions, smtpSender } from './messages/smtp-sender.ts'
