/**
 * Runs `work` under one line of the terminal that counts its seconds, and leaves the line ticked or crossed.
 * Lines go to stderr, so that stdout carries nothing but results.
 * @template T
 * @param {string} label
 * @param {(progress: (text: string) => void) => Promise<T>} work `progress` puts a short text behind the label
 * @returns {Promise<T>}
 */
export async function showStep(label, work) {
  const started = Date.now()
  const live = process.stderr.isTTY === true
  let detail = ''
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const draw = () => process.stderr.write(`\r\u001b[2K  … ${label}${detail && ` ${detail}`} ${seconds()} s`)
  if (live) draw()
  const timer = live ? setInterval(draw, 250) : undefined
  const finish = (/** @type {string} */ mark) => {
    if (timer) clearInterval(timer)
    process.stderr.write(`${live ? '\r\u001b[2K' : ''}  ${mark} ${label} (${seconds()} s)\n`)
  }
  try {
    const result = await work((text) => {
      detail = text
    })
    finish('✔')
    return result
  } catch (error) {
    finish('✘')
    throw error
  }
}
