import { showStep } from '../start/show-step.js'

/** What a check found, step by step, for one JSON line at its end. */
export interface Report {
  /** Runs a step of the story under its name; the first that fails is the one the report blames. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Keeps a figure for the report. */
  figure(name: string, value: unknown): void
  fail(why: string): void
  ok(): boolean
  json(): string
}

/** Starts an empty report. */
export function openReport(): Report {
  const startedAt = Date.now()
  const steps: { step: string; seconds: number }[] = []
  const figures: Record<string, unknown> = {}
  let running = ''
  let failure: { step: string; why: string } | undefined
  return {
    async step(name, work) {
      running = name
      const began = Date.now()
      const result = await showStep(name, work)
      steps.push({ step: name, seconds: secondsSince(began) })
      running = ''
      return result
    },
    figure: (name, value) => {
      figures[name] = value
    },
    fail: (why) => {
      failure ??= { step: running || 'clean up', why }
    },
    ok: () => failure === undefined,
    json: () =>
      JSON.stringify({
        ok: failure === undefined,
        ...failure,
        seconds: secondsSince(startedAt),
        figures,
        steps,
      }),
  }
}

const secondsSince = (then: number) => Math.round((Date.now() - then) / 100) / 10
