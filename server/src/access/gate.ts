import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  isInterfaceType,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { Fault } from '@andel/schema/fault'
import type { Actor } from './actor.ts'
import { refusalOf } from './authorize.ts'
import { type Action, mayEver } from './can.ts'
import { policyOf } from './policies.ts'

const known = new WeakMap<DocumentNode, ReadonlySet<Action | undefined>>()

/**
 * Why somebody may not even ask this: a field of the document is for others, whatever it would be read of. Undefined when
 * there is no reason. A field without a policy is for nobody.
 */
export function refusedAtGate(
  schema: GraphQLSchema,
  document: DocumentNode,
  actor: Actor,
): Fault | undefined {
  if (actor.isProgram) return undefined
  const asked = known.get(document) ?? actionsOf(schema, document)
  known.set(document, asked)
  for (const action of asked) {
    if (action === undefined) return new Fault('FORBIDDEN', { action: 'none' })
    if (!mayEver(actor, action)) return refusalOf(actor, action)
  }
  return undefined
}

/** What has to be allowed for every field of a document. */
function actionsOf(schema: GraphQLSchema, document: DocumentNode): Set<Action | undefined> {
  const found = new Set<Action | undefined>()
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.FIELD]({ name }) {
        const parent = types.getParentType()
        if (!parent || name.value === '__typename') return
        // a field of an interface is one of each type that has it: reading those is guarded where they are found
        if (!isInterfaceType(parent)) found.add(policyOf(parent.name, name.value))
      },
    }),
  )
  return found
}
