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

/** As many as there are connections. Each takes a message, posts it, writes down what came of it and takes the next. */
@Component
public class SendWorkers {

    private final Relay relay;
    private final PreSendCheck preSendCheck;
    private final AttemptRecorder attemptRecorder;
    private final int number;
    private final ExecutorService threads;

    SendWorkers(Relay relay, PreSendCheck preSendCheck, AttemptRecorder attemptRecorder, DeliverSettings settings) {
        this.relay = relay;
        this.preSendCheck = preSendCheck;
        this.attemptRecorder = attemptRecorder;
        this.number = settings.connections();
        this.threads = Executors.newFixedThreadPool(number, SendWorkers::daemon);
    }

    /** Returns when the round is over and all are back. */
    void runAll(SendRound sendRound) {
        Callable<Boolean> errand = () -> {
            runOne(sendRound);
            return true;
        };
        try {
            threads.invokeAll(Collections.nCopies(number, errand));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOne(SendRound sendRound) {
        try {
            sendUntilEmpty(sendRound);
        } catch (RuntimeException | Error e) {
            sendRound.fail(e);
        }
    }

    /** What came of the last message is written down whether or not there is a next. */
    private void sendUntilEmpty(SendRound sendRound) {
        Optional<FinishedAttempt> done = Optional.empty();
        boolean more = true;
        while (more) {
            Optional<Message> next = sendRound.next(preSendCheck::permits);
            done = attemptRecorder.recordAndBegin(done, next).map(begunAttempt -> post(begunAttempt, sendRound));
            more = next.isPresent();
        }
    }

    private FinishedAttempt post(BegunAttempt begunAttempt, SendRound sendRound) {
        Message message = begunAttempt.message();
        SendResult sendResult =
                sendRound.unreachableResult().orElseGet(() -> relay.post(message.to(), begunAttempt.mime()));
        if (sendResult instanceof SendResult.Unreachable away) {
            sendRound.markUnreachable(away);
        }
        return new FinishedAttempt(message, sendResult);
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
    public boolean areStopped() {
        return threads.isTerminated();
    }
}
