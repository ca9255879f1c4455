package org.postroad.deliver.dispatch;

import jakarta.annotation.PreDestroy;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.postroad.deliver.DeliverSettings;
import org.postroad.deliver.Message;
import org.postroad.deliver.dispatch.AttemptRecorder.BegunAttempt;
import org.postroad.deliver.dispatch.AttemptRecorder.FinishedAttempt;
import org.postroad.deliver.smtp.Relay;
import org.postroad.deliver.smtp.SendResult;
import org.springframework.stereotype.Component;

/** Threads that send, one per connection. Each takes a message, sends it, records the outcome and takes the next. */
@Component
public class SendWorkers {

    private final Relay relay;
    private final PreSendCheck preSendCheck;
    private final AttemptRecorder recorder;
    private final int count;
    private final ExecutorService threads;

    SendWorkers(Relay relay, PreSendCheck preSendCheck, AttemptRecorder recorder, DeliverSettings settings) {
        this.relay = relay;
        this.preSendCheck = preSendCheck;
        this.recorder = recorder;
        this.count = settings.connections();
        this.threads = Executors.newFixedThreadPool(count, SendWorkers::daemon);
    }

    /** Returns when the round is over and all workers have ended. */
    void runAll(SendRound round) {
        Callable<Boolean> worker = () -> {
            runOne(round);
            return true;
        };
        try {
            threads.invokeAll(Collections.nCopies(count, worker));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOne(SendRound round) {
        try {
            sendUntilEmpty(round);
        } catch (RuntimeException | Error e) {
            round.fail(e);
        }
    }

    /** The last outcome is recorded whether or not there is a next message. */
    private void sendUntilEmpty(SendRound round) {
        Optional<FinishedAttempt> done = Optional.empty();
        boolean more = true;
        while (more) {
            Optional<Message> next = round.next(preSendCheck::permits);
            Optional<BegunAttempt> begun = recorder.recordAndBegin(done, next);
            next.filter(message -> begun.isEmpty()).ifPresent(round::giveBack);
            done = begun.map(each -> send(each, round));
            more = next.isPresent();
        }
    }

    private FinishedAttempt send(BegunAttempt begun, SendRound round) {
        Message message = begun.message();
        SendResult result = round.unreachableResult().orElseGet(() -> relay.send(message.to(), begun.mime()));
        if (result instanceof SendResult.Unreachable unreachable) {
            round.markUnreachable(unreachable);
        }
        return new FinishedAttempt(message, result);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "postroad-send");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    public void stop() {
        threads.shutdown();
    }

    /** Whether all workers have ended, after {@link #stop}. */
    public boolean areStopped() {
        return threads.isTerminated();
    }
}
