import type { Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import { CliError } from './cli-error.ts'

/** Raw id of the member that a person named by its handle, null where none was named; fails with a line when there is none. */
export async function memberIdOf(
  { prisma }: Pick<Store, 'prisma'>,
  { id: coalitionId }: Coalition,
  handle: string | undefined,
): Promise<string | null> {
  if (handle === undefined) return null
  const member = await prisma.member.findUnique({
    where: { coalitionId_handle: { coalitionId, handle } },
  })
  if (!member)
    throw new CliError(`There is no member "${handle}" in this coalition.`, {
      ru: `Участника «${handle}» в этой коалиции нет.`,
    })
  return member.id
}
