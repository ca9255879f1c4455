package org.postroad.journey.camunda.job;

import java.time.Duration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** The engine's own threads for jobs, which rest while time is moved by hand. */
@Component
final class JobExecutorControl {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private static final Logger log = LoggerFactory.getLogger(JobExecutorControl.class);

    private final ProcessEngineConfigurationImpl engine;
    private boolean resting;

    JobExecutorControl(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** Stops acquiring and waits until what has begun is done. */
    synchronized void pause() {
        JobExecutor executor = engine.getJobExecutor();
        if (executor.isActive()) {
            resting = true;
            executor.shutdown();
            awaitQuiet(executor);
        }
    }

    synchronized void resume() {
        if (resting) {
            resting = false;
            engine.getJobExecutor().start();
        }
    }

    private static void awaitQuiet(JobExecutor executor) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (busy(executor)) {
            if (System.nanoTime() > deadline) {
                log.warn(
                        "Jobs are still running after {} s; time is moved without waiting for them.",
                        PATIENCE.toSeconds());
                return;
            }
            sleep();
        }
    }

    private static boolean busy(JobExecutor executor) {
        return executor instanceof SpringJobExecutor spring
                && spring.getTaskExecutor() instanceof ThreadPoolTaskExecutor pool
                && (pool.getActiveCount() > 0 || pool.getQueueSize() > 0);
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
