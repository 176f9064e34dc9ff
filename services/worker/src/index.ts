export { runWorker, type WorkerOptions } from './run-worker.ts'
export { type RunningWorker, startWorker } from './start-worker.ts'
