import 'reflect-metadata'
import {
  type GraphQLInterfaceType,
  type GraphQLSchema,
  lexicographicSortSchema,
  printSchema,
} from 'graphql'
import { type PubSub, buildSchema, getMetadataStorage } from 'type-graphql'
import {
  AgreementResolver,
  JointServiceAgreementsResolver,
} from '../agreement/agreement.resolver.ts'
import {
  JointServiceParticipantsResolver,
  MunicipalityParticipationsResolver,
  ParticipationResolver,
} from '../agreement/participation.resolver.ts'
import { DistributionKeyResolver } from '../allocation/distribution-key.resolver.ts'
import { OwnTokensResolver } from '../api-token/own-tokens.resolver.ts'
import { AuditEntryResolver } from '../audit/audit-entry.resolver.ts'
import { BudgetResolver, JointServiceBudgetsResolver } from '../budget/budget.resolver.ts'
import { BudgetDiffResolver } from '../budget/past/diff/diff.resolver.ts'
import { BudgetPastResolver, BudgetVersionResolver } from '../budget/past/version.resolver.ts'
import { BudgetRightsResolver } from '../budget/budget-rights.resolver.ts'
import { BudgetSumsResolver } from '../budget/budget-sums.resolver.ts'
import { CreateBudgetResolver } from '../budget/create-budget.resolver.ts'
import { EditBudgetResolver } from '../budget/edit/edit-budget.resolver.ts'
import {
  BudgetCommentsResolver,
  CommentThreadResolver,
} from '../comment/comment-thread.resolver.ts'
import { CommentResolver } from '../comment/comment.resolver.ts'
import { EditCommentsResolver } from '../comment/edit-comments.resolver.ts'
import { typeOfNode } from '../connection/node.ts'
import { CreateAgreementResolver } from '../grounds/create-agreement.resolver.ts'
import { EditAgreementResolver } from '../grounds/edit-agreement.resolver.ts'
import { AgreementRightsResolver, MunicipalityRightsResolver } from '../grounds/rights.resolver.ts'
import { SetPopulationsResolver } from '../grounds/set-populations.resolver.ts'
import { BudgetChangesResolver, ChangeResolver } from '../history/change.resolver.ts'
import { EditConflictResolver } from '../history/edit-conflict.resolver.ts'
import { ReadBudgetFileResolver } from '../intake/read-budget-file.resolver.ts'
import { EditJointServicesResolver } from '../joint-service/edit-joint-services.resolver.ts'
import { JointServiceResolver } from '../joint-service/joint-service.resolver.ts'
import { MunicipalityResolver } from '../municipality/municipality.resolver.ts'
import { NodeResolver } from '../node.resolver.ts'
import { EditPeopleResolver } from '../people/edit-people.resolver.ts'
import { GrantableMunicipalitiesResolver } from '../people/grantable-municipalities.resolver.ts'
import { PeopleResolver } from '../people/people.resolver.ts'
import { GrantResolver } from '../person/grant.resolver.ts'
import { PopulationFiguresResolver } from '../population/population-figures.resolver.ts'
import {
  MunicipalityPopulationResolver,
  PopulationFigureResolver,
} from '../population/population.resolver.ts'
import { LineRemarksResolver, RemarkResolver } from '../remark/remark.resolver.ts'
import { BudgetLinesResolver } from '../shares/budget-lines.resolver.ts'
import { CostShareGroupResolver } from '../shares/cost-share-group.resolver.ts'
import { CostSharesResolver } from '../shares/cost-shares.resolver.ts'
import { ExplainShareResolver } from '../shares/explain/explain-share.resolver.ts'
import { InstallationResolver } from '../sign-in/installation.resolver.ts'
import { OwnSessionsResolver, SessionResolver } from '../sign-in/own-sessions.resolver.ts'
import { ViewerResolver } from '../sign-in/viewer.resolver.ts'
import { StatisticsResolver } from '../statistics/statistics.resolver.ts'
import { CheckWorkbookResolver } from '../workbook/check-workbook.resolver.ts'
import { ReadWorkbookResolver } from '../workbook/read-workbook.resolver.ts'
import { TableResolver } from '../table/table.resolver.ts'
import { EditViewsResolver } from '../views/edit-views.resolver.ts'
import { SavedViewResolver } from '../views/view.resolver.ts'
import { LiveResolver, PresenceResolver } from '../live/live.resolver.ts'
import { SetPresenceResolver } from '../live/set-presence.resolver.ts'
import { RateLimitResolver } from './rate-limit.resolver.ts'

