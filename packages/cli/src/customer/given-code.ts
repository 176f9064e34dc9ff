import { decodePublicId, type GivenConfirmation } from '@artel/use-cases'
import { UsageError } from '../cli-error.ts'
import type { Prompter } from '../login/prompter.ts'

/**
 * The code of a confirmation, asked for on the terminal or read from the input: the list of processes would have an argument.
 * Undefined where no confirmation is named. Throws UsageError for an id of anything else.
 */
export async function givenCode(
  prompter: Prompter,
  {
    option,
    id,
    question,
  }: { readonly option: string; readonly id: string | undefined; readonly question: string },
): Promise<GivenConfirmation | undefined> {
  if (id === undefined) return undefined
  const raw = decodePublicId('confirmation', id)
  if (raw === undefined)
    throw new UsageError(
      `${option} must be an id that \`artel customer code\` printed (cnf_...); it is "${id}".`,
      {
        ru: `${option} - номер, который напечатала команда artel customer code (cnf_...); указано «${id}».`,
      },
    )
  return { id: raw, code: (await prompter.askSecret(question)).trim() }
}
