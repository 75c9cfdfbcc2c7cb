import { Fault } from '@andel/schema/fault'
import { Arg, Ctx, Extensions, ID, Query, Resolver } from 'type-graphql'
import { can } from '../access/can.ts'
import { ownId } from '../connection/global-id.ts'
import type { RequestContext } from '../context.ts'
import { Language } from '../fault/language.ts'
import { Upload, type UploadedFile } from '../scalars/index.ts'
import { readWorkbook } from './read-workbook.ts'
import { WorkbookProposal } from './workbook-proposal.ts'

@Resolver()
export class ReadWorkbookResolver {
  @Extensions({ varies: true })
  @Query(() => WorkbookProposal, {
    description:
      'Reads an exported workbook back: what has been changed in it, cell by cell. Stores nothing.',
  })
  async readWorkbook(
    @Arg('budgetId', () => ID, { description: 'The budget that it was exported from.' })
    budgetId: string,
    @Arg('file', () => Upload, { description: 'The workbook that is read.' }) file: UploadedFile,
    @Arg('language', () => Language, {
      defaultValue: Language.SV,
      description: 'How numbers are read that were typed as texts.',
    })
    language: Language,
    @Ctx() { em, sheets, actor }: RequestContext,
  ): Promise<WorkbookProposal> {
    const id = ownId(budgetId, 'Budget')
    const sheet = await sheets.load(id)
    if (!can(actor, 'budget.read', { jointService: sheet.jointService.id }))
      throw new Fault('NOT_FOUND', { budget: id }) // as for one that never was
    return readWorkbook(em, sheet, file.bytes, language)
  }
}
