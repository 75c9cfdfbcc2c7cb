import { Migration } from '@mikro-orm/migrations'

/** Changes are chained, budgets have named versions, and people comment on lines. */
export class ChainedHistory extends Migration {
  override name = '0011-chained-history'

  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

/** Changes from before have no hash yet: they are chained when Andel is started. */
const statements = [
  'create table `change__temp_alter` (`sequence` integer not null primary key, `at` datetime not null, `actor` text not null, `budget_id` text null, `joint_service_id` text null, `entity` text not null, `entity_id` text not null, `version` integer not null, `field` text not null, `before` json null, `after` json null, `batch` text not null, `reason` text null, `hash` text not null, constraint `change_budget_id_foreign` foreign key (`budget_id`) references `budget` (`id`) on delete restrict, constraint `change_joint_service_id_foreign` foreign key (`joint_service_id`) references `joint_service` (`id`) on delete restrict)',
  "insert into `change__temp_alter` select `sequence`, `at`, `actor`, `budget_id`, `joint_service_id`, `entity`, `entity_id`, `version`, `field`, `before`, `after`, `batch`, `reason`, '' as `hash` from `change`",
  'drop table `change`',
  'alter table `change__temp_alter` rename to `change`',
  'create index `change_budget_id_index` on `change` (`budget_id`)',
  'create index `change_joint_service_id_index` on `change` (`joint_service_id`)',
  'create index `change_batch_index` on `change` (`batch`)',
  'create index `change_entity_id_version_index` on `change` (`entity_id`, `version`)',

  'create table `base_fact` (`entity` text not null, `entity_id` text not null, `owner` text null, `content` json not null, `hash` text not null, primary key (`entity`, `entity_id`))',
  'create table `history_head` (`id` integer not null primary key default 1, `sequence` integer not null, `hash` text not null, `at` datetime not null)',
  "insert into `history_head` (`id`, `sequence`, `hash`, `at`) select 1, coalesce(max(`sequence`), 0), '', coalesce(max(`at`), 0) from `change`",

  "create table `budget_version` (`id` text not null primary key, `budget_id` text not null, `name` text not null, `note` text not null default '', `sequence` integer not null, `actor` text not null, `named_at` datetime not null, constraint `budget_version_budget_id_foreign` foreign key (`budget_id`) references `budget` (`id`) on delete restrict)",
  'create index `budget_version_budget_id_index` on `budget_version` (`budget_id`)',

  'create table `comment_thread` (`id` text not null primary key, `budget_id` text not null, `line_id` text not null, `field` text null, `resolved_at` datetime null, `resolved_by` text null, constraint `comment_thread_budget_id_foreign` foreign key (`budget_id`) references `budget` (`id`) on delete restrict)',
  'create index `comment_thread_budget_id_index` on `comment_thread` (`budget_id`)',
  'create index `comment_thread_line_id_index` on `comment_thread` (`line_id`)',
  'create table `comment` (`id` text not null primary key, `thread_id` text not null, `actor` text not null, `at` datetime not null, `text` text not null, `mentions` json not null, `withdrawn_at` datetime null, constraint `comment_thread_id_foreign` foreign key (`thread_id`) references `comment_thread` (`id`) on delete restrict)',
  'create index `comment_thread_id_index` on `comment` (`thread_id`)',
]
