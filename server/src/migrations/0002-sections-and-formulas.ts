import { Migration } from '@mikro-orm/migrations'

export class SectionsAndFormulas extends Migration {
  override name = '0002-sections-and-formulas'

  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const statements = [
  "alter table `budget_line` add column `section` text not null default ''",
  'alter table `budget_line` add column `workload_formula` text null',
  'alter table `budget_line` add column `months_formula` text null',
  'alter table `budget_line` add column `monthly_cost_formula` text null',
  'alter table `budget_line` add column `amount_formula` text null',
]
