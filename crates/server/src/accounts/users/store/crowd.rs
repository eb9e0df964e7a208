//! Crowds of made-up users, for measuring an installation of size.

use seatwarden_base::{Result, db::Tx};

use super::search;

/// Adds users `first` to `last` of a crowd, without a password: 64 first names and 1,024 last names, most of
/// them with the last of `role_ids`, some with the others; a part is inactive, invited, from Single Sign On
/// or was never here. Those that are there already are passed over.
pub(in super::super) async fn insert(
    tx: &mut Tx,
    (first, last): (i64, i64),
    role_ids: &[String; 5],
    now_ms: i64,
) -> Result<()> {
    tx.sql(
        "with recursive crowd (number) as (select cast($1 as bigint) union all \
         select number + 1 from crowd where number < cast($2 as bigint)), \
         mixed as (select number, number * 48271 % 2147483647 as mix from crowd), \
         named as (select number, cast(number as text) as digits, trim(substr('Adam    Agnes   Albert  Alma    Anton   Astrid  Bella   Boris   Carla   Cyril   Daphne  \
         Dimitri Edith   Elmar   Emil    Fatima  Felix   Flora   Georg   Greta   Hanna   Hassan  \
         Hugo    Ida     Igor    Irene   Jakob   Jasmin  Johan   Judith  Karim   Katya   Lars    \
         Leila   Lorenz  Lucia   Magnus  Marta   Milan   Mira    Nadia   Nils    Olga    Oscar   \
         Paula   Piet    Quentin Ramona  Rasmus  Rita    Samir   Selma   Stefan  Sylvia  Tamara  \
         Theo    Ulrich  Ursula  Valerie Victor  Wanda   Xenia   Yusuf   Zora    ', \
         cast(mix % 64 as integer) * 8 + 1, 8)) as first_name, \
         trim(substr('AlderBeck Birk Blom Borg BrandDahl Eber Falk ForstGran Hag  Hald Holm Kast Kron Lang \
         Lind Loh  MarchNord OsterQuar Rave RosenSand SteinTann Ulm  Vogt Wald Zell ', \
         cast(mix / 64 % 32 as integer) * 5 + 1, 5)) || \
         trim(substr('aker  bach  berg  bjorn bruck burg  dorf  eck   feld  fors  furt  gaard grave heim  hoff  \
         horst kirk  lund  mann  mark  moor  qvist rood  sen   shaw  stad  stett thal  torp  vik   \
         wick  worth ', \
         cast(mix / 2048 % 32 as integer) * 6 + 1, 6)) as last_name from mixed) \
         insert into users (id, email, email_key, user_name, user_name_key, first_name, last_name, full_name_key, last_name_key, \
         role_id, active, invited_at_ms, origin, search_text, created_at_ms, updated_at_ms, last_activity_at_ms) \
         select substr('000000000000000000000000' || digits, length(digits) + 1), \
         lower(first_name || '.' || last_name) || digits || '@crowd.example', \
         lower(first_name || '.' || last_name) || digits || '@crowd.example', \
         lower(first_name || '.' || last_name) || digits, lower(first_name || '.' || last_name) || digits, \
         first_name, last_name, lower(first_name || ' ' || last_name), lower(last_name || ' ' || first_name), \
         case when number % 5000 = 17 then cast($4 as text) when number % 500 = 13 then cast($5 as text) \
         when number % 40 = 11 then cast($6 as text) when number % 10 = 3 then cast($7 as text) \
         else cast($8 as text) end, \
         number % 20 <> 0, case when number % 40 = 0 then cast($3 as bigint) end, case when number % 4 = 1 then 'sso' else 'local' end, \
         lower(first_name || '.' || last_name || digits || '@crowd.example' || chr10 || first_name || '.' || last_name \
         || digits || chr10 || first_name || ' ' || last_name), \
         cast($3 as bigint) - number * 104729 % 94608000 * 1000, cast($3 as bigint), \
         case when number % 5 = 0 then null else cast($3 as bigint) - number * 7919 % 31536000 * 1000 end \
         from named cross join (select '\n' as chr10) as line where true on conflict do nothing",
    )
    .bind(first)
    .bind(last)
    .bind(now_ms)
    .bind(role_ids[0].as_str())
    .bind(role_ids[1].as_str())
    .bind(role_ids[2].as_str())
    .bind(role_ids[3].as_str())
    .bind(role_ids[4].as_str())
    .run()
    .await?;
    let (from, to) = (format!("{first:024}"), format!("{last:024}"));
    tx.sql(
        "insert into sign_in_names (name_key, user_id) select email_key, id from users where id between $1 and $2 \
         union all select user_name_key, id from users where id between $1 and $2 on conflict do nothing",
    )
    .bind(from)
    .bind(to)
    .run()
    .await?;
    search::insert_missing(tx).await
}

/// How many users of a crowd are active, by role.
pub(in super::super) async fn list_active(
    tx: &mut Tx,
    (first, last): (i64, i64),
) -> Result<Vec<(String, i64)>> {
    let rows = tx
        .sql("select role_id, count(*) from users where id between $1 and $2 and active group by role_id limit 1000")
        .bind(format!("{first:024}"))
        .bind(format!("{last:024}"))
        .all()
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
