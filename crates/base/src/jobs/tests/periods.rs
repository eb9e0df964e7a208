//! Periodic jobs, and the worker's own waking and stopping.

use super::*;

#[tokio::test]
async fn a_periodic_job_exists_once_and_comes_back() {
    let house = House::start().await;
    let (runs, handler) = answering(vec![Ok(())]);
    let worker = house.worker(Policy::every(10_000), handler);
    let other = house.worker(Policy::every(10_000), |_: JobContext| std::future::ready(Ok(())));
    worker.prepare(house.now_ms()).await.unwrap();
    other.prepare(house.now_ms()).await.unwrap();

    house.run_due(&worker).await;
    house.clock.advance_ms(9_999);
    house.run_due(&worker).await;
    assert_eq!(runs.load(Ordering::SeqCst), 1);
    house.clock.advance_ms(1);
    house.run_due(&worker).await;

    assert_eq!(runs.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_periodic_job_is_never_dead() {
    let house = House::start().await;
    let (runs, handler) = answering(vec![Err(JobError::Permanent("not today".into())), Ok(())]);
    let worker = house.worker(Policy::every(10_000), handler);
    worker.prepare(house.now_ms()).await.unwrap();

    house.run_due(&worker).await;
    house.clock.advance_ms(10_000);
    house.run_due(&worker).await;

    assert_eq!(runs.load(Ordering::SeqCst), 2);
    assert_eq!(house.dead().await, []);
}

#[tokio::test]
async fn a_shorter_period_counts_at_once() {
    let house = House::start().await;
    let (_, handler) = answering(vec![Ok(())]);
    let daily = house.worker(Policy::every(86_400_000), handler);
    daily.prepare(house.now_ms()).await.unwrap();
    house.run_due(&daily).await;
    let (runs, handler) = answering(vec![Ok(())]);
    let often = house.worker(Policy::every(10_000), handler);

    often.prepare(house.now_ms()).await.unwrap();
    house.clock.advance_ms(10_000);
    house.run_due(&often).await;

    assert_eq!(runs.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_nudge_wakes_a_sleeping_worker() {
    let house = House::start().await;
    let (said, mut heard) = mpsc::unbounded_channel();
    let worker = house.worker(policy(), move |context: JobContext| {
        said.send(context.id).unwrap();
        std::future::ready(Ok(()))
    });
    let line = worker.line();
    let running = tokio::spawn(worker.run());

    for id in ["a", "b"] {
        house.enqueue(id).await;
        line.nudge();
        assert_eq!(timeout(SOON, heard.recv()).await.unwrap().unwrap(), id);
    }

    stop(&line, running).await;
}

#[tokio::test]
async fn a_worker_that_stops_finishes_what_runs_and_begins_nothing_more() {
    let house = House::start().await;
    let (started, mut starts) = mpsc::unbounded_channel();
    let gate = Arc::new(Semaphore::new(0));
    let opened = Arc::clone(&gate);
    let worker = house.worker(policy(), move |_: JobContext| {
        let (started, gate) = (started.clone(), Arc::clone(&opened));
        async move {
            started.send(()).unwrap();
            gate.acquire().await.unwrap().forget();
            Ok(())
        }
    });
    let line = worker.line();
    house.enqueue("a").await;
    let running = tokio::spawn(worker.run());
    timeout(SOON, starts.recv()).await.unwrap().unwrap();

    line.stop();
    house.enqueue("b").await;
    line.nudge();
    gate.add_permits(2);
    timeout(SOON, running).await.unwrap().unwrap();

    // `b` and the worker's own cleaning wait on.
    let counts = house.counts().await;
    assert_eq!((counts.running, counts.dead), (0, 0));
    assert!(starts.try_recv().is_err());
}

async fn stop(line: &Jobs, running: tokio::task::JoinHandle<()>) {
    line.stop();
    timeout(SOON, running).await.unwrap().unwrap();
}
