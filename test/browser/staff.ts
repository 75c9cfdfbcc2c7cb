import type { Page } from 'playwright-core'
import { Visitor } from '../visitor.ts'
import type { Stage } from './browser.ts'
import { SheetPage } from './sheet.ts'

const json = { 'content-type': 'application/json' }

/** Somebody with an account of their own, and a browser. */
export interface Employee {
  readonly id: string
  readonly email: string
  readonly password: string
  readonly page: Page
}

/** The administrator of the demo, who takes people on and shuts them out. */
export class Staff {
  private constructor(
    private readonly stage: Stage,
    private readonly admin: Visitor,
  ) {}

  static async of(stage: Stage): Promise<Staff> {
    return new Staff(stage, await Visitor.by(await stage.product.link('admin')))
  }

  /** A finance officer of a municipality in the demo's joint service, signed in in a browser of their own. */
  async financeOfficer(name: string, municipalityCode: string): Promise<Employee> {
    const email = `${municipalityCode}@kommun.example`
    const password = 'sju sjuka sjömän i Åre'
    const { createPerson } = await this.ask<{
      createPerson: { code: string; person: { id: string } }
    }>(
      'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { code person { id } } }',
      { name, email },
    )
    const { id } = createPerson.person
    await this.ask(
      'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { grant { id } } }',
      {
        personId: id,
        role: 'FINANCE_OFFICER',
        jointServiceSlug: 'familjehemscentrum',
        municipalityCode,
      },
    )
    const page = await this.stage.visit({ as: null })
    page.setDefaultTimeout(10_000)
    const data = { code: createPerson.code, password }
    await page.context().request.post('/invitation', { headers: json, data })
    return { id, email, password, page }
  }

  suspend({ id }: Employee): Promise<unknown> {
    return this.ask(
      'mutation ($input: PersonInput!) { suspendPerson(input: $input) { person { id } } }',
      { personId: id },
    )
  }

  restore({ id }: Employee): Promise<unknown> {
    return this.ask(
      'mutation ($input: PersonInput!) { reinstatePerson(input: $input) { person { id } } }',
      { personId: id },
    )
  }

  private async ask<Data>(query: string, input: object): Promise<Data> {
    const { data, errors } = await this.admin.send<Data>(query, { input })
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }
}

/** Opens a budget in the browser of an employee. */
export async function openFor({ page }: Employee, year: number): Promise<SheetPage> {
  await page.goto(`/samverkan/familjehemscentrum/${year}`)
  const sheet = new SheetPage(page)
  await sheet.cell('sum', 'description').waitFor()
  return sheet
}
