import { afterAll, beforeAll } from 'vitest'
import { raiseStage, type Stage } from './browser.ts'
import { openSheet, OtherOffice } from './sheet.ts'
import { type Visit } from './visit.ts'

/** Where the tests of a file work: one stage for all of them, and somebody else who uses the API. */
export class Desk {
  #stage: Stage | undefined
  #office: OtherOffice | undefined

  /** Set up before the first test of the file that asks for it, and cleared after the last. */
  static forFile(): Desk {
    const desk = new Desk()
    beforeAll(async () => {
      desk.#stage = await raiseStage()
      desk.#office = new OtherOffice(desk.#stage.program)
    })
    afterAll(() => desk.#stage?.close())
    return desk
  }

  get stage(): Stage {
    if (!this.#stage) throw new Error('The stage is raised before the first test, not earlier.')
    return this.#stage
  }

  get office(): OtherOffice {
    if (!this.#office) throw new Error('The office opens with the stage.')
    return this.#office
  }

  /** A budget of the test's own, open in a browser of its own. */
  async openCopy(visit?: Visit, populationDate?: string) {
    const year = await this.office.copyBudget(populationDate)
    const sheet = await openSheet(this.stage, year, visit)
    return { year, sheet, page: sheet.page }
  }
}
