import type { Fault } from '@andel/schema/fault'
import { Ctx, Extensions, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { FaultFields } from '../fault/fault-fields.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { DateTime, IsoDate, Json } from '../scalars/index.ts'

export enum WorkbookChangeKind {
  CHANGED = 'CHANGED',
  ADDED = 'ADDED',
  REMOVED = 'REMOVED',
  CHANGED_MEANWHILE = 'CHANGED_MEANWHILE',
  NOT_ALLOWED = 'NOT_ALLOWED',
}

registerEnumType(WorkbookChangeKind, {
  name: 'WorkbookChangeKind',
  description: 'How a workbook differs from the budget.',
  valuesConfig: {
    CHANGED: { description: 'A figure or text has another value.' },
    ADDED: { description: 'A line that the budget does not have.' },
    REMOVED: { description: 'A line that is gone from the workbook.' },
    CHANGED_MEANWHILE: {
      description: 'Changed in the workbook, and by somebody else in the budget since the export.',
    },
    NOT_ALLOWED: { description: 'Cannot be accepted; `problem` says why.' },
  },
})

@ObjectType({ description: 'Why a change of a workbook cannot be accepted.' })
export class WorkbookProblem extends FaultFields {
  @Field(() => String, {
    nullable: true,
    description:
      'More exactly, from a closed list: why a text is no number, for example AMBIGUOUS.',
  })
  get reason(): string | null {
    const { reason } = this.fault.details
    return typeof reason === 'string' ? reason : null
  }
}

/** What is told of every change. */
export interface ChangeFacts {
  readonly kind: WorkbookChangeKind
  readonly sheet: string
  readonly cell: string
  readonly description: string
  /** Of a line: its global id. */
  readonly lineId?: string | undefined
  /** Of a population figure: "2303" and "2021-12-31". */
  readonly municipalityCode?: string | undefined
  readonly on?: string | undefined
  readonly field?: string | undefined
  readonly base?: unknown
  readonly current?: unknown
  readonly proposed?: unknown
  readonly formula?: string | null | undefined
  readonly source?: string | null | undefined
  readonly afterLineId?: string | undefined
  readonly baseVersion?: number | undefined
  readonly currentVersion?: number | undefined
  /** Own id of who changed it; the source of a figure. */
  readonly actor?: string | undefined
  readonly changedAt?: Date | undefined
  readonly fault?: Fault | undefined
}

@ObjectType({
  description: 'One thing that a workbook has otherwise than the budget, ready to be accepted.',
})
export class WorkbookChange {
  constructor(private readonly facts: ChangeFacts) {}

  @Field(() => WorkbookChangeKind, { description: 'How it differs.' })
  get kind(): WorkbookChangeKind {
    return this.facts.kind
  }

  @Field(() => String, { description: 'Name of the sheet of the workbook.' })
  get sheet(): string {
    return this.facts.sheet
  }

  @Field(() => String, {
    description:
      'Address of the cell, e.g. "G9"; where the line was at the export when it is gone.',
  })
  get cell(): string {
    return this.facts.cell
  }

  @Field(() => String, {
    description: 'What it is about, in the words of the workbook: the text of the line.',
  })
  get description(): string {
    return this.facts.description
  }

  @Field(() => ID, { nullable: true, description: 'The line, when it is about one that there is.' })
  get lineId(): string | null {
    return this.facts.lineId ?? null
  }

  @Field(() => Municipality, { nullable: true, description: 'Whose population figure.' })
  municipality(@Ctx() { directory }: RequestContext): Municipality | null {
    const code = this.facts.municipalityCode
    return code === undefined ? null : directory.find(code)
  }

  @Field(() => IsoDate, { nullable: true, description: 'Reference date of the population figure.' })
  get on(): string | null {
    return this.facts.on ?? null
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Which field, as inputs call it: one of `LineFieldsInput`, "inhabitants" or "source"; null for a whole line, and where there is none.',
  })
  get field(): string | null {
    return this.facts.field ?? null
  }

  @Field(() => Json, { nullable: true, description: 'The value at the export.' })
  get base(): unknown {
    return this.facts.base
  }

  @Field(() => Json, { nullable: true, description: 'The value as it now stands in the budget.' })
  get current(): unknown {
    return this.facts.current
  }

  @Field(() => Json, {
    nullable: true,
    description:
      'The value of the workbook, as inputs take it; for a new line its fields, as `LineFieldsInput`.',
  })
  get proposed(): unknown {
    return this.facts.proposed
  }

  @Field(() => String, {
    nullable: true,
    description: 'What was typed to get the value, such as "=6*50000".',
  })
  get formula(): string | null {
    return this.facts.formula ?? null
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Of a population figure: the source that the workbook gives, when that is a new one.',
  })
  get source(): string | null {
    return this.facts.source ?? null
  }

  @Field(() => ID, {
    nullable: true,
    description: 'Of a new line: the line that it stands after; null for none.',
  })
  get afterLineId(): string | null {
    return this.facts.afterLineId ?? null
  }

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the line, or revision of the figure, that the workbook was made from.',
  })
  get baseVersion(): number | null {
    return this.facts.baseVersion ?? null
  }

  @Field(() => Int, {
    nullable: true,
    description: 'The same as it now is: base the edit on it to insist.',
  })
  get currentVersion(): number | null {
    return this.facts.currentVersion ?? null
  }

  @Extensions({ varies: true })
  @Field(() => String, {
    nullable: true,
    description: 'Name of who changed it since the export; the source, when it is a figure.',
  })
  async changedBy(@Ctx() { names }: RequestContext): Promise<string | null> {
    const { actor } = this.facts
    return actor === undefined ? null : (await names.load(actor)).name
  }

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the person who changed it; null when that is not known.',
  })
  async changedById(@Ctx() { names }: RequestContext): Promise<string | null> {
    const { actor } = this.facts
    return actor === undefined ? null : (await names.load(actor)).personId
  }

  @Field(() => DateTime, { nullable: true, description: 'When it was changed.' })
  get changedAt(): Date | null {
    return this.facts.changedAt ?? null
  }

  @Field(() => WorkbookProblem, { nullable: true, description: 'Why it cannot be accepted.' })
  get problem(): WorkbookProblem | null {
    return this.facts.fault ? new WorkbookProblem(this.facts.fault) : null
  }
}
