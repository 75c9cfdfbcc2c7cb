/**
 * The demo: SocSam's joint foster-home centre, as two minutes tell of it (2021-10-08 § 48, 2022-06-03 § 33).
 * What the minutes do not say is marked as an assumption in the notes.
 */
import { ore } from '@andel/schema/money'
import {
  AmountStepType,
  BasisKindType,
  ResidualRuleType,
  ShareStepType,
} from '../allocation/key-enums.ts'
import type { KeyInput } from '../allocation/key-input.ts'
import { MoneySource } from '../budget/budget-line.entity.ts'
import type { LineFieldsInput } from '../budget/edit/line-fields-input.ts'
import { Role } from '../person/role-enums.ts'

export interface DemoPerson {
  /** What the console calls the role. */
  readonly label: string
  readonly role: Role
  readonly name: string
  readonly email: string
  /** Code, of a role for one municipality. */
  readonly municipality?: string
}

/** One person for each role. The minutes know nobody by these names. */
export const people: readonly DemoPerson[] = [
  {
    label: 'admin',
    role: Role.ADMIN,
    name: 'Demo Administratör',
    email: 'administrator@demo.invalid',
  },
  {
    label: 'coordinator',
    role: Role.COORDINATOR,
    name: 'Demo Samordnare',
    email: 'samordnare@demo.invalid',
  },
  {
    label: 'finance officer',
    role: Role.FINANCE_OFFICER,
    name: 'Demo Ekonom',
    email: 'ekonom@demo.invalid',
    municipality: '2380',
  },
  {
    label: 'analyst',
    role: Role.ANALYST,
    name: 'Demo Analytiker',
    email: 'analytiker@demo.invalid',
  },
]

export const jointService = {
  slug: 'familjehemscentrum',
  name: 'Familjehemscentrum',
  body: 'SocSam',
  description:
    'Gemensamt familjehemscentrum för sju av länets åtta kommuner: rekryterar, utreder och stödjer familjehem.',
  currency: 'SEK',
}

export const agreement = {
  title: 'Avtal om gemensamt familjehemscentrum',
  validFrom: '2022-01-01',
  noticePeriod: 'P1Y',
  decision: 'SocSam 2021-10-08 § 48',
  note: 'Uppsägning ska ske skriftligen. Uppsägningstiden förlängdes från sex månader till ett år. SocSam rekommenderar; varje kommun beslutar själv.',
  weighsPartYear: true,
}

/** Ragunda, Bräcke, Krokom, Strömsund, Åre, Härjedalen, Östersund: all of SocSam but Berg. */
export const parties = ['2303', '2305', '2309', '2313', '2321', '2361', '2380']

const rounding = {
  shareStep: ShareStepType.TENTH,
  amountStep: AmountStepType.ORE,
  residualRule: ResidualRuleType.LARGEST_REMAINDER,
}

export const defaultKey: KeyInput = {
  name: 'Folkmängd',
  note: 'Kostnaden fördelas efter befolkningsandel (§ 33). Andelarna avrundas till 0,1 % först: så blir alla sju beslutade belopp exakt de som står i protokollet.',
  bases: [{ kind: BasisKindType.POPULATION, percent: 100, on: '2021-12-31' }],
  ...rounding,
}

export const otherKeys: KeyInput[] = [
  {
    name: 'Folkmängd, protokollets datum',
    note: 'Det datum som protokollet anger. Tillgängliga siffror för dagen är andrahandsuppgifter och ger fem av de sju beslutade beloppen.',
    bases: [{ kind: BasisKindType.POPULATION, percent: 100, on: '2021-11-01' }],
    ...rounding,
  },
  {
    name: 'Lika delar',
    note: null,
    bases: [{ kind: BasisKindType.EQUAL, percent: 100 }],
    ...rounding,
    shareStep: ShareStepType.NONE,
  },
]

export const budget = { jointServiceSlug: jointService.slug, year: 2022, title: 'Budget 2022' }

export const reason = 'Exempel ur SocSams protokoll'

const kronor = (amount: number): number => ore(amount * 100)

const assumedMonthlyCost =
  'Antagande: samma månadskostnad som förstärkningen i § 33, 300 000 kr för 1,0 tjänst i sex månader.'

export const lines: LineFieldsInput[] = [
  {
    description: 'Handläggare',
    workload: 600,
    months: '12',
    monthlyCost: kronor(50_000),
    moneySource: MoneySource.WITHIN_FRAME,
    note: `6,0 handläggare enligt § 33. ${assumedMonthlyCost}`,
  },
  {
    description: 'Samordnare/enhetschef',
    workload: 100,
    months: '12',
    monthlyCost: kronor(60_000),
    moneySource: MoneySource.WITHIN_FRAME,
    note: '1,0 samordnare/enhetschef enligt § 33. Antagande: kostnaden står inte i protokollen.',
  },
  {
    description: 'Handläggare genom omprioritering',
    workload: 100,
    months: '6',
    monthlyCost: kronor(50_000),
    moneySource: MoneySource.WITHIN_FRAME,
    note: `Styrgruppen 2022-04-29: förstärkning med 1,0 tjänst inom ordinarie budget. ${assumedMonthlyCost}`,
    decision: 'SocSam 2022-06-03 § 33',
  },
  {
    description: 'Omprioritering inom ordinarie budget',
    amount: kronor(-300_000),
    moneySource: MoneySource.WITHIN_FRAME,
    note: 'Motpost, så att tjänsten genom omprioritering inte ändrar ramen. Antagande: protokollet säger inte vad som står tillbaka.',
    decision: 'SocSam 2022-06-03 § 33',
  },
  {
    description: 'Resursförstärkning, handläggare',
    workload: 100,
    months: '6',
    monthlyCost: kronor(50_000),
    moneySource: MoneySource.NEW_MONEY,
    note: 'SocSam rekommenderar kommunerna att förstärka med 300 000 kr, 1,0 tjänst i sex månader. Protokollet säger ”befolkningens mängd 1 nov 2021”, men bara siffrorna för 31 december 2021, med andelar i hela 0,1 %, ger alla sju belopp i protokollet. Därför fördelas raden efter den dagen.',
    decision: 'SocSam 2022-06-03 § 33',
  },
]
