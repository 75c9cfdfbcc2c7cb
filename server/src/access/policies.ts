import type { Action } from './can.ts'

/**
 * What it takes to be told anything of a type, whatever it is of; what exactly is told depends on whose it is. A connection
 * and an edge are as what they list.
 */
const types: Readonly<Record<string, Action>> = {
  ...all('everybody may know', 'installation.read', ['Installation', 'PageInfo', 'RateLimit']),
  ...all('one’s own sessions and tokens', 'account.read', ['ApiToken', 'Session']),
  ...all('everybody’s accounts', 'people.read', ['Person']),
  ...all('public facts', 'reference.read', [
    'InhabitantsAggregate',
    'PopulationAggregate',
    'PopulationFigure',
    'SetPopulationsPayload',
  ]),
  ...all('one’s own account, and the names in one’s own grants', 'schema.read', [
    'County',
    'CreateJointServicePayload',
    'Grant',
    'JointService',
    'Municipality',
    'UpdateJointServicePayload',
    'Viewer',
  ]),
  ...all('what others do', 'audit.read', ['AuditEntry']),
  ...all('money, and what it rests on', 'budget.read', [
    'Agreement',
    'AmountStepExplanation',
    'BasisExplanation',
    'Budget',
    'BudgetEffect',
    'BudgetLine',
    'BudgetLineAggregate',
    'BudgetLineGroup',
    'BudgetRights',
    'BudgetSection',
    'Change',
    'CostShare',
    'CostShareAggregate',
    'CostShareGroup',
    'CreateAgreementPayload',
    'CreateBudgetPayload',
    'DistributionKey',
    'EditAgreementPayload',
    'EditBudgetPayload',
    'EditConflict',
    'EditProblem',
    'FixedPercentage',
    'KeyBasis',
    'LineExplanation',
    'LineFault',
    'MoneyAggregate',
    'ParticipantMonths',
    'Participation',
    'PositionExplanation',
    'Remark',
    'Residual',
    'ResidualBearer',
    'ResidualExplanation',
    'SectionShare',
    'ShareEffect',
    'ShareExplanation',
    'ShareStepExplanation',
    'SharesResidual',
    'SharesResidualBearer',
    'SetRemarkPayload',
    'StepBearer',
    'StepResidual',
    'UseValue',
  ]),
  ...all('what a file says', 'budget.read', [
    'BudgetFileProposal',
    'CellDifference',
    'FileCellProblem',
    'FileColumn',
    'FileRow',
    'WorkbookChange',
    'WorkbookCheck',
    'WorkbookProblem',
    'WorkbookProposal',
  ]),
  ...all('what an office says', 'statistics.read', [
    'PopulationProposal',
    'ProposedFigure',
    'StatisticsProblem',
  ]),
  ...all('one’s own views', 'view.read', [
    'RemoveViewPayload',
    'RenewViewTokenPayload',
    'RevokeViewTokenPayload',
    'SaveViewPayload',
    'SavedView',
    'TableColumn',
    'TableOutline',
    'TableProblem',
    'UpdateViewPayload',
  ]),
}

/** What single fields take: all of those that something begins with, and others that are not as their type. */
const fields: Readonly<Record<string, Action>> = {
  'JointService.agreements': 'budget.read',
  'JointService.budget': 'budget.read',
  'JointService.budgets': 'budget.read',
  'JointService.participants': 'budget.read',
  'Municipality.jointServices': 'budget.read',
  'Municipality.participations': 'budget.read',

  'Municipality.latestPopulation': 'reference.read',
  'Municipality.population': 'reference.read',
  'Municipality.populations': 'reference.read',

  'Mutation.createAgreement': 'agreement.edit',
  'Mutation.createBudget': 'budget.edit',
  'Mutation.createJointService': 'jointService.create',
  'Mutation.editAgreement': 'agreement.edit',
  'Mutation.editBudget': 'line.edit',
  'Mutation.removeView': 'view.edit',
  'Mutation.renewViewToken': 'view.edit',
  'Mutation.revokeViewToken': 'view.edit',
  'Mutation.saveView': 'view.edit',
  'Mutation.setPopulations': 'population.edit',
  'Mutation.setRemark': 'remark.edit',
  'Mutation.updateJointService': 'jointService.edit',
  'Mutation.updateView': 'view.edit',

  'Query.__schema': 'schema.read',
  'Query.__type': 'schema.read',
  'Query.agreement': 'budget.read',
  'Query.agreements': 'budget.read',
  'Query.auditEntries': 'audit.read',
  'Query.budget': 'budget.read',
  'Query.budgetLines': 'budget.read',
  'Query.budgets': 'budget.read',
  'Query.changes': 'budget.read',
  'Query.checkWorkbook': 'budget.read',
  'Query.costShares': 'budget.read',
  'Query.fetchPopulations': 'statistics.read',
  'Query.installation': 'installation.read',
  'Query.jointService': 'jointService.read',
  'Query.jointServices': 'jointService.read',
  'Query.municipalities': 'reference.read',
  'Query.municipality': 'reference.read',
  'Query.node': 'schema.read',
  'Query.nodes': 'schema.read',
  'Query.participations': 'budget.read',
  'Query.populationDates': 'reference.read',
  'Query.populationFigures': 'reference.read',
  'Query.rateLimit': 'installation.read',
  'Query.readBudgetFile': 'budget.read',
  'Query.readPopulationFile': 'statistics.read',
  'Query.readWorkbook': 'budget.read',
  'Query.savedView': 'view.read',
  'Query.savedViews': 'view.read',
  'Query.tableOutline': 'view.read',
  'Query.viewer': 'schema.read',
}

/** What must be allowed to be told a field; undefined, and told to nobody, when nothing says. */
export function policyOf(type: string, field: string): Action | undefined {
  const own = fields[`${type}.${field}`]
  if (own !== undefined) return own
  if (type.startsWith('__')) return 'schema.read'
  return types[type] ?? types[type.replace(/(Connection|Edge)$/, '')]
}

/** The same action for several types; why is for whoever reads the list. */
function all(_why: string, action: Action, names: readonly string[]): Record<string, Action> {
  return Object.fromEntries(names.map((name) => [name, action]))
}
