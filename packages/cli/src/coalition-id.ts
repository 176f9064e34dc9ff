import { decodePublicId } from '@artel/use-cases'
import { CliError } from './cli-error.ts'

/** The UUID behind a coalition's public id, as people copy it; fails with a line when it is none. */
export function coalitionIdOf(publicId: string): string {
  const id = decodePublicId('coalition', publicId)
  if (id === undefined)
    throw new CliError(`"${publicId}" is not a coalition's id; those look like coa_...`, {
      ru: `«${publicId}» - не номер коалиции; он выглядит как coa_...`,
    })
  return id
}
