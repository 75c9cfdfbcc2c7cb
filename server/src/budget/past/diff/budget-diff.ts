import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DistributionKey } from '../../../allocation/distribution-key.entity.ts'
import { Municipality } from '../../../municipality/municipality.entity.ts'
import { PopulationFigure } from '../../../population/population-figure.entity.ts'
import { IsoDate, Json, Money } from '../../../scalars/index.ts'
import { Budget } from '../../budget.entity.ts'
import { SheetLine } from '../../sheet-line.ts'

export enum DiffKind {
  ADDED = 'ADDED',
  REMOVED = 'REMOVED',
  CHANGED = 'CHANGED',
}

registerEnumType(DiffKind, {
  name: 'DiffKind',
  description: 'What has become of something from one moment to another.',
  valuesConfig: {
    ADDED: { description: 'It was not there before.' },
    REMOVED: { description: 'It is not there after.' },
    CHANGED: { description: 'It is there both before and after, and not the same.' },
  },
})

@ObjectType({ description: 'A field that is not the same at two moments.' })
export class FieldDiff {
  @Field(() => String, { description: 'Its name, as on a change: "amount", "keyId", "place".' })
  readonly field: string

  @Field(() => Json, { nullable: true, description: 'Value before, as on a change.' })
  readonly before: unknown

  @Field(() => Json, { nullable: true, description: 'Value after, as on a change.' })
  readonly after: unknown
}

/** Amounts in öre; null where there is none. */
interface Amounts {
  readonly municipality: Municipality
  readonly before: number | null
  readonly after: number | null
  readonly difference: number
}

@ObjectType({ description: 'What a municipality bears of a line at two moments.' })
export class ShareDiff implements Amounts {
  @Field(() => Municipality, { description: 'The municipality that it is about.' })
  readonly municipality: Municipality

  @Field(() => Money, { nullable: true, description: 'Before; null when it had no share.' })
  readonly before: number | null

  @Field(() => Money, { nullable: true, description: 'After; null when it has no share.' })
  readonly after: number | null

  @Field(() => Money, { description: 'After less before; no share counts as 0.' })
  readonly difference: number
}

@ObjectType({ description: 'What a municipality bears of a whole budget at two moments.' })
export class MunicipalityDiff implements Amounts {
  @Field(() => Municipality, { description: 'The municipality that it is about.' })
  readonly municipality: Municipality

  @Field(() => Money, { nullable: true, description: 'Before; null when it took no part.' })
  readonly before: number | null

  @Field(() => Money, { nullable: true, description: 'After; null when it takes no part.' })
  readonly after: number | null

  @Field(() => Money, { description: 'After less before; no part counts as 0.' })
  readonly difference: number
}

@ObjectType({ description: 'A line that is not the same at two moments, or whose shares are not.' })
export class LineDiff {
  @Field(() => ID, { description: 'Global id of the line.' })
  readonly lineId: string

  @Field(() => DiffKind, { description: 'What has become of it.' })
  readonly kind: DiffKind

  @Field(() => String, { description: 'What it is for: after, or before when it is removed.' })
  readonly description: string

  @Field(() => SheetLine, { nullable: true, description: 'As it was before; null when added.' })
  readonly before: SheetLine | null

  @Field(() => SheetLine, { nullable: true, description: 'As it was after; null when removed.' })
  readonly after: SheetLine | null

  @Field(() => [FieldDiff], {
    description:
      'What was typed that differs; "place" when it was moved. None when it is added or removed, and when only its shares differ.',
  })
  readonly fields: FieldDiff[]

  @Field(() => [ShareDiff], {
    description: 'Whoever has a share of it before or after, by municipality code.',
  })
  readonly shares: ShareDiff[]
}

@ObjectType({ description: 'A key that is not the same at two moments.' })
export class KeyDiff {
  @Field(() => ID, { description: 'Global id of the key.' })
  readonly keyId: string

  @Field(() => DiffKind, { description: 'What has become of it.' })
  readonly kind: DiffKind

  @Field(() => String, { description: 'What it is called: after, or before when it is removed.' })
  readonly name: string

  @Field(() => DistributionKey, { nullable: true, description: 'Before; null when added.' })
  readonly before: DistributionKey | null

  @Field(() => DistributionKey, { nullable: true, description: 'After; null when removed.' })
  readonly after: DistributionKey | null

  @Field(() => [FieldDiff], { description: 'What differs; none when it is added or removed.' })
  readonly fields: FieldDiff[]
}

@ObjectType({ description: 'A population figure that a budget counts with at one moment alone.' })
export class FigureDiff {
  @Field(() => Municipality, { description: 'The municipality that it is about.' })
  readonly municipality: Municipality

  @Field(() => IsoDate, { description: 'Reference date (mätdatum).' })
  readonly on: string

  @Field(() => PopulationFigure, {
    nullable: true,
    description: 'What was counted with before; null when there was none, or no key used it.',
  })
  readonly before: PopulationFigure | null

  @Field(() => PopulationFigure, {
    nullable: true,
    description: 'What is counted with after; null when there is none, or no key uses it.',
  })
  readonly after: PopulationFigure | null
}

@ObjectType({ description: 'A municipality that takes part in another way at two moments.' })
export class ParticipantDiff {
  @Field(() => Municipality, { description: 'The municipality that it is about.' })
  readonly municipality: Municipality

  @Field(() => Int, {
    nullable: true,
    description: 'Months that weighed before; null when it took no part.',
  })
  readonly monthsBefore: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'Months that weigh after; null when it takes no part.',
  })
  readonly monthsAfter: number | null
}

@ObjectType({
  description:
    'What differs in a budget from one moment to another. The other way round, every difference is the negative.',
})
export class BudgetDiff {
  @Field(() => Budget, { description: 'The budget before.' })
  readonly from: Budget

  @Field(() => Budget, { description: 'The budget after.' })
  readonly to: Budget

  @Field(() => Money, { description: 'Sum of the amounts of its lines before.' })
  readonly totalBefore: number

  @Field(() => Money, { description: 'Sum of the amounts of its lines after.' })
  readonly totalAfter: number

  @Field(() => Money, {
    description: 'What EACH_ALONE leaves over before: the total less the shares.',
  })
  readonly differenceBefore: number

  @Field(() => Money, { description: 'What it leaves over after.' })
  readonly differenceAfter: number

  @Field(() => [FieldDiff], {
    description: 'What differs of the budget itself: "title", "state", "defaultKey".',
  })
  readonly fields: FieldDiff[]

  @Field(() => [LineDiff], {
    description: 'Lines that differ: those after in the order of the sheet, then those removed.',
  })
  readonly lines: LineDiff[]

  @Field(() => [KeyDiff], { description: 'Keys that differ: those after by name, then others.' })
  readonly keys: KeyDiff[]

  @Field(() => [FigureDiff], { description: 'Population figures, by date and municipality code.' })
  readonly populations: FigureDiff[]

  @Field(() => [ParticipantDiff], {
    description: 'Who takes part in another way, by municipality code.',
  })
  readonly participants: ParticipantDiff[]

  @Field(() => [MunicipalityDiff], {
    description: 'Everybody who takes part before or after, by municipality code.',
  })
  readonly municipalities: MunicipalityDiff[]
}
