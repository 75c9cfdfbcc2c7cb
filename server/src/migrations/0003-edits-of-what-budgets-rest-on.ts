import { Migration } from '@mikro-orm/migrations'

/** A change or a batch need not be of a budget any more: SQLite takes a new table for that. */
export class EditsOfWhatBudgetsRestOn extends Migration {
  override name = '0003-edits-of-what-budgets-rest-on'

  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const statements = [
  'alter table `agreement` add column `version` integer not null default 1',

  'alter table `change` rename to `change_before`',
  'drop index `change_budget_id_index`',
  'drop index `change_batch_index`',
  'drop index `change_entity_id_version_index`',
  'create table `change` (`sequence` integer not null primary key autoincrement, `at` datetime not null, `actor` text not null, `budget_id` text null, `entity` text not null, `entity_id` text not null, `version` integer not null, `field` text not null, `before` json null, `after` json null, `batch` text not null, `reason` text null, constraint `change_budget_id_foreign` foreign key (`budget_id`) references `budget` (`id`) on delete restrict)',
  'insert into `change` (`sequence`, `at`, `actor`, `budget_id`, `entity`, `entity_id`, `version`, `field`, `before`, `after`, `batch`, `reason`) select `sequence`, `at`, `actor`, `budget_id`, `entity`, `entity_id`, `version`, `field`, `before`, `after`, `batch`, `reason` from `change_before`',
  'drop table `change_before`',
  'create index `change_budget_id_index` on `change` (`budget_id`)',
  'create index `change_batch_index` on `change` (`batch`)',
  'create index `change_entity_id_version_index` on `change` (`entity_id`, `version`)',

  'alter table `accepted_batch` rename to `accepted_batch_before`',
  'drop index `accepted_batch_budget_id_index`',
  'create table `accepted_batch` (`key` text not null primary key, `budget_id` text null, `digest` text not null, `at` datetime not null, constraint `accepted_batch_budget_id_foreign` foreign key (`budget_id`) references `budget` (`id`) on delete restrict)',
  'insert into `accepted_batch` (`key`, `budget_id`, `digest`, `at`) select `key`, `budget_id`, `digest`, `at` from `accepted_batch_before`',
  'drop table `accepted_batch_before`',
  'create index `accepted_batch_budget_id_index` on `accepted_batch` (`budget_id`)',

  'create table `reached_budget` (`budget_id` text not null, `change_sequence` integer not null, primary key (`budget_id`, `change_sequence`), constraint `reached_budget_budget_id_foreign` foreign key (`budget_id`) references `budget` (`id`) on update restrict on delete restrict, constraint `reached_budget_change_sequence_foreign` foreign key (`change_sequence`) references `change` (`sequence`) on update restrict on delete restrict)',
  'create index `reached_budget_budget_id_index` on `reached_budget` (`budget_id`)',
  'create index `reached_budget_change_sequence_index` on `reached_budget` (`change_sequence`)',
]
