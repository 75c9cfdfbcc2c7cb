import { Migration } from '@mikro-orm/migrations'

/** Queries saved under a name, with an address of their own. */
export class SavedViews extends Migration {
  override name = '0006-saved-views'

  override up(): void {
    this.addSql(
      'create table `saved_view` (`id` text not null primary key, `name` text not null, `query` text not null, `variables` json not null, `actor` text not null, `created_at` datetime not null, `changed_at` datetime not null, `token_hash` text null, `token_since` datetime null, `last_used_at` datetime null)',
    )
  }
}
