import { BigIntType } from '@mikro-orm/core'
import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'

/** A copy of what follows for a line: its figures, and texts as they are searched and ordered. */
@Entity({ tableName: 'line_figures' })
@Unique({ properties: ['budgetId', 'position'] })
export class LineFiguresCopy {
  @PrimaryKey({ type: 'uuid' })
  readonly lineId: string

  @Property({ type: 'uuid' })
  budgetId: string

  /** Place in its sheet, from 0. */
  @Property({ type: 'integer' })
  position: number

  /** Öre, signed; 0 when it has no figures. */
  @Property({ type: new BigIntType('number') })
  amount: number

  /** Öre that EACH_ALONE leaves over. */
  @Property({ type: new BigIntType('number') })
  difference: number

  /** Code of the fault, when it has no figures. */
  @Property({ type: 'string', nullable: true })
  fault: string | null

  @Property({ type: 'string' })
  sectionOrder: string

  @Property({ type: 'string' })
  descriptionOrder: string

  /** Everything written in it, as `searchedText` makes it. */
  @Property({ type: 'text' })
  searched: string

  /** Of all of this and its shares: says whether it has to be copied again. */
  @Property({ type: 'string' })
  digest: string
}
