import { Fault } from '@andel/schema/fault'
import {
  type ExecutionResult,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  createSourceEventStream,
  execute,
  getOperationAST,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { RequestContext } from '../context.ts'
import { type Execution, type Prepared, asErrors } from './execution.ts'

/** A subscription that is to begin. */
export interface Wanted {
  readonly prepared: Prepared
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  readonly operationName?: string | undefined
  /** Made anew for each thing that is told: nothing that was read before is told again. */
  context(): RequestContext
}

/** Types whose fields say the same to whoever may be told of them at all. */
const alike = new Set([
  'Subscription',
  'BudgetNews',
  'Change',
  'BudgetPresence',
  'Presence',
  'PresenceCell',
  'PersonName',
  'CommentThread',
  'Comment',
])

/** What is told to many is carried out once: for those who ask the same with the same rights, or of what is alike to all. */
export class Streams {
  private readonly results = new WeakMap<object, Map<string, Promise<ExecutionResult>>>()
  private readonly shared = new WeakMap<Prepared, boolean>()

  constructor(private readonly execution: Execution) {}

  /** Begins to tell. Errors that keep it from beginning are its one result. */
  async begin(wanted: Wanted): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
    const { schema } = this.execution
    const { prepared, variables, operationName } = wanted
    const operation = getOperationAST(prepared.document, operationName)
    if (operation?.operation !== 'subscription') return asErrors(new Fault('WRONG_TRANSPORT'))
    const context = wanted.context()
    const refused = this.execution.admit(prepared, { variables, operationName, context })
    if (refused) return refused
    const source = await createSourceEventStream({
      schema,
      document: prepared.document,
      variableValues: variables,
      operationName,
      contextValue: context,
    })
    if (!(Symbol.asyncIterator in source)) return source
    const key = this.keyOf(wanted, context)
    return told(source as AsyncIterableIterator<object>, (event) =>
      this.resultOf(event, key, wanted),
    )
  }

  private keyOf({ prepared, variables, operationName }: Wanted, { actor }: RequestContext): string {
    const isShared = this.shared.get(prepared) ?? isAlike(this.execution.schema, prepared)
    this.shared.set(prepared, isShared)
    if (!isShared) return JSON.stringify([prepared.source, operationName, variables, actor.rights])
    return JSON.stringify([prepared.source, operationName]) // no field of theirs takes an argument
  }

  private resultOf(event: object, key: string, wanted: Wanted): Promise<ExecutionResult> {
    const known = this.results.get(event) ?? new Map<string, Promise<ExecutionResult>>()
    this.results.set(event, known)
    const result = known.get(key) ?? this.carryOut(event, wanted)
    known.set(key, result)
    return result
  }

  private async carryOut(
    event: object,
    { prepared, variables, operationName, context }: Wanted,
  ): Promise<ExecutionResult> {
    return await execute({
      schema: this.execution.schema,
      document: prepared.document,
      rootValue: event,
      contextValue: context(),
      variableValues: variables,
      operationName,
    })
  }
}

function isAlike(schema: GraphQLSchema, { document, source }: Prepared): boolean {
  if (source.includes('$') && /@(skip|include)/.test(source)) return false
  const types = new TypeInfo(schema)
  let same = true
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.FIELD]() {
        const parent = types.getParentType()
        if (parent && !alike.has(parent.name)) same = false
      },
    }),
  )
  return same
}

function told(
  source: AsyncIterableIterator<object>,
  resultOf: (event: object) => Promise<ExecutionResult>,
): AsyncIterableIterator<ExecutionResult> {
  return {
    async next() {
      const { done, value } = await source.next()
      return done ? { done, value: undefined } : { done: false, value: await resultOf(value) }
    },
    async return() {
      await source.return?.()
      return { done: true, value: undefined }
    },
    async throw(error: Error) {
      await source.return?.()
      throw error
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