/** The API, from its resolvers. Inputs are checked by scalars and actions, so class-validator is not needed. */
export async function buildApi(): Promise<GraphQLSchema> {
  readPlainFieldsDirectly()
  const schema = await buildSchema({
    validate: false,
    pubSub: none,
    resolvers: [
      NodeResolver,
      InstallationResolver,
      ViewerResolver,
      OwnTokensResolver,
      OwnSessionsResolver,
      SessionResolver,
      GrantResolver,
      PeopleResolver,
      EditPeopleResolver,
      GrantableMunicipalitiesResolver,
      AuditEntryResolver,
      RateLimitResolver,
      MunicipalityResolver,
      MunicipalityPopulationResolver,
      PopulationFigureResolver,
      PopulationFiguresResolver,
      JointServiceResolver,
      EditJointServicesResolver,
      JointServiceAgreementsResolver,
      JointServiceBudgetsResolver,
      AgreementResolver,
      ParticipationResolver,
      MunicipalityParticipationsResolver,
      JointServiceParticipantsResolver,
      DistributionKeyResolver,
      BudgetResolver,
      BudgetRightsResolver,
      BudgetPastResolver,
      BudgetDiffResolver,
      BudgetVersionResolver,
      RemarkResolver,
      LineRemarksResolver,
      BudgetCommentsResolver,
      CommentThreadResolver,
      CommentResolver,
      EditCommentsResolver,
      BudgetChangesResolver,
      ChangeResolver,
      EditConflictResolver,
      EditBudgetResolver,
      CreateBudgetResolver,
      EditAgreementResolver,
      CreateAgreementResolver,
      SetPopulationsResolver,
      AgreementRightsResolver,
      MunicipalityRightsResolver,
      TableResolver,
      SavedViewResolver,
      EditViewsResolver,
      CheckWorkbookResolver,
      ReadWorkbookResolver,
      ReadBudgetFileResolver,
      StatisticsResolver,
      BudgetSumsResolver,
      BudgetLinesResolver,
      CostSharesResolver,
      CostShareGroupResolver,
      ExplainShareResolver,
      LiveResolver,
      PresenceResolver,
      SetPresenceResolver,
    ],
  })
  tellTypesAtOnce(schema)
  return schema
}

/** Every stream begins with a function of its own. */
const none: PubSub = {
  publish: () => undefined,
  subscribe() {
    throw new Error('a stream without a beginning')
  },
}

/** TypeGraphQL answers with a promise of the type of a node, which a compiled operation does not wait for. */
function tellTypesAtOnce(schema: GraphQLSchema): void {
  const node = schema.getType('Node') as GraphQLInterfaceType
  node.resolveType = typeOfNode
}

/** A field that is a property or a getter of what is read needs no resolver: without one, it is read a good deal faster. */
function readPlainFieldsDirectly(): void {
  const storage = getMetadataStorage()
  for (const field of storage.fields) field.simple ??= field.name === field.schemaName
  storage.fieldResolvers = storage.fieldResolvers.filter(
    ({ kind, target, methodName }) => kind !== 'internal' || !isGetter(target, methodName),
  )
}

function isGetter({ prototype }: { prototype: object }, name: string): boolean {
  return Object.getOwnPropertyDescriptor(prototype, name)?.get !== undefined
}

/** The contract, as the server really has it: the text of `schema/schema.graphql`. */
export async function printApi(): Promise<string> {
  const sdl = printSchema(lexicographicSortSchema(await buildApi()))
  return `# Emitted by the server (pnpm emit:schema); do not edit.\n\n${sdl}\n`
}
