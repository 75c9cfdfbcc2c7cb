import { Fault } from '@andel/schema/fault'
import { formatDecimal, formatKronor, ore, parseDecimal, parseKronor } from '@andel/schema/money'
import { ref } from '@mikro-orm/core'
import { ownIdIfAny } from '../../connection/global-id.ts'
import type { BudgetLine } from '../budget-line.entity.ts'
import type { LineFieldsInput } from './line-fields-input.ts'
import { type FormulaValue, formulaOf, isFormula } from './formulas.ts'
import type { Workbench } from './workbench.ts'

/** One field of a line: how it is written in the log and how an input value gets into the line. */
interface LineField {
  /** The value as the API gives it, for the log and for conflicts. */
  read(line: BudgetLine): unknown
  /** Checks an input value and sets it. @throws {Fault} when the line may not have it */
  write(line: BudgetLine, value: unknown, bench: Pick<Workbench, 'keys' | 'participants'>): void
  /** A value as the log has it → as an input has it, where they differ. */
  fromLog?(logged: string): unknown
}

const most = { section: 100, description: 500, note: 5000, decision: 200 }
const mostMoney = 1e13

function text(field: keyof typeof most): LineField {
  return {
    read: (line) => line[field],
    write(line, value) {
      const typed = value === null ? '' : String(value)
      const written = field === 'section' ? typed.trim() : typed
      if (written.length > most[field]) throw new Fault('BAD_TEXT', { field, most: most[field] })
      line[field] = written
    },
  }
}

function money(field: 'monthlyCost' | 'amount'): LineField {
  return {
    read: (line) => (line[field] === null ? null : formatKronor(ore(line[field]))),
    write(line, value) {
      if (value !== null && Math.abs(value as number) > mostMoney)
        throw new Fault('BAD_AMOUNT', { field })
      line[field] = value as number | null
    },
    fromLog: parseKronor,
  }
}

function formula(value: FormulaValue): LineField {
  const field = formulaOf[value]
  return {
    read: (line) => line[field],
    write(line, typed) {
      if (typed !== null && !isFormula(String(typed))) throw new Fault('BAD_FORMULA', { field })
      line[field] = typed as string | null
    },
  }
}

function choice(field: 'kind' | 'moneySource'): LineField {
  return {
    read: (line) => line[field],
    write(line, value) {
      if (value === null) throw new Fault('BAD_INPUT', { field })
      line[field] = value as never
    },
  }
}

/** Every field of a line that an edit can set, by its name in the API. */
export const lineFields: Readonly<Record<keyof LineFieldsInput, LineField>> = {
  section: text('section'),
  kind: choice('kind'),
  description: text('description'),
  moneySource: choice('moneySource'),
  note: text('note'),
  decision: text('decision'),
  monthlyCost: money('monthlyCost'),
  amount: money('amount'),

  workload: {
    read: (line) => line.workload,
    write(line, value) {
      const workload = value as number | null
      if (workload !== null && (workload < 0 || workload > 100_000))
        throw new Fault('BAD_WORKLOAD', { workload })
      line.workload = workload
    },
  },

  months: {
    read: (line) => (line.months === null ? null : formatDecimal(line.months, 1)),
    write(line, value) {
      line.months = value === null ? null : monthsFrom(String(value))
    },
  },

  keyId: {
    read: (line) => line.key.unwrap().globalId,
    write(line, value, { keys }) {
      const key =
        value === null ? undefined : keys.get(ownIdIfAny(String(value), 'DistributionKey') ?? '')
      if (!key) throw new Fault('UNKNOWN_KEY', { key: String(value) })
      line.key = ref(key)
    },
  },

  excluded: participantsIn('excluded'),
  openedTo: participantsIn('openedTo'),

  workloadFormula: formula('workload'),
  monthsFormula: formula('months'),
  monthlyCostFormula: formula('monthlyCost'),
  amountFormula: formula('amount'),
}

/** Codes of participants, each once and in order. */
function participantsIn(field: 'excluded' | 'openedTo'): LineField {
  return {
    read: (line) => line[field],
    write(line, value, { participants }) {
      const codes = [...new Set((value as string[] | null) ?? [])].toSorted()
      for (const code of codes)
        if (!participants.has(code)) throw new Fault('NOT_A_PARTICIPANT', { code })
      line[field] = codes
    },
  }
}

function monthsFrom(text: string): number {
  let tenths: number
  try {
    tenths = parseDecimal(text, 1)
  } catch {
    throw new Fault('BAD_MONTHS', { months: text })
  }
  if (tenths < 0 || tenths > 120) throw new Fault('BAD_MONTHS', { months: text })
  return tenths
}
