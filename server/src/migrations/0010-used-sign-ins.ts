import { Migration } from '@mikro-orm/migrations'

/** Which sign-ins at a provider have been used: none is used twice. */
export class UsedSignIns extends Migration {
  override name = '0010-used-sign-ins'

  override up(): void {
    this.addSql(
      'create table `used_sign_in` (`state_hash` text not null primary key, `expires_at` datetime not null)',
    )
    this.addSql('create index `used_sign_in_expires_at_index` on `used_sign_in` (`expires_at`)')
  }
}
