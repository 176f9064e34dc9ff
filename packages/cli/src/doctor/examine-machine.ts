import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { prepareDataDirectory } from '../data-directory.ts'
import { readRunningInstance } from '../instance-lock.ts'
import { portIsFree } from '../listen-port.ts'
import { type Finding, unwell, well } from './finding.ts'

const GIB = 1024 ** 3
const LEAST_FREE_BYTES = GIB

/** Node.js against `^20.19 || >=22.12`. */
export function examineNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fine = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)
  if (fine) return well('Node.js', version)
  return unwell('Node.js', version, 'Install Node.js 20.19+ or 22.12+ from https://nodejs.org.')
}

/** Whether the data directory can be made and written. */
export function examineDataDirectory(dataDir: string): Finding {
  try {
    prepareDataDirectory(dataDir)
    return well('Data directory', dataDir)
  } catch {
    return unwell(
      'Data directory',
      `${dataDir} is not writable`,
      'Set ARTEL_DATA_DIR to a directory of your own.',
    )
  }
}

/** Free space of the disk that holds the data directory; 1 GiB is the least to work with. */
export function examineDisk(dataDir: string): Finding {
  let place = dataDir
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place)
  const { bavail, bsize } = statfsSync(place)
  const free = bavail * bsize
  const found = `${(free / GIB).toFixed(1)} GiB free`
  return free >= LEAST_FREE_BYTES
    ? well('Disk', found)
    : unwell('Disk', found, `Free at least 1 GiB on the disk of ${place}.`)
}

/** Whether the port can be listened on; our own running Artel on it is fine too. */
export async function examinePort(port: number, dataDir: string): Promise<Finding> {
  if (await portIsFree(port)) return well('Port', `${port} is free`)
  const running = readRunningInstance(dataDir)
  if (running) return well('Port', `${port}: Artel runs (process ${running.pid})`)
  return unwell('Port', `${port} is busy`, 'Stop what listens there, or set PORT to another.')
}
