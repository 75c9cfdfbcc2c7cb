import { Migration } from '@mikro-orm/migrations'

/** How many entries a budget has in the copy, and an index for its order. The copy is made anew. */
export class ListsBudgetByBudget extends Migration {
  override name = '0007-lists-budget-by-budget'

  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const statements = [
  'delete from `cost_share`',
  'delete from `line_figures`',
  'drop table `budget_figures`',
  'create table `budget_figures` (`budget_id` text not null primary key, `sequence` integer not null, `method` integer not null, `total` bigint not null, `difference` bigint not null, `lines` integer not null, `shares` integer not null)',
  'drop index `line_figures_budget_id_index`',
  'create unique index `line_figures_budget_id_position_unique` on `line_figures` (`budget_id`, `position`)',
]
