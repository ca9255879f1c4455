package org.postroad.journey.camunda.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.camunda.session.LookBacks.WaitArrival;

/**
 * The tokens that came to a wait in one command, until they are written. A command that holds the customers' shards writes
 * none, since no event can come between. Any other leaves a look back: see {@code adr/0009-look-back.md}.
 */
final class WaitArrivals {

    private final SessionDependencies dependencies;
    private final List<WaitArrival> arrivals = new ArrayList<>();
    private final Instant beganAt;
    private final Map<String, Instant> originallyDue = new HashMap<>();
    private boolean shardsHeld;

    WaitArrivals(SessionDependencies dependencies) {
        this.dependencies = dependencies;
        this.beganAt =
                dependencies.clock().instant().truncatedTo(ChronoUnit.MILLIS); // the precision of the engine's columns
    }

    void assumeShardsHeld() {
        shardsHeld = true;
    }

    /** This job was due then, before its first failure moved its due date. */
    void originallyDue(String job, Instant due) {
        originallyDue.put(job, due);
    }

    void arrived(DelegateExecution execution) {
        if (!shardsHeld) {
            arrivals.add(new WaitArrival(
                    execution.getProcessInstanceId(), execution.getProcessBusinessKey(), lookingBackTo(), beganAt));
        }
    }

    /** It has missed events since its wait was created. */
    void waitsOn(EventSubscriptionEntity wait) {
        ExecutionEntity execution = wait.getExecution();
        arrivals.add(new WaitArrival(
                execution.getProcessInstanceId(),
                execution.getProcessBusinessKey(),
                null,
                wait.getCreated().toInstant()));
    }

    /**
     * After a timer: its due date, since events that come while the timer runs do not count for the wait behind it, also if
     * the timer failed at first and was tried again later. After a
     * step that begins asynchronously: null, since the events that came before it were stored one by one as missed; the
     * event that moved the token there is not among them.
     */
    private @Nullable Instant lookingBackTo() {
        JobEntity job = Context.getCommandContext().getCurrentJob();
        if (job instanceof MessageEntity) {
            return null;
        }
        return job == null
                ? beganAt
                : originallyDue.getOrDefault(job.getId(), job.getDuedate().toInstant());
    }

    void write() {
        if (!arrivals.isEmpty()) {
            dependencies.lookBacks().insert(List.copyOf(arrivals));
            arrivals.clear();
        }
    }
}
