import { Presets, SingleBar } from 'cli-progress'

/** A line on stderr that shows how far a long work is; silent where no terminal listens. */
export interface ProgressBar {
  update(done: number, total: number, detail?: string): void
  stop(): void
}

const REDRAWS_PER_SECOND = 10

/** Starts a bar. `label` stands before it; `detail` of each update behind it. */
export function progressBar(label: string): ProgressBar {
  if (!process.stderr.isTTY || process.env.TERM === 'dumb') return { update() {}, stop() {} }
  const bar = new SingleBar(
    {
      format: `  ${label} {bar} {percentage} % {detail}`,
      hideCursor: true,
      clearOnComplete: true,
      fps: REDRAWS_PER_SECOND,
      stream: process.stderr,
    },
    Presets.shades_classic,
  )
  let started = false
  return {
    update(done, total, detail = '') {
      if (!started) bar.start(total, done, { detail })
      started = true
      bar.setTotal(total)
      bar.update(done, { detail })
    },
    stop() {
      if (started) bar.stop()
    },
  }
}
