// `npm run bench`: plain JavaScript; the benchmark itself is TypeScript and runs in a process of its own.
import { prepare } from './start/prepare.js'
import { supervise } from './start/supervise.js'

await prepare('en')
process.exit(await supervise('packages/bench/src/main.ts', process.argv.slice(2)))
