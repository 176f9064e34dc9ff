const WIDTH = 30

export const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** Returns what shows how much of `total` is done: a bar that grows on a terminal, a line each quarter elsewhere. */
export function showProgress(title: string, total: number): (done: number) => void {
  const terminal = process.stderr.isTTY
  const startMs = performance.now()
  let quarters = 0
  return (done) => {
    const share = total === 0 ? 1 : done / total
    const perSecond = Math.round((done * 1_000) / Math.max(1, performance.now() - startMs))
    const figures = `${title}: ${done} of ${total}, ${perSecond}/s`
    if (terminal) {
      const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
      process.stderr.write(`\r${bar} ${figures}${share >= 1 ? '\n' : ''}`)
    } else if (Math.floor(share * 4) > quarters) {
      quarters = Math.floor(share * 4)
      say(figures)
    }
  }
}
