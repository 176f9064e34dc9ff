// `npm start`: plain JavaScript that runs on Node.js and npm alone, with nothing installed yet.
import { nodeComplaint } from './start/check-node.js'
import { terminalLanguage } from './start/language.js'
import { prepare } from './start/prepare.js'
import { supervise } from './start/supervise.js'

const complaint = nodeComplaint(process.versions.node)
if (complaint) {
  process.stderr.write(`${complaint}\n`)
  process.exit(1)
}
await prepare(terminalLanguage(process.env))
process.exit(await supervise('scripts/start/main.ts', process.argv.slice(2)))
