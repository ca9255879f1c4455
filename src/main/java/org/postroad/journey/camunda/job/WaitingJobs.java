package org.postroad.journey.camunda.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Ids of the jobs that this node has locked and no thread has begun, in order of acquisition. Safe for threads. */
final class WaitingJobs {

    private final Queue<String> jobs = new ConcurrentLinkedQueue<>();

    void add(String job) {
        jobs.add(job);
    }

    /** Takes the first; empty if none waits. */
    Optional<String> take() {
        return Optional.ofNullable(jobs.poll());
    }

    /** Takes all, in order. */
    List<String> takeAll() {
        List<String> taken = new ArrayList<>();
        for (Optional<String> job = take(); job.isPresent(); job = take()) {
            taken.add(job.get());
        }
        return taken;
    }

    /** Whether it still waited. */
    boolean remove(String job) {
        return jobs.remove(job);
    }

    boolean isEmpty() {
        return jobs.isEmpty();
    }
}
