import { Arg, Ctx, Extensions, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { Upload, type UploadedFile } from '../scalars/index.ts'
import { checkWorkbook } from './check-workbook.ts'
import { WorkbookCheck } from './workbook-check.ts'

@Resolver()
export class CheckWorkbookResolver {
  @Extensions({ varies: true })
  @Query(() => WorkbookCheck, {
    description:
      'Says which figures of an exported workbook differ from what was exported, and whether its seal can be believed. Stores nothing.',
  })
  checkWorkbook(
    @Arg('file', () => Upload, { description: 'The workbook that is read.' }) file: UploadedFile,
    @Ctx() { em }: RequestContext,
  ): Promise<WorkbookCheck> {
    return checkWorkbook(em, file.bytes)
  }
}
