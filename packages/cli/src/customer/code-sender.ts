import { consoleSender, senderByChannel } from '@artel/api/parts'
import type { Coalition } from '@artel/store/prisma'
import type { MessageSender } from '@artel/use-cases'
import { mailSender } from '../settings/mail-settings.ts'
import { messagesFolder } from '../settings/messages-folder.ts'
import { smsSender } from '../settings/sms-settings.ts'

/**
 * What sends customers their codes for a command: the gateways that are set. Of a TEST coalition a developer reads them instead, in
 * `ARTEL_MESSAGES_DIR` or, without gateways, on stderr. Of a LIVE one, and in production, nobody does: whoever types the command is not
 * the customer, whatever the shell's environment says.
 */
export function codeSender(env: NodeJS.ProcessEnv, { mode }: Coalition): MessageSender | undefined {
  const production = env.NODE_ENV === 'production'
  const print = (lines: string) => process.stderr.write(lines)
  const isShown = mode === 'TEST' && !production
  const folder = isShown ? messagesFolder(env, { production, print }) : undefined
  if (folder) return folder
  const set = [smsSender(env), mailSender(env)].filter((sender) => sender !== undefined)
  return set.length === 0 && isShown ? consoleSender({ print }) : senderByChannel(set)
}
