/** An element of a message, with the line on which it begins and its `Ccy` attribute, if any. */
export interface CamtNode {
  readonly name: string
  readonly line: number
  readonly currency: string
  readonly children: CamtNode[]
  text: string
}

export const createNode = (name: string, line: number, currency: string): CamtNode => ({
  ...{ name, line, currency, children: [], text: '' },
})

/** Every element at a path of names, in the order of the file. */
export function nodesAt(node: CamtNode, path: string): CamtNode[] {
  return path
    .split('/')
    .reduce<CamtNode[]>(
      (found, name) => found.flatMap((parent) => parent.children.filter((child) => child.name === name)),
      [node],
    )
}

export const nodeAt = (node: CamtNode, path: string): CamtNode | undefined => nodesAt(node, path)[0]

/** The text of the first element at a path; empty if there is none. */
export const textAt = (node: CamtNode, path: string): string => nodeAt(node, path)?.text.trim() ?? ''

/** The texts of all elements at a path that are not empty. */
export const textsAt = (node: CamtNode, path: string): string[] =>
  nodesAt(node, path).flatMap(({ text }) => (text.trim() === '' ? [] : [text.trim()]))
