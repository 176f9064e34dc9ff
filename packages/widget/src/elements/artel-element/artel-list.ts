import type { PropertyDeclarations, PropertyValues } from 'lit'
import { ArtelPart } from './artel-part.ts'
import type { ListKit } from './list-kit.ts'
import type { PartModule } from './part-kit.ts'

/**
 * What the lists have in common. How one reads and looks is a module of its own, which is loaded when a page has the list.
 *
 * @attr member - Id of the member whose page it is (`mbr_...`); with it the list works signed-out.
 * @attr first - How many to show before "Show all", 1 to 20. Defaults to 5.
 */
export abstract class ArtelList extends ArtelPart {
  static override properties: PropertyDeclarations = {
    member: {},
    first: { type: Number },
  }
  declare member: string | undefined
  declare first: number | undefined

  /** @internal */
  protected abstract loadList(): Promise<{ readonly listKit: ListKit }>

  protected override async load(): Promise<PartModule> {
    const [{ listPart }, { listKit }] = await Promise.all([import('./list-view.ts'), this.loadList()])
    return { makeKit: () => listPart(listKit) }
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('member') || changed.has('first')) this.reread()
    super.willUpdate(changed)
  }
}
