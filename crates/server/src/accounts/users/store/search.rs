//! What finds a part of a name. On SQLite the table `users_search`, an index of all runs of three letters,
//! which is kept up to date here; on PostgreSQL an index of the table `users` that keeps itself.

use std::cmp::Reverse;

use seatwarden_base::{
    Result,
    db::{Engine, Row, Tx, Value},
};

use crate::text::part_pattern;

const FIND_OTHER: &str = "select 1 from users where id = $1 and search_text <> $2";
const LAST_AND_NEW_SQLITE: &str = "select coalesce(max(search_number), 0), \
    (select min(rowid) from users where search_number is null) from users";
const NUMBER_SQLITE: &str = "update users set search_number = rowid + $1 where search_number is null";
const INSERT_SQLITE: &str = "insert into users_search (rowid, search_text) \
    select search_number, search_text from users where search_number > $1 order by search_number";
const INSERT_ONE_SQLITE: &str = "insert into users_search (rowid, search_text) \
    select search_number, search_text from users where id = $1 and search_number is not null";
const DELETE_SQLITE: &str =
    "delete from users_search where rowid = (select search_number from users where id = $1)";
const LIST_TEXTS: &str = "select id, search_text from users where id > $1 order by id limit $2";
const SET_TEXT: &str = "update users set search_text = $3 where id = $1 and search_text = $2";
const MATCH_SQLITE: &str = "select rowid from users_search where users_search match $1 limit $2";
const MATCH_POSTGRES: &str = "select id from users where search_text like $1 escape '!' limit $2";
const MATCH_AMONG_POSTGRES: &str = "select id from (select id, search_text from users limit $3) as some_users \
    where search_text like $1 escape '!' limit $2";

/// Among how many users PostgreSQL looks for matches without its index, first and at most, and how many of the first must
/// match for going on that way.
const FIRST_LOOK: i64 = 2_500;
const LOOKS_MAX: i64 = 50_000;
const OFTEN: usize = 200;

/// Puts every user into the index who is not there yet, in three statements however many they are. Whoever
/// adds users calls it once in the same transaction; whom somebody forgot comes in with the next call.
///
/// A user's number in the index is the number of the row, as long as those are new: then a search finds the row without
/// looking for it. After a `vacuum` rows may have smaller numbers than were given.
pub(in super::super) async fn insert_missing(tx: &mut Tx) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        return Ok(());
    }
    let row = tx.sql(LAST_AND_NEW_SQLITE).one().await?;
    let (last, new): (i64, Option<i64>) = (row.get(0)?, row.get(1)?);
    let Some(new) = new else { return Ok(()) };
    let before = if new > last { 0 } else { last };
    tx.sql(NUMBER_SQLITE).bind(before).run().await?;
    tx.sql(INSERT_SQLITE).bind(last).run().await?;
    Ok(())
}

/// Whether a user is found by another text than this one, so that the index must change with it.
pub(super) async fn find_other(tx: &mut Tx, id: &str, search_text: &str) -> Result<bool> {
    if tx.engine() == Engine::Postgres {
        return Ok(false);
    }
    Ok(tx.sql(FIND_OTHER).bind(id).bind(search_text).first().await?.is_some())
}

/// Writes a user into the index anew.
pub(super) async fn set(tx: &mut Tx, id: &str) -> Result<()> {
    delete(tx, id).await?;
    tx.sql(INSERT_ONE_SQLITE).bind(id).run().await?;
    Ok(())
}

/// Takes a user out of the index; before the user is deleted.
pub(super) async fn delete(tx: &mut Tx, id: &str) -> Result<()> {
    if tx.engine() == Engine::Sqlite {
        tx.sql(DELETE_SQLITE).bind(id).run().await?;
    }
    Ok(())
}

/// A search text that changes, whoever's it is.
pub(in super::super) struct Renewed {
    pub(in super::super) id: String,
    /// As it was read.
    pub(in super::super) before: String,
    pub(in super::super) after: String,
}

impl Renewed {
    /// The values of a statement that changes it, unless somebody else did meanwhile.
    pub(super) fn values(self) -> Vec<Value> {
        vec![self.id.into(), self.before.into(), self.after.into()]
    }
}

