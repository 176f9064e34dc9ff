import type { PrismaClient } from '../generated/prisma/client.ts'

/** Whether an actor that was written down is a person, and not a key that acts for nobody. */
export async function isPerson(prisma: PrismaClient, actorId: string): Promise<boolean> {
  return (await prisma.person.count({ where: { id: actorId } })) > 0
}
