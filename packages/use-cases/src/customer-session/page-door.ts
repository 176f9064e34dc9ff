import type { StaffDoor } from '../session/staff-door.ts'

/** What a door lends to the verbs of the coalition's page: who is there, and the deployment's key and address. */
export type PageDoor = Pick<StaffDoor, 'secretsKey' | 'device' | 'address' | 'publicUrl'>
