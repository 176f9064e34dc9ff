import { driveSellers, hasOtherSeller } from '@artel/store'
import type { FiscalDrive, Prisma } from '@artel/store/prisma'

type Sales = Pick<Prisma.TransactionClient, '$queryRaw'>
type Registered = Pick<FiscalDrive, 'coalitionId' | 'fn' | 'memberId' | 'acceptedAt'>

/**
 * Whether a drive keeps another member from recording a sale with it: an administrator accepted it, or its member recorded more sales with it
 * than the other did. Whoever has the till records more, so that a number which was only said keeps nobody out.
 */
export async function keepsOut(prisma: Sales, drive: Registered, otherId: string): Promise<boolean> {
  if (drive.memberId === otherId) return false
  if (drive.acceptedAt !== null) return true
  const sellers = await driveSellers(prisma, drive)
  return (sellers.get(drive.memberId) ?? 0) > (sellers.get(otherId) ?? 0)
}

/** Whether it is open whose a drive is: another member recorded as many sales with it as its own or more, and no administrator accepted it. */
export async function isDisputed(prisma: Sales, drive: Registered): Promise<boolean> {
  if (drive.acceptedAt !== null || !(await hasOtherSeller(prisma, drive, drive.memberId))) return false
  const sellers = await driveSellers(prisma, drive)
  const others = [...sellers].flatMap(([memberId, sales]) => (memberId === drive.memberId ? [] : [sales]))
  const most = Math.max(0, ...others)
  return most > 0 && most >= (sellers.get(drive.memberId) ?? 0)
}
