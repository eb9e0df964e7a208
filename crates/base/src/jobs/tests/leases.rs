//! Which worker has a job, and what becomes of it when that worker dies.

use super::*;

#[tokio::test]
async fn two_workers_never_run_one_job_at_the_same_time() {
    let house = House::start().await;
    let (started, mut starts) = mpsc::unbounded_channel();
    let gate = Arc::new(Semaphore::new(0));
    let workers: Vec<_> = (0..2)
        .map(|_| {
            let (started, gate) = (started.clone(), Arc::clone(&gate));
            house.worker(policy(), move |context: JobContext| {
                let (started, gate) = (started.clone(), Arc::clone(&gate));
                async move {
                    started.send(context.id).unwrap();
                    gate.acquire().await.unwrap().forget();
                    Ok(())
                }
            })
        })
        .collect();
    house.enqueue("a").await;
    let now_ms = house.now_ms();
    let [first, second] = <[Worker; 2]>::try_from(workers).unwrap();

    let running = tokio::spawn(async move { first.run_due(now_ms).await });
    assert_eq!(starts.recv().await.unwrap(), "a");
    assert_eq!(second.run_due(now_ms).await.unwrap(), 0);
    gate.add_permits(1);

    assert_eq!(running.await.unwrap().unwrap(), 1);
    assert_eq!(house.counts().await, Counts::default());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_workers_at_once_run_every_job_exactly_once() {
    let house = House::start().await;
    let (said, mut heard) = mpsc::unbounded_channel();
    let mut tx = house.db().write().await.unwrap();
    for number in 0..100 {
        let id = format!("{number:03}");
        enqueue(&mut tx, "badges.print", &id, START_MS, &id).await.unwrap();
    }
    tx.commit().await.unwrap();

    let mut running = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let said = said.clone();
        let worker = house.worker(policy(), move |context: JobContext| {
            said.send(context.id).unwrap();
            std::future::ready(Ok(()))
        });
        running.spawn(async move { worker.run_due(START_MS).await.unwrap() });
    }
    let ran: usize = running.join_all().await.iter().sum();

    let mut ids: Vec<_> = std::iter::from_fn(|| heard.try_recv().ok()).collect();
    assert_eq!((ran, ids.len()), (100, 100));
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 100);
}

