import { consoleSender, senderByChannel } from '@artel/api'
import type { MessageSender } from '@artel/use-cases'
import { mailSender } from '../settings/mail-settings.ts'
import { messagesFolder } from '../settings/messages-folder.ts'
import { smsSender } from '../settings/sms-settings.ts'

/**
 * What sends customers their codes for a command: the gateways that are set. Without any a developer reads them on stderr, and in
 * production nothing is sent: whoever types the command is not the customer.
 */
export function codeSender(env: NodeJS.ProcessEnv): MessageSender | undefined {
  const production = env.NODE_ENV === 'production'
  const print = (lines: string) => process.stderr.write(lines)
  const folder = messagesFolder(env, { production, print })
  if (folder) return folder
  const set = [smsSender(env), mailSender(env)].filter((sender) => sender !== undefined)
  return set.length === 0 && !production ? consoleSender({ print }) : senderByChannel(set)
}
