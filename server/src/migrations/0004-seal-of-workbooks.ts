import { Migration } from '@mikro-orm/migrations'

/** What exported workbooks are sealed with is known here alone. */
export class SealOfWorkbooks extends Migration {
  override name = '0004-seal-of-workbooks'

  override up(): void {
    this.addSql(
      'create table `server_secret` (`name` text not null primary key, `value` text not null)',
    )
  }
}