#[tokio::test]
async fn a_job_whose_node_died_runs_again_after_its_lease() {
    let house = House::start().await;
    let (started, mut starts) = mpsc::unbounded_channel();
    let dying = house.worker(policy(), move |_: JobContext| {
        started.send(()).unwrap();
        pending()
    });
    let (runs, handler) = answering(vec![Ok(())]);
    let survivor = house.worker(policy(), handler);
    house.enqueue("a").await;
    let now_ms = house.now_ms();

    let death = tokio::spawn(async move { dying.run_due(now_ms).await });
    starts.recv().await.unwrap();
    death.abort();
    assert!(death.await.unwrap_err().is_cancelled());
    house.clock.advance_ms(LEASE_MS - 1);
    assert_eq!(house.run_due(&survivor).await, 0);
    house.clock.advance_ms(1);

    assert_eq!(house.run_due(&survivor).await, 1);
    assert_eq!(runs.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_job_that_kills_its_node_every_time_is_dead_in_the_end() {
    let house = House::start().await;
    let (_, handler) = answering(vec![Ok(())]);
    let worker = house.worker(policy(), handler);
    house.enqueue("a").await;

    for _ in 0..ATTEMPTS_MAX {
        claim_and_die(&house).await;
        house.clock.advance_ms(LEASE_MS);
    }
    house.run_due(&worker).await;

    assert_eq!(house.dead().await[0].last_error.as_deref(), Some("the run was cut off"));
}

async fn claim_and_die(house: &House) {
    let (started, mut starts) = mpsc::unbounded_channel();
    let dying = house.worker(policy(), move |_: JobContext| {
        started.send(()).unwrap();
        pending()
    });
    let now_ms = house.now_ms();
    let death = tokio::spawn(async move { dying.run_due(now_ms).await });
    starts.recv().await.unwrap();
    death.abort();
    assert!(death.await.unwrap_err().is_cancelled());
}

#[tokio::test]
async fn who_lost_the_lease_does_not_say_how_the_job_went() {
    let house = House::start().await;
    let (started, mut starts) = mpsc::unbounded_channel();
    let gate = Arc::new(Semaphore::new(0));
    let opened = Arc::clone(&gate);
    let slow = house.worker(policy(), move |_: JobContext| {
        let (started, gate) = (started.clone(), Arc::clone(&opened));
        async move {
            started.send(()).unwrap();
            gate.acquire().await.unwrap().forget();
            Err(JobError::Permanent("too slow".into()))
        }
    });
    let (_, handler) = answering(vec![Ok(())]);
    let quick = house.worker(policy(), handler);
    house.enqueue("a").await;
    let now_ms = house.now_ms();

    let running = tokio::spawn(async move { slow.run_due(now_ms).await });
    starts.recv().await.unwrap();
    house.clock.advance_ms(LEASE_MS);
    assert_eq!(house.run_due(&quick).await, 1);
    gate.add_permits(1);
    running.await.unwrap().unwrap();

    assert_eq!(house.dead().await, []);
}

#[tokio::test]
async fn a_long_job_keeps_its_lease() {
    let house = House::start().await;
    let (started, mut starts) = mpsc::unbounded_channel();
    let gate = Arc::new(Semaphore::new(0));
    let opened = Arc::clone(&gate);
    let slow = house
        .worker(policy(), move |_: JobContext| {
            let (started, gate) = (started.clone(), Arc::clone(&opened));
            async move {
                started.send(()).unwrap();
                gate.acquire().await.unwrap().forget();
                Ok(())
            }
        })
        .renewing_every(Duration::from_millis(5));
    let (runs, handler) = answering(vec![Ok(())]);
    let idle = house.worker(policy(), handler);
    house.enqueue("a").await;
    let now_ms = house.now_ms();
    let running = tokio::spawn(async move { slow.run_due(now_ms).await });
    starts.recv().await.unwrap();

    for _ in 0..3 {
        house.clock.advance_ms(LEASE_MS - 1);
        timeout(SOON, lease_until(&house, house.now_ms() + LEASE_MS)).await.unwrap();
        assert_eq!(house.run_due(&idle).await, 0);
    }
    gate.add_permits(1);
    running.await.unwrap().unwrap();

    assert_eq!(runs.load(Ordering::SeqCst), 0);
    assert_eq!(house.counts().await, Counts::default());
}

async fn lease_until(house: &House, wanted_ms: i64) {
    while store::find_next_moment(&mut house.db().read().await.unwrap()).await.unwrap() != Some(wanted_ms) {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_job_that_somebody_else_took_over_is_ended_here() {
    let house = House::start().await;
    let (started, mut starts) = mpsc::unbounded_channel();
    let stale = house
        .worker(policy(), move |_: JobContext| {
            // Dropped with the handler: that is how the other side hears of its end.
            let held = started.clone();
            async move {
                held.send(()).unwrap();
                pending().await
            }
        })
        .renewing_every(Duration::from_millis(500));
    let (_, handler) = answering(vec![Ok(())]);
    let quick = house.worker(policy(), handler);
    house.enqueue("a").await;
    let now_ms = house.now_ms();
    let running = tokio::spawn(async move { stale.run_due(now_ms).await });
    starts.recv().await.unwrap();

    let later_ms = now_ms + LEASE_MS;
    assert_eq!(quick.run_due(later_ms).await.unwrap(), 1);

    assert_eq!(timeout(SOON, running).await.unwrap().unwrap().unwrap(), 1);
    assert!(timeout(SOON, starts.recv()).await.unwrap().is_none());
    assert_eq!(house.counts().await, Counts::default());
}
