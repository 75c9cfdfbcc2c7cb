import { Migration } from '@mikro-orm/migrations'

/** What municipalities note for themselves, and which lines they may write. */
export class RemarksAndOpenLines extends Migration {
  override name = '0009-remarks-and-open-lines'

  override up(): void {
    this.addSql(
      'create table `remark` (`id` text not null primary key, `budget_id` text not null, `line_id` text not null, `municipality_code` text not null, `text` text not null, `actor` text not null, `at` datetime not null, constraint `remark_budget_id_foreign` foreign key (`budget_id`) references `budget` (`id`), constraint `remark_municipality_code_foreign` foreign key (`municipality_code`) references `municipality` (`code`))',
    )
    this.addSql('create index `remark_municipality_code_index` on `remark` (`municipality_code`)')
    this.addSql('create index `remark_budget_id_index` on `remark` (`budget_id`)')
    this.addSql(
      'create unique index `remark_line_id_municipality_code_unique` on `remark` (`line_id`, `municipality_code`)',
    )
    this.addSql("alter table `budget_line` add column `opened_to` json not null default '[]'")
  }
}
