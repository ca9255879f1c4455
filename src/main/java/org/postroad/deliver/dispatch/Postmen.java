package org.postroad.deliver.dispatch;

import org.postroad.deliver.smtp.Relay;
import org.postroad.deliver.DeliverSettings;
import org.postroad.deliver.Message;
import org.postroad.deliver.smtp.Attempt;
import jakarta.annotation.PreDestroy;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.postroad.deliver.dispatch.Ledger.Begun;
import org.postroad.deliver.dispatch.Ledger.Posted;
import org.springframework.stereotype.Component;

/** As many as there are connections. Each takes a message, posts it, writes down what came of it and takes the next. */
@Component
public class Postmen {

    private final Relay relay;
    private final LastLook lastLook;
    private final Ledger ledger;
    private final int number;
    private final ExecutorService threads;

    Postmen(Relay relay, LastLook lastLook, Ledger ledger, DeliverSettings settings) {
        this.relay = relay;
        this.lastLook = lastLook;
        this.ledger = ledger;
        this.number = settings.connections();
        this.threads = Executors.newFixedThreadPool(number, Postmen::daemon);
    }

    /** Returns when the round is over and all are back. */
    void walk(Round round) {
        Callable<Boolean> errand = () -> {
            walkAlone(round);
            return true;
        };
        try {
            threads.invokeAll(Collections.nCopies(number, errand));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void walkAlone(Round round) {
        try {
            carry(round);
        } catch (RuntimeException | Error e) {
            round.fail(e);
        }
    }

    /** What came of the last message is written down whether or not there is a next. */
    private void carry(Round round) {
        Optional<Posted> done = Optional.empty();
        boolean more = true;
        while (more) {
            Optional<Message> next = round.next(lastLook::permits);
            done = ledger.turn(done, next).map(begun -> post(begun, round));
            more = next.isPresent();
        }
    }

    private Posted post(Begun begun, Round round) {
        Message message = begun.message();
        Attempt attempt = round.knownAnswer().orElseGet(() -> relay.post(message.to(), begun.mime()));
        if (attempt instanceof Attempt.Unreachable away) {
            round.relayIsAway(away);
        }
        return new Posted(message, attempt);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "postroad-postman");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    public void stop() {
        threads.shutdown();
    }

    /** After {@link #stop}: whether each has come home. */
    public boolean areGone() {
        return threads.isTerminated();
    }
}
