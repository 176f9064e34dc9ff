import { consoleSender, secretsKeyFrom, smtpSender } from '@artel/api/parts'
import type { MessageSender } from '@artel/use-cases'
import { CliError } from '../cli-error.ts'
import { keptSecretsKey } from './kept-secrets-key.ts'

/** How the environment says to send mail: `SMTP_URL` with `MAIL_FROM` and `SMTP_ALLOW_PLAIN`, or undefined when neither is set. */
export function mailSender(env: NodeJS.ProcessEnv): MessageSender | undefined {
  const { SMTP_URL: url, MAIL_FROM: from } = env
  if (!url && !from) return undefined
  if (!url || !/^smtps?:\/\//.test(url))
    throw new CliError(
      'SMTP_URL must be smtp:// or smtps:// with the mail server. MAIL_FROM alone sends nothing.',
      {
        ru: 'SMTP_URL - почтовый сервер, smtp:// или smtps://. Одного MAIL_FROM мало: с ним ничего не уйдёт.',
      },
    )
  if (!from)
    throw new CliError('Set MAIL_FROM to the address that letters are from.', {
      ru: 'Укажите в MAIL_FROM адрес, от которого уходят письма.',
    })
  // Links and codes are in letters: in production they leave by TLS alone, unless the deployment says otherwise.
  return smtpSender({ url, from, allowPlain: env.NODE_ENV !== 'production' || env.SMTP_ALLOW_PLAIN === '1' })
}

/** What sends letters for whoever runs a command: SMTP where it is set, else the terminal itself. */
export const commandSender = (env: NodeJS.ProcessEnv): MessageSender => mailSender(env) ?? consoleSender()

/** The key that seals second factors: production names one of its own, in development the data directory keeps it. */
export function secretsKey(env: NodeJS.ProcessEnv, production: boolean): Uint8Array {
  const { ARTEL_SECRETS_KEY: passphrase } = env
  if (!passphrase) {
    if (production)
      throw new CliError('Set ARTEL_SECRETS_KEY to the output of "openssl rand -hex 32", and keep it.', {
        ru: 'Укажите в ARTEL_SECRETS_KEY то, что выдаст "openssl rand -hex 32", и храните его.',
      })
    return keptSecretsKey(env)
  }
  try {
    return secretsKeyFrom(passphrase)
  } catch {
    throw new CliError('ARTEL_SECRETS_KEY must have 32 characters or more: take "openssl rand -hex 32".', {
      ru: 'В ARTEL_SECRETS_KEY нужно 32 знака или больше: возьмите "openssl rand -hex 32".',
    })
  }
}
