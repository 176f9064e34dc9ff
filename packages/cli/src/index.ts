export { CliError } from './cli-error.ts'
export { dataDirectory, prepareDataDirectory } from './data-directory.ts'
export { explainError } from './explain-error.ts'
export {
  acquireInstanceLock,
  type Instance,
  type InstanceLock,
  InstanceRunningError,
} from './instance-lock.ts'
export { anyFreePort, portFromEnvironment, portIsFree } from './listen-port.ts'
export { DEMO_HANDLE, type DemoCoalition, ensureDemoCoalition } from './seed/demo-coalition.ts'
export { type DemoKeys, makeDemoKeys } from './seed/demo-keys.ts'
export type { MemberHandle } from './seed/demo-members.ts'
export { type DemoStaffLogin, ensureDemoStaff } from './seed/demo-staff.ts'
export { type Persona, personas } from './seed/personas.ts'
export { demoIsSeeded, seedDemo } from './seed/seed-demo.ts'
