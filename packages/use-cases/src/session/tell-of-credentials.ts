import { LetterNotSentError } from '@artel/ledger'
import type { Context } from '../access/principal.ts'
import { type CredentialNews, sendCredentialNotice } from './letters.ts'

/** Tells a person by mail what changed of what opens their account. The change stands whether or not the letter goes out. */
export async function tellOfCredentials(
  { sender }: Context,
  to: string,
  news: CredentialNews,
): Promise<void> {
  if (!sender?.channels.includes('EMAIL')) return
  try {
    await sendCredentialNotice(sender, { to, news })
  } catch (error) {
    if (!(error instanceof LetterNotSentError)) throw error
  }
}
