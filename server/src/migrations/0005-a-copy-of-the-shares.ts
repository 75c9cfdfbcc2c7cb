import { Migration } from '@mikro-orm/migrations'

/** Tables that are rebuilt from the facts: docs/decisions/0009-a-copy-of-the-shares.md. */
export class CopyOfTheShares extends Migration {
  override name = '0005-a-copy-of-the-shares'

  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const statements = [
  'create table `budget_figures` (`budget_id` text not null primary key, `sequence` integer not null, `method` integer not null, `total` bigint not null, `difference` bigint not null)',
  'create table `cost_share` (`line_id` text not null, `municipality_code` text not null, `budget_id` text not null, `amount` bigint not null, `residual` bigint not null, primary key (`line_id`, `municipality_code`))',
  'create index `cost_share_municipality_code_index` on `cost_share` (`municipality_code`)',
  'create index `cost_share_budget_id_index` on `cost_share` (`budget_id`)',
  'create table `line_figures` (`line_id` text not null primary key, `budget_id` text not null, `position` integer not null, `amount` bigint not null, `difference` bigint not null, `fault` text null, `section_order` text not null, `description_order` text not null, `searched` text not null, `digest` text not null)',
  'create index `line_figures_budget_id_index` on `line_figures` (`budget_id`)',
]
