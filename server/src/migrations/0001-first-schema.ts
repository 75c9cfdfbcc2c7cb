import { Migration } from '@mikro-orm/migrations'

export class FirstSchema extends Migration {
  override name = '0001-first-schema'

  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const statements = [
  'create table `county` (`code` text not null primary key, `name` text not null)',
  "create table `joint_service` (`id` text not null primary key, `slug` text not null, `name` text not null, `body` text not null, `description` text not null, `currency` text not null default 'SEK')",
  'create unique index `joint_service_slug_unique` on `joint_service` (`slug`)',
  'create table `municipality` (`code` text not null primary key, `name` text not null, `full_name` text not null, `county_code` text not null, constraint `municipality_county_code_foreign` foreign key (`county_code`) references `county` (`code`))',
  'create index `municipality_county_code_index` on `municipality` (`county_code`)',
  "create table `distribution_key` (`id` text not null primary key, `budget_id` text null, `version` integer not null default 1, `name` text not null, `note` text null, `bases` json not null, `share_step` text check (`share_step` in ('NONE', 'ONE', 'TENTH', 'HUNDREDTH')) not null, `amount_step` text check (`amount_step` in ('ORE', 'KRONA', 'TEN', 'HUNDRED', 'THOUSAND')) not null, `residual_rule` text check (`residual_rule` in ('LARGEST_REMAINDER', 'LARGEST_SHARE', 'NAMED', 'EACH_ALONE')) not null, `named_code` text null, constraint `distribution_key_budget_id_foreign` foreign key (`budget_id`) references `budget` (`id`) on delete set null, constraint `distribution_key_named_code_foreign` foreign key (`named_code`) references `municipality` (`code`) on delete set null)",
  'create index `distribution_key_budget_id_index` on `distribution_key` (`budget_id`)',
  'create index `distribution_key_named_code_index` on `distribution_key` (`named_code`)',
  'create table `agreement` (`id` text not null primary key, `joint_service_id` text not null, `title` text not null, `valid_from` text not null, `valid_to` text null, `notice_period` text not null, `decision` text not null, `note` text null, `weighs_part_year` integer not null default true, `default_key_id` text not null, constraint `agreement_joint_service_id_foreign` foreign key (`joint_service_id`) references `joint_service` (`id`), constraint `agreement_default_key_id_foreign` foreign key (`default_key_id`) references `distribution_key` (`id`))',
  'create index `agreement_joint_service_id_index` on `agreement` (`joint_service_id`)',
  'create index `agreement_default_key_id_index` on `agreement` (`default_key_id`)',
  "create table `budget` (`id` text not null primary key, `joint_service_id` text not null, `agreement_id` text not null, `year` integer not null, `title` text not null, `state` text check (`state` in ('DRAFT', 'OPEN', 'LOCKED')) not null default 'DRAFT', `default_key_id` text null, constraint `budget_joint_service_id_foreign` foreign key (`joint_service_id`) references `joint_service` (`id`), constraint `budget_agreement_id_foreign` foreign key (`agreement_id`) references `agreement` (`id`), constraint `budget_default_key_id_foreign` foreign key (`default_key_id`) references `distribution_key` (`id`) on delete set null)",
  'create index `budget_joint_service_id_index` on `budget` (`joint_service_id`)',
  'create index `budget_agreement_id_index` on `budget` (`agreement_id`)',
  'create index `budget_default_key_id_index` on `budget` (`default_key_id`)',
  'create unique index `budget_joint_service_id_year_unique` on `budget` (`joint_service_id`, `year`)',
  'create table `change` (`sequence` integer not null primary key autoincrement, `at` datetime not null, `actor` text not null, `budget_id` text not null, `entity` text not null, `entity_id` text not null, `version` integer not null, `field` text not null, `before` json null, `after` json null, `batch` text not null, `reason` text null, constraint `change_budget_id_foreign` foreign key (`budget_id`) references `budget` (`id`))',
  'create index `change_budget_id_index` on `change` (`budget_id`)',
  'create index `change_batch_index` on `change` (`batch`)',
  'create index `change_entity_id_version_index` on `change` (`entity_id`, `version`)',
  "create table `budget_line` (`id` text not null primary key, `budget_id` text not null, `place` text not null, `version` integer not null default 1, `kind` text check (`kind` in ('COST', 'REVENUE')) not null default 'COST', `description` text not null default '', `workload` integer null, `months` integer null, `monthly_cost` bigint null, `amount` bigint null, `money_source` text check (`money_source` in ('NEW_MONEY', 'WITHIN_FRAME')) not null default 'WITHIN_FRAME', `key_id` text not null, `excluded` json not null, `note` text not null default '', `decision` text not null default '', constraint `budget_line_budget_id_foreign` foreign key (`budget_id`) references `budget` (`id`), constraint `budget_line_key_id_foreign` foreign key (`key_id`) references `distribution_key` (`id`))",
  'create index `budget_line_budget_id_index` on `budget_line` (`budget_id`)',
  'create index `budget_line_key_id_index` on `budget_line` (`key_id`)',
  'create table `accepted_batch` (`key` text not null primary key, `budget_id` text not null, `digest` text not null, `at` datetime not null, constraint `accepted_batch_budget_id_foreign` foreign key (`budget_id`) references `budget` (`id`))',
  'create index `accepted_batch_budget_id_index` on `accepted_batch` (`budget_id`)',
  'create table `participation` (`id` text not null primary key, `agreement_id` text not null, `municipality_code` text not null, `from_date` text not null, `to_date` text null, constraint `participation_agreement_id_foreign` foreign key (`agreement_id`) references `agreement` (`id`), constraint `participation_municipality_code_foreign` foreign key (`municipality_code`) references `municipality` (`code`))',
  'create index `participation_agreement_id_index` on `participation` (`agreement_id`)',
  'create index `participation_municipality_code_index` on `participation` (`municipality_code`)',
  "create table `population_figure` (`id` text not null primary key, `municipality_code` text not null, `on` text not null, `inhabitants` integer not null, `source` text not null, `quality` text check (`quality` in ('PUBLISHED', 'DERIVED', 'SECONDARY', 'CORRECTED')) not null, `note` text null, `revision` integer not null default 1, `current` integer not null default true, `recorded_at` datetime not null, constraint `population_figure_municipality_code_foreign` foreign key (`municipality_code`) references `municipality` (`code`))",
  'create index `population_figure_municipality_code_index` on `population_figure` (`municipality_code`)',
  'create index `population_figure_on_index` on `population_figure` (`on`)',
  'create unique index `population_figure_municipality_code_on_revision_unique` on `population_figure` (`municipality_code`, `on`, `revision`)',
]
