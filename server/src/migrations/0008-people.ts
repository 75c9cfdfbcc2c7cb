import { Migration } from '@mikro-orm/migrations'

/** Who may sign in, with what, and who did what; and which joint service a change belongs to. */
export class People extends Migration {
  override name = '0008-people'

  override async up(): Promise<void> {
    for (const statement of statements) this.addSql(statement)
    await this.placeChanges()
  }

  /** Changes of agreements named their joint service by nothing but what they changed. */
  private async placeChanges(): Promise<void> {
    const owners = (await this.execute(`
      select 'Agreement' as type, id, joint_service_id as service from agreement
      union all select 'Participation', p.id, a.joint_service_id from participation p join agreement a on a.id = p.agreement_id
      union all select 'DistributionKey', a.default_key_id, a.joint_service_id from agreement a
    `)) as unknown as { type: string; id: string; service: string }[]
    for (const { type, id, service } of owners) {
      const globalId = Buffer.from(`${type}:${id}`).toString('base64url')
      this.addSql(
        `update change set joint_service_id = '${service}' where budget_id is null and entity_id = '${globalId}'`,
      )
    }
  }
}

const statements = [
  'create table `person` (`id` text not null primary key, `name` text not null, `email` text not null, `login` text null, `password_hash` text null, `issuer` text null, `subject` text null, `created_at` datetime not null, `suspended_at` datetime null, `erased_at` datetime null, `signed_in_at` datetime null)',
  'create unique index `person_login_unique` on `person` (`login`)',
  'create unique index `person_issuer_subject_unique` on `person` (`issuer`, `subject`)',

  "create table `grant` (`id` text not null primary key, `person_id` text not null, `role` text check (`role` in ('ADMIN', 'COORDINATOR', 'FINANCE_OFFICER', 'ANALYST')) not null, `joint_service_id` text null, `municipality_code` text null, `since` datetime not null, constraint `grant_person_id_foreign` foreign key (`person_id`) references `person` (`id`), constraint `grant_joint_service_id_foreign` foreign key (`joint_service_id`) references `joint_service` (`id`) on delete restrict, constraint `grant_municipality_code_foreign` foreign key (`municipality_code`) references `municipality` (`code`) on delete restrict)",
  'create index `grant_person_id_index` on `grant` (`person_id`)',
  'create index `grant_joint_service_id_index` on `grant` (`joint_service_id`)',
  'create index `grant_municipality_code_index` on `grant` (`municipality_code`)',

  "create table `session` (`id` text not null primary key, `person_id` text not null, `token_hash` text not null, `way` text check (`way` in ('LOCAL', 'OIDC', 'DEMO')) not null, `browser` text not null, `created_at` datetime not null, `seen_at` datetime not null, constraint `session_person_id_foreign` foreign key (`person_id`) references `person` (`id`))",
  'create unique index `session_token_hash_unique` on `session` (`token_hash`)',
  'create index `session_person_id_index` on `session` (`person_id`)',

  'create table `invitation` (`id` text not null primary key, `person_id` text not null, `code_hash` text not null, `created_at` datetime not null, `expires_at` datetime not null, constraint `invitation_person_id_foreign` foreign key (`person_id`) references `person` (`id`))',
  'create unique index `invitation_code_hash_unique` on `invitation` (`code_hash`)',
  'create index `invitation_person_id_index` on `invitation` (`person_id`)',

  'create table `api_token` (`id` text not null primary key, `person_id` text not null, `name` text not null, `prefix` text not null, `token_hash` text not null, `writes` integer not null, `created_at` datetime not null, `expires_at` datetime not null, `revoked_at` datetime null, `used_at` datetime null, constraint `api_token_person_id_foreign` foreign key (`person_id`) references `person` (`id`))',
  'create unique index `api_token_token_hash_unique` on `api_token` (`token_hash`)',
  'create index `api_token_person_id_index` on `api_token` (`person_id`)',

  'create table `audit_entry` (`sequence` integer not null primary key autoincrement, `at` datetime not null, `actor` text null, `action` text not null, `succeeded` integer not null, `subject` text null, `details` json not null)',
  'create index `audit_entry_actor_index` on `audit_entry` (`actor`)',
  'create index `audit_entry_subject_index` on `audit_entry` (`subject`)',
  'create index `audit_entry_action_sequence_index` on `audit_entry` (`action`, `sequence`)',

  'create table `installation` (`id` integer not null primary key, `demo` integer not null, `set_up_at` datetime null)',
  "insert into `installation` (`id`, `demo`) select 1, exists (select 1 from `change` where `actor` = 'demo')",

  'alter table `change` add column `joint_service_id` text null constraint `change_joint_service_id_foreign` references `joint_service` (`id`) on delete restrict',
  'create index `change_joint_service_id_index` on `change` (`joint_service_id`)',
  'update `change` set `joint_service_id` = (select `joint_service_id` from `budget` where `budget`.`id` = `change`.`budget_id`) where `budget_id` is not null',
]
