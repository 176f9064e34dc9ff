import { refusalClassOf, tell } from '@artel/ledger'
import { ArtelError, RefusalError } from '@artel/sdk'
import { CliError } from '../cli-error.ts'

/** What went wrong on the way to a server, as a line for people; what is no error of the SDK goes on as it is. */
export async function inWords<Done>(server: string, work: () => Promise<Done>): Promise<Done> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ArtelError)) throw error
    throw new CliError(error.message, { cause: error, ru: inRussian(server, error) })
  }
}

function inRussian(server: string, error: ArtelError): string {
  if (error instanceof RefusalError) {
    const known = refusalClassOf(error.code)
    // The facts of a refusal are fields of the error.
    if (known) return tell(known.entry, { ...error }, 'ru')
  }
  if (error.code === 'NETWORK' || error.code === 'TIMEOUT') return `Сервер ${server} не отвечает.`
  if (error.code === 'UNAUTHENTICATED') return 'Сеанс закончился. Войдите снова: artel login.'
  return error.message
}
