import { Arg, Extensions, Query, Resolver } from 'type-graphql'
import { Language } from '../fault/language.ts'
import { Upload, type UploadedFile } from '../scalars/index.ts'
import { BudgetFileMappingInput, BudgetFileProposal } from './budget-file-proposal.ts'
import { readBudgetFile } from './read-budget-file.ts'

@Resolver()
export class ReadBudgetFileResolver {
  @Extensions({ varies: true })
  @Query(() => BudgetFileProposal, {
    description:
      'Reads a CSV or XLSX file from outside as lines of a budget, with the problems of each row. Stores nothing.',
  })
  readBudgetFile(
    @Arg('file', () => Upload, { description: 'The file that is read.' }) file: UploadedFile,
    @Arg('mapping', () => BudgetFileMappingInput, {
      nullable: true,
      description: 'How it is read; guessed when absent.',
    })
    mapping: BudgetFileMappingInput | undefined,
    @Arg('language', () => Language, {
      defaultValue: Language.SV,
      description: 'How numbers are read: "1.234" is refused in Swedish, "1,234" in English.',
    })
    language: Language,
  ): Promise<BudgetFileProposal> {
    return readBudgetFile(file.bytes, mapping ?? {}, language)
  }
}
