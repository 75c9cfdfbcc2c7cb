import { Fault } from '@andel/schema/fault'
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  execute,
  getOperationAST,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import { LRUCache } from 'lru-cache'
import pLimit from 'p-limit'
import { refusedAtGate } from '../access/gate.ts'
import type { RequestContext } from '../context.ts'
import { type Cost, costLimit, costOf } from './cost.ts'
import { dryRunOf } from './dry-run.ts'
import { limitVariables } from './limit-variables.ts'
import { type Reading, asGraphqlError, readDocument } from './read-document.ts'
import { readVariables, withReadVariables } from './variables.ts'

/** An operation that has been parsed and found to fit the contract. */
export interface Prepared {
  readonly document: DocumentNode
  readonly source: string
}

/** What an operation is carried out with. */
export interface Demand {
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  /** Which operation of the document; needed when it has several. */
  readonly operationName?: string | undefined
  readonly context: RequestContext
}

/** The cost above which an operation waits for its turn: an answer of some hundred MB. */
const dear = 2_000_000

/** Characters of the operations that are kept prepared: some hundred of a usual size. */
const keptCharacters = 2_000_000

/**
 * The one way in which an operation is carried out, whoever asked: GraphQL over HTTP, a table, a saved view.
 *
 * An operation is parsed, validated and compiled to a function once, and kept as long as it is in use.
 */
export class Execution {
  private readonly prepared = new LRUCache<string, Prepared>({
    maxSize: keptCharacters,
    sizeCalculation: ({ source }) => source.length + 1,
  })

  /** By prepared operation, then by operation name. */
  private readonly compiled = new WeakMap<Prepared, Map<string | undefined, CompiledQuery | null>>()

  private readonly costs = new WeakMap<Prepared, Map<string | undefined, Cost>>()

  private readonly turns = pLimit(2)

  constructor(readonly schema: GraphQLSchema) {}

  /**
   * @throws {GraphQLError[]} what is wrong with the text, as GraphQL tells it, or the Fault `DOCUMENT_LIMIT` behind one
   */
  prepare(source: string, reading: Reading = {}): Prepared {
    const known = this.prepared.get(source)
    if (known) return known
    const prepared = { document: readDocument(this.schema, source, reading), source }
    this.prepared.set(source, prepared)
    return prepared
  }

  /** Never rejects for what GraphQL calls an error: those are in the result. */
  async run(prepared: Prepared, demand: Demand): Promise<ExecutionResult> {
    const { variables, operationName, context } = demand
    const dryRun =
      prepared.source.includes('dryRun') && dryRunOf(prepared.document, operationName, variables)
    const refused = this.admit(prepared, demand, dryRun ? Infinity : costLimit)
    if (refused) return refused
    if (subscribes(prepared.document, operationName)) return asErrors(new Fault('WRONG_TRANSPORT'))
    const compiled = dryRun ? null : this.compile(prepared, operationName)
    if (compiled) {
      const read = readVariables(this.schema, prepared.document, operationName, variables)
      if ('errors' in read) return { errors: read.errors }
      return await this.inTurn(context.cost!, () => compiled.query(undefined, context, read.values))
    }
    return await execute({
      schema: this.schema,
      document: dryRun || prepared.document,
      variableValues: variables,
      operationName,
      contextValue: context,
    })
  }

  /** Why an operation is not even begun; undefined when there is no reason. Notes what it costs. */
  admit(prepared: Prepared, demand: Demand, mostCost = costLimit): ExecutionResult | undefined {
    const { variables, context } = demand
    const tooDeep = limitVariables(variables)
    if (tooDeep) return asErrors(tooDeep)
    const refused = refusedAtGate(this.schema, prepared.document, context.actor)
    if (refused) return asErrors(refused)
    context.cost = this.cost(prepared, demand)
    return context.cost.cost > mostCost ? asErrors(tooDear(context.cost)) : undefined
  }

  /** What is dear is carried out a few at a time, for it holds its whole answer in memory; the others wait. */
  private inTurn<T>({ cost }: Cost, work: () => T): T | Promise<T> {
    return cost > dear ? this.turns(work) : work()
  }

  /** Worked out once for an operation without variables. */
  private cost(prepared: Prepared, { operationName, variables }: Demand): Cost {
    const byName = this.costs.get(prepared) ?? new Map<string | undefined, Cost>()
    this.costs.set(prepared, byName)
    const known = byName.get(operationName)
    if (known) return known
    const cost = costOf(this.schema, prepared.document, operationName, variables)
    if (!prepared.source.includes('$')) byName.set(operationName, cost)
    return cost
  }

  /** Null for what is better told by GraphQL itself: an operation that is not there, and questions about the contract. */
  private compile(prepared: Prepared, operationName: string | undefined): CompiledQuery | null {
    const byName =
      this.compiled.get(prepared) ?? new Map<string | undefined, CompiledQuery | null>()
    this.compiled.set(prepared, byName)
    const known = byName.get(operationName)
    if (known !== undefined) return known
    const made = compileDocument(this.schema, prepared.document, operationName)
    byName.set(operationName, made)
    return made
  }
}

/** A fault as the one result of an operation. */
export const asErrors = (fault: Fault): ExecutionResult => ({ errors: [asGraphqlError(fault)] })

const subscribes = (document: DocumentNode, name: string | undefined): boolean =>
  getOperationAST(document, name)?.operation === 'subscription'

const tooDear = ({ cost }: Cost): Fault => new Fault('COST_LIMIT', { cost, limit: costLimit })

function compileDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): CompiledQuery | null {
  if (/"value":"__(schema|type)"/.test(JSON.stringify(document))) return null
  const made = compileQuery(schema, withReadVariables(document), operationName, {
    useExperimentalPathBasedSkipInclude: true, // as GraphQL says: by where a fragment is spread
  })
  return isCompiledQuery(made) ? made : null
}