/// Ids and search texts after an id, in the order of ids.
pub(in super::super) async fn list_texts(
    tx: &mut Tx,
    after_id: &str,
    limit: i64,
) -> Result<Vec<(String, String)>> {
    let rows = tx.sql(LIST_TEXTS).bind(after_id).bind(limit).all().await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Changes search texts, and writes their users into the index anew.
pub(in super::super) async fn set_texts(tx: &mut Tx, texts: Vec<Renewed>) -> Result<()> {
    let ids: Vec<Vec<Value>> = texts.iter().map(|text| vec![text.id.as_str().into()]).collect();
    tx.sql(SET_TEXT).each(texts.into_iter().map(Renewed::values).collect()).await?;
    if tx.engine() == Engine::Sqlite {
        tx.sql(DELETE_SQLITE).each(ids.clone()).await?;
        tx.sql(INSERT_ONE_SQLITE).each(ids).await?;
    }
    Ok(())
}

/// Users whose search text may hold this text of three letters or more, which is in lower case; at most `limit`: their
/// numbers in SQLite's index, their ids on PostgreSQL. See [`super::found::of_part`].
pub(super) async fn list(tx: &mut Tx, text: &str, limit: i64) -> Result<Vec<Row>> {
    if tx.engine() == Engine::Sqlite {
        return tx.sql(MATCH_SQLITE).bind(trigrams(text)).bind(limit).all().await;
    }
    let pattern = part_pattern(text);
    if let Some(rows) = list_common(tx, &pattern, limit).await? {
        return Ok(rows);
    }
    tx.sql(MATCH_POSTGRES).bind(rare_pattern(text)).bind(limit).all().await
}

/// The same on PostgreSQL for a text that so many users have that `limit` of them are soon found without the index: that
/// reads all matches before it gives the first one.
async fn list_common(tx: &mut Tx, pattern: &str, limit: i64) -> Result<Option<Vec<Row>>> {
    let is_enough = |rows: &[Row]| i64::try_from(rows.len()).is_ok_and(|found| found >= limit);
    let mut rows = list_among(tx, pattern, limit, FIRST_LOOK).await?;
    if rows.len() >= OFTEN && !is_enough(&rows) {
        rows = list_among(tx, pattern, limit, LOOKS_MAX).await?;
    }
    Ok(Some(rows).filter(|rows| is_enough(rows)))
}

async fn list_among(tx: &mut Tx, pattern: &str, limit: i64, looks: i64) -> Result<Vec<Row>> {
    tx.sql(MATCH_AMONG_POSTGRES).bind(pattern).bind(limit).bind(looks).all().await
}

/// What SQLite's index is asked for: the rare runs of a text.
fn trigrams(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut asked = String::with_capacity(TRIGRAMS_MAX * 8);
    for at in rare_runs(&letters) {
        asked.push('"');
        for letter in letters.iter().skip(at).take(3) {
            asked.push(*letter);
            if *letter == '"' {
                asked.push('"');
            }
        }
        asked.push_str("\" ");
    }
    asked
}

/// The `like` pattern that PostgreSQL's index is asked for: the rare runs of a text, and anything between them.
fn rare_pattern(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut is_asked = vec![false; letters.len()];
    for at in rare_runs(&letters) {
        is_asked.iter_mut().skip(at).take(3).for_each(|asked| *asked = true);
    }
    let thinned: String =
        letters.iter().zip(&is_asked).map(|(letter, asked)| if *asked { *letter } else { '\n' }).collect();
    thinned.split('\n').filter(|part| !part.is_empty()).map(part_pattern).collect()
}

/// Where the runs of three letters begin that an index is asked for: those that few names are likely to have. Of a short
/// search they have nearly all letters, so that few are found who do not have the whole of it; a long one has rare ones
/// enough, some here and some there. Each run costs a walk through all users who have it, and the users found are compared
/// with the whole search anyway.
fn rare_runs(letters: &[char]) -> Vec<usize> {
    let letters = telling(letters);
    let runs: Vec<&[char]> = letters.windows(3).collect();
    let is_long = letters.len() > 3 * TRIGRAMS_MAX;
    let rare = |at: usize| runs.get(at).map_or(0, |run| run.iter().map(|letter| rarity(*letter)).sum::<u8>());
    let mut is_covered = vec![false; letters.len()];
    let (mut asked, mut told) = (Vec::with_capacity(TRIGRAMS_MAX), 0);
    while asked.len() < TRIGRAMS_MAX {
        let is_told = told >= TOLD || !is_long && is_only_the_ending_left(&is_covered);
        if is_told && asked.len() >= ENOUGH {
            break;
        }
        let new = |at: usize| is_covered.iter().skip(at).take(3).filter(|covered| !**covered).count();
        // Of equals the first one: names differ more in how they begin.
        let worth = |at: &usize| (new(*at), rare(*at), Reverse(*at));
        let Some(at) = (0..runs.len()).max_by_key(worth).filter(|at| new(*at) > 0) else { break };
        is_covered.iter_mut().skip(at).take(3).for_each(|covered| *covered = true);
        told += rare(at);
        asked.push(at);
    }
    asked
}

/// The letters that tell users apart: not the domain of an address, which many have in common.
fn telling(letters: &[char]) -> &[char] {
    let end = letters.iter().position(|letter| *letter == '@').filter(|at| *at > 0);
    let end = end.map_or(letters.len(), |at| (at + 1).max(3));
    letters.get(..end).unwrap_or(letters)
}

/// Whether no letter before the last three is left. Endings are what names have in common: such a run is the longest walk
/// and tells the least.
fn is_only_the_ending_left(is_covered: &[bool]) -> bool {
    is_covered.iter().rev().skip(3).all(|covered| *covered)
}

/// How many runs of letters are looked up at most, and how many at least if there are more.
const TRIGRAMS_MAX: usize = 5;
const ENOUGH: usize = 2;
/// Runs of letters that are as rare as this together, say two of digits, need no other beside them.
const TOLD: u8 = 14;

/// How rare a letter is in names and addresses, roughly: digits and signs are rarest, and letters beyond a to z are what
/// the names of whole countries are made of.
fn rarity(letter: char) -> u8 {
    match letter {
        'a' | 'e' | 'i' | 'n' | 'r' | 's' | 't' | 'o' | 'l' | 'm' | 'c' | '.' | '@' => 0,
        'd' | 'h' | 'u' | 'p' | 'g' | 'b' | 'k' | 'f' | ' ' => 1,
        'j' | 'v' | 'w' | 'y' | 'z' => 2,
        'q' | 'x' => 3,
        _ if letter.is_alphabetic() => 1,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_is_asked_for_the_rarest_runs_of_letters() {
        assert_eq!(trigrams("ada"), "\"ada\" ");
        assert_eq!(trigrams("a\"b"), "\"a\"\"b\" ");
        let asked = trigrams("maria.schmidt4711@example.com");
        assert_eq!(asked.matches(' ').count(), TRIGRAMS_MAX);
        assert_eq!(trigrams("tamara.waldburg500005"), "\"500\" \"005\" ");
        assert!(asked.contains("\"471\"") || asked.contains("\"711\""), "{asked}");
    }

    #[test]
    fn a_name_is_asked_for_from_its_beginning() {
        // Else a search for one name would find all those of another that ends like it.
        assert_eq!(trigrams("lindqvist"), "\"dqv\" \"lin\" ");
        assert_eq!(trigrams("александр петров").matches(' ').count(), TRIGRAMS_MAX + 1);
        assert_eq!(trigrams("smith"), "\"ith\" \"smi\" ");
        assert_eq!(trigrams("papadopoulos"), "\"pap\" \"dop\" \"oul\" \"los\" \"pad\" ");
        assert_eq!(trigrams("aaaa"), "\"aaa\" \"aaa\" ");
    }

    #[test]
    fn a_pattern_has_the_rare_runs_in_their_order() {
        assert_eq!(rare_pattern("ada"), "%ada%");
        assert_eq!(rare_pattern("100%"), "%100!%%");
        assert_eq!(rare_pattern("smith"), "%smith%");
        assert_eq!(rare_pattern("lindqvist"), "%lindqv%");
        assert_eq!(rare_pattern("papadopoulos"), "%papadopoulos%");
        assert_eq!(rare_pattern("john.smith@example.com"), "%john.smith@%");
        assert_eq!(rare_pattern("a@wxyz.com"), "%a@w%");
        assert_eq!(rare_pattern("@wxyz.com"), "%@wxyz.com%");
        assert_eq!(rare_pattern("maximilian.schwarzenberger"), "%max%%chwarzenberg%");
        assert_eq!(rare_pattern("maria.schmidt4711@example.com"), "%maria.schmid%%471%");
    }

    /// What stands between the signs for anything in a `like` pattern.
    fn parts(pattern: &str) -> Vec<String> {
        let (mut parts, mut letters) = (vec![String::new()], pattern.chars());
        while let Some(letter) = letters.next() {
            match letter {
                '%' => parts.push(String::new()),
                '!' => parts.last_mut().unwrap().extend(letters.next()),
                letter => parts.last_mut().unwrap().push(letter),
            }
        }
        parts
    }

    /// The runs that SQLite's index is asked for: what stands in quotation marks, where two of them are one.
    fn runs(asked: &str) -> Vec<String> {
        let (mut runs, mut letters) = (Vec::new(), asked.chars().peekable());
        while letters.next() == Some('"') {
            let mut run = String::new();
            while let Some(letter) = letters.next() {
                if letter == '"' && letters.next_if_eq(&'"').is_none() {
                    break;
                }
                run.push(letter);
            }
            runs.push(run);
            assert_eq!(letters.next(), Some(' '));
        }
        runs
    }

    proptest::proptest! {
        /// Whoever has the text has what the indexes are asked for.
        #[test]
        fn nobody_who_has_the_text_is_left_out(typed in "\\PC{3,40}|[a-z%_!@.0-9\" ]{3,40}|[a\" ]{3,9}") {
            let text = crate::text::search_key(&typed);
            proptest::prop_assume!(text.chars().count() >= 3);
            let pattern = rare_pattern(&text);
            let mut rest = text.as_str();
            for part in parts(&pattern) {
                let at = rest.find(&part);
                proptest::prop_assert!(at.is_some(), "{text:?} has not {part:?} of {pattern:?}");
                rest = &rest[at.unwrap() + part.len()..];
            }
            for run in runs(&trigrams(&text)) {
                proptest::prop_assert!(run.chars().count() == 3 && text.contains(&run), "{text:?} has not {run:?}");
            }
        }
    }
}
