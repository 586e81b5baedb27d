//! The embedded log's file: what it holds, and who may read it.

use eventlog::{EmbeddedLog, EventLog, Expected, Options};

use crate::{append, everything, open, stream};

#[tokio::test]
async fn a_small_row_becomes_part_of_a_large_one_while_others_read() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(dir.path());
    let reader = log.clone();
    let reading = tokio::spawn(async move {
        for _ in 0..208 {
            let all = everything(&reader).await;
            let ids: Vec<_> = all.iter().map(|event| event.id().as_u128()).collect();
            assert_eq!(ids, (0..ids.len() as u128).collect::<Vec<_>>());
        }
    });
    for id in 0..208 {
        log.append(append(0, Expected::Any, [id])).await.unwrap();
    }
    reading.await.unwrap();
    drop(log);
    let file = rusqlite::Connection::open(dir.path().join("log.db")).unwrap();
    let rows: i64 = file.query_row("SELECT count(*) FROM blocks", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 208 / 16, "sixteen to a row");
}

#[tokio::test]
async fn an_auditor_reads_the_log_with_stock_tools() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(dir.path());
    for (number, ids) in [(0, vec![1]), (1, vec![2, 3]), (0, vec![4])] {
        log.append(append(number, Expected::Any, ids)).await.unwrap();
    }
    drop(log);
    let file = rusqlite::Connection::open(dir.path().join("log.db")).unwrap();
    let mut query = file
        .prepare(
            "SELECT position, stream, revision, id, type, occurred_on, subject,
                    json_extract(meta, '$.role'), json_extract(data, '$.minutes')
             FROM log ORDER BY position",
        )
        .unwrap();
    let rows = query.query_map([], |row| {
        let (position, stream, revision): (u32, String, u32) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        let (id, name): (String, String) = (row.get(3)?, row.get(4)?);
        let (occurred_on, subject): (u32, String) = (row.get(5)?, row.get(6)?);
        let (role, minutes): (String, u128) = (row.get(7)?, u128::from(row.get::<_, u32>(8)?));
        assert_eq!((id, name), (format!("{minutes:032X}"), "StepRegistered".to_owned()));
        assert_eq!(
            (occurred_on, subject, role),
            (20_260_309, format!("{:032X}", 7), "coach".into())
        );
        Ok((position, stream, revision, minutes))
    });
    let read: Vec<_> = rows.unwrap().map(Result::unwrap).collect();
    let (zero, one) = (stream(0).as_str().to_owned(), stream(1).as_str().to_owned());
    let wanted = [(1, zero.clone(), 0, 1), (2, one.clone(), 0, 2), (3, one, 1, 3), (4, zero, 1, 4)];
    assert_eq!(read, wanted);
}

#[tokio::test]
async fn a_log_of_another_format_is_refused_and_left_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("log.db");
    let older = rusqlite::Connection::open(&file).unwrap();
    older.execute_batch("PRAGMA user_version = 2; CREATE TABLE events (position)").unwrap();
    drop(older);
    let before = std::fs::read(&file).unwrap();
    let refused = EmbeddedLog::open(&file, Options::default()).map(drop).unwrap_err();
    assert!(refused.to_string().contains("format is 2"), "{refused}");
    assert_eq!(std::fs::read(&file).unwrap(), before);
}
