import { consoleSender } from '@artel/api/parts'
import type { MessageSender } from '@artel/use-cases'
import { CliError } from '../cli-error.ts'

/** Where a developer reads what was sent: `ARTEL_MESSAGES_DIR`, or undefined. Throws CliError in production. */
export function messagesFolder(
  { ARTEL_MESSAGES_DIR: folder }: NodeJS.ProcessEnv,
  { production, print }: { readonly production: boolean; readonly print?: (lines: string) => void },
): MessageSender | undefined {
  if (!folder) return undefined
  if (production)
    throw new CliError(
      'ARTEL_MESSAGES_DIR keeps codes in plain text: it is for development, never in production.',
      { ru: 'ARTEL_MESSAGES_DIR хранит коды открытым текстом: это для разработки, не для работы.' },
    )
  return consoleSender({ folder, ...(print ? { print } : {}) })
}
