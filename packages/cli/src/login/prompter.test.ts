import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = (questions: string) => `
  const { register } = await import('tsx/esm/api')
  register()
  const { openPrompter } = await import(${JSON.stringify(fileURLToPath(new URL('./prompter.ts', import.meta.url)))})
  const prompter = openPrompter()
  const answers = []
  ${questions}
  prompter.close()
  process.stderr.write('\\nGIVEN ' + Buffer.from(JSON.stringify(answers)).toString('hex') + '\\n')
`

/** Runs questions on a terminal of their own, and types once the first is shown; answers what was seen and what was given. */
async function onTerminal(questions: string, typed: string) {
  const command = [process.execPath, '--input-type=module', '--eval', program(questions)]
  const quoted = command.map((one) => `'${one.replaceAll("'", "'\\''")}'`).join(' ')
  const child = spawn('script', ['--quiet', '--return', '--command', quoted, '/dev/null'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  })
  child.stdout.once('data', () => child.stdin.write(typed))
  let seen = ''
  // `script` goes on for as long as its own input is open.
  for await (const piece of child.stdout.setEncoding('utf8')) {
    seen += String(piece)
    if (/GIVEN [0-9a-f]+\s/.test(seen)) child.stdin.end()
  }
  const given = /GIVEN ([0-9a-f]+)/.exec(seen)?.[1] ?? ''
  return { seen, given: JSON.parse(Buffer.from(given, 'hex').toString() || 'null') as unknown }
}

const isLinux = process.platform === 'linux'

test.runIf(isLinux)(
  'a secret is seen neither while it is asked for, nor pasted behind the answer before, nor by arrow keys',
  async () => {
    const asked = `answers.push(await prompter.ask('E-mail: '))
    await new Promise((done) => setTimeout(done, 50))
    answers.push(await prompter.askSecret('Password: '), await prompter.ask('Again: '))`
    const { seen, given } = await onTerminal(asked, 'olga@example.com\rgarage key 7\r\u001b[A\u001b[A.\r')
    expect(given).toEqual(['olga@example.com', 'garage key 7', '.'])
    // What may be seen is seen: the terminal does show what is typed.
    expect(seen).toContain('olga@example.com')
    expect(seen).toContain('Password: ')
    expect(seen).not.toContain('garage')
  },
)
