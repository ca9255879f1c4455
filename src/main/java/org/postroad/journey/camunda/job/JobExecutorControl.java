package org.postroad.journey.camunda.job;

import java.time.Duration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** Pauses the engine's job executor while time is moved by hand. */
@Component
final class JobExecutorControl {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

    private static final Logger log = LoggerFactory.getLogger(JobExecutorControl.class);

    private final ProcessEngineConfigurationImpl engine;
    private boolean paused;

    JobExecutorControl(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** Stops job acquisition and waits until running jobs have ended, at most 20 seconds. */
    synchronized void pause() {
        JobExecutor executor = engine.getJobExecutor();
        if (executor.isActive()) {
            paused = true;
            executor.shutdown();
            awaitIdle(executor);
        }
    }

    /** Starts the executor again if {@link #pause} stopped it. */
    synchronized void resume() {
        if (paused) {
            paused = false;
            engine.getJobExecutor().start();
        }
    }

    private static void awaitIdle(JobExecutor executor) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (isBusy(executor)) {
            if (System.nanoTime() > deadline) {
                log.warn(
                        "Jobs are still running after {} s; time is moved without waiting for them.",
                        TIMEOUT.toSeconds());
                return;
            }
            sleep();
        }
    }

    private static boolean isBusy(JobExecutor executor) {
        return executor instanceof SpringJobExecutor spring
                && spring.getTaskExecutor() instanceof ThreadPoolTaskExecutor pool
                && (pool.getActiveCount() > 0 || pool.getQueueSize() > 0);
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL_INTERVAL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
