package org.postroad.deliver;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.postroad.deliver.Outbox.Parcel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** As many as there are connections: each takes the next message, posts it and writes down what came of it. */
@Component
class Postmen {

    private static final Logger log = LoggerFactory.getLogger(Postmen.class);

    private final Relay relay;
    private final Ledger ledger;
    private final ExecutorService threads;

    Postmen(Relay relay, Ledger ledger, DeliverSettings settings) {
        this.relay = relay;
        this.ledger = ledger;
        this.threads = Executors.newFixedThreadPool(settings.connections(), Postmen::daemon);
    }

    /** Returns when every message of the batch has been attempted. */
    void post(List<Parcel> batch) {
        Round round = new Round();
        List<Callable<Boolean>> errands = batch.stream().map(round::errand).toList();
        try {
            for (Future<Boolean> errand : threads.invokeAll(errands)) {
                finish(errand);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What could not be written down stays ATTEMPTING, which is the truth: nobody knows. */
    private static void finish(Future<Boolean> errand) throws InterruptedException {
        try {
            errand.get();
        } catch (ExecutionException e) {
            log.warn(
                    "What came of an attempt could not be stored; the message stays in state ATTEMPTING", e.getCause());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "postroad-postman");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    /** One batch: once the relay was not reached, the rest of it waits without knocking again. */
    private final class Round {

        private volatile @Nullable Attempt unreachable;

        Callable<Boolean> errand(Parcel parcel) {
            return () -> {
                ledger.write(parcel.message(), attempt(parcel));
                return true;
            };
        }

        private Attempt attempt(Parcel parcel) {
            Attempt known = unreachable;
            Attempt attempt = known != null ? known : relay.post(parcel.recipient(), parcel.mime());
            if (attempt instanceof Attempt.Unreachable now) {
                unreachable = now;
            }
            return attempt;
        }
    }
}
