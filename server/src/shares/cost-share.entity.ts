import { BigIntType, PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

/** A copy of what a participant bears of a line. None for a participant whom the line leaves out. */
@Entity({ tableName: 'cost_share' })
export class CostShareCopy {
  readonly [PrimaryKeyProp]?: ['lineId', 'municipalityCode']

  @PrimaryKey({ type: 'uuid' })
  readonly lineId: string

  @PrimaryKey({ type: 'string', length: 4 })
  @Index()
  readonly municipalityCode: string

  @Property({ type: 'uuid', index: true })
  budgetId: string

  /** Öre, signed. */
  @Property({ type: new BigIntType('number') })
  amount: number

  /** Öre, signed, of the amount: what it bears of what rounding left over. */
  @Property({ type: new BigIntType('number') })
  residual: number
}
