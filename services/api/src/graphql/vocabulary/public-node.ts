import { builder } from './builder.ts'

/** Makes a type a Node whose global id is the public id of its row. */
export function publicNode(ref: { readonly $inferType: { id: string } }): void {
  builder.nodeRef(ref as never, { id: { resolve: (row: unknown) => (row as { id: string }).id } })
}
