import type { Ids } from './ids.ts'

const nil = '00000000-0000-4000-8000-000000000000'
const key = 'clientMutationKey: "00000000-0000-4000-8000-000000000000"'
const nobody = 'UGVyc29uOjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMA'
const noThread = Buffer.from(`CommentThread:${nil}`).toString('base64url')
const noVersion = Buffer.from(`BudgetVersion:${nil}`).toString('base64url')
const noComment = Buffer.from(`Comment:${nil}`).toString('base64url')

/** What fields are asked with that cannot do without arguments, about one joint service. What is edited stays as it is. */
export function argumentsFor(ids: Ids): Record<string, string> {
  return {
    'BudgetLineConnection.groupBy': '(fields: [SECTION])',
    'CostShareConnection.groupBy': '(fields: [MUNICIPALITY])',
    'JointService.budget': '(year: 2022)',
    'Municipality.population': '(on: "2021-12-31")',

    'Mutation.addComment': `(input: { budgetId: "${ids.budget}", lineId: "${ids.line}", text: "" })`,
    'Mutation.resolveThread': `(input: { threadId: "${noThread}", resolved: true })`,
    'Mutation.withdrawComment': `(input: { commentId: "${noComment}" })`,
    'Mutation.nameBudgetVersion': `(input: { budgetId: "${ids.budget}", name: "" })`,
    'Mutation.removeBudgetVersion': `(input: { versionId: "${noVersion}" })`,
    'Mutation.createBudget': `(input: { jointServiceSlug: "${ids.slug}", year: 2022, title: "" })`,
    'Mutation.createAgreement': `(input: { ${key}, jointServiceId: "${ids.service}", title: "", decision: "", noticePeriod: "P1Y", validFrom: "2030-01-01", participants: [], defaultKey: { name: "", bases: [], shareStep: NONE, amountStep: ORE, residualRule: LARGEST_REMAINDER } })`,
    'Mutation.createPerson': '(input: { name: "", email: "" })',
    'Mutation.endSessions': `(input: { personId: "${nobody}" })`,
    'Mutation.erasePerson': `(input: { personId: "${nobody}" })`,
    'Mutation.grantRole': `(input: { personId: "${nobody}", role: ADMIN })`,
    'Mutation.invitePerson': `(input: { personId: "${nobody}" })`,
    'Mutation.reinstatePerson': `(input: { personId: "${nobody}" })`,
    'Mutation.revokeGrant': `(input: { grantId: "${nobody}" })`,
    'Mutation.suspendPerson': `(input: { personId: "${nobody}" })`,
    'Mutation.updatePerson': `(input: { personId: "${nobody}" })`,
    'Mutation.createJointService': '(input: { slug: "", name: "", body: "" })',
    'Mutation.updateJointService': `(input: { jointServiceId: "${nobody}" })`,
    'Mutation.createToken': '(input: { name: "", days: 1 })',
    'Mutation.endSession': `(input: { id: "${nobody}" })`,
    'Mutation.revokeToken': `(input: { id: "${nobody}" })`,
    'Mutation.editAgreement': `(input: { agreementId: "${ids.agreement}", version: 1, ${key}, edits: [] })`,
    'Mutation.editBudget': `(input: { budgetId: "${ids.budget}", ${key}, edits: [] })`,
    'Mutation.removeView': `(input: { id: "${nobody}" })`,
    'Mutation.renewViewToken': `(input: { id: "${nobody}" })`,
    'Mutation.revokeViewToken': `(input: { id: "${nobody}" })`,
    'Mutation.saveView': '(input: { name: "", query: "" })',
    'Mutation.setPopulations': `(input: { ${key}, figures: [] })`,
    'Mutation.setRemark': `(input: { lineId: "${ids.line}", municipalityCode: "2380", text: "" })`,
    'Mutation.updateView': `(input: { id: "${nobody}" })`,

    'Query.agreement': `(id: "${ids.agreement}")`,
    'Query.agreements': `(filter: { jointServiceSlugs: ["${ids.slug}"] })`,
    'Query.budget': `(id: "${ids.budget}")`,
    'Query.budgetDiff': `(id: "${ids.budget}", from: { time: "${new Date().toISOString()}" })`,
    'Query.checkWorkbook': '(file: $file)',
    'Query.fetchPopulations': '(input: {})',
    'Query.jointService': `(slug: "${ids.slug}")`,
    'Query.municipality': '(code: "2380")',
    'Query.node': `(id: "${ids.line}")`,
    'Query.nodes': `(ids: ["${ids.service}", "${ids.agreement}", "${ids.participation}", "${ids.budget}", "${ids.key}", "${ids.line}", "${ids.share}", "${ids.change}"])`,
    'Query.readBudgetFile': '(file: $file)',
    'Mutation.setPresence': `(input: { budgetId: "${ids.budget}", clientId: "page", typing: false })`,
    'Subscription.budgetChanges': `(budgetId: "${ids.budget}", afterSequence: 0)`,
    'Subscription.budgetComments': `(budgetId: "${ids.budget}")`,
    'Subscription.budgetPresence': `(budgetId: "${ids.budget}", clientId: "page")`,
    'Query.readPopulationFile': '(file: $file)',
    'Query.readWorkbook': `(budgetId: "${ids.budget}", file: $file)`,
    'Query.savedView': `(id: "${nobody}")`,
    'Query.tableOutline': '(query: "{ __typename }")',
  }
}
