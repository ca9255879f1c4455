package org.postroad.compose.template;

import freemarker.template.Template;
import freemarker.template.TemplateException;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs each template in a thread of its own and stops it when it takes too long, writes too much or allocates too much
 * memory, so that no content blocks the engine.
 */
public class TemplateExecutor {

    /** Bytes. A letter allocates one or two MiB; a loop that keeps doubling a text passes this within a second. */
    private static final long MOST_MEMORY = 96L * 1024 * 1024;

    private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

    private final Duration timeout;
    private final ExecutorService threads = Executors.newCachedThreadPool(TemplateExecutor::daemon);

    /** @param timeout after which a template is stopped */
    public TemplateExecutor(Duration timeout) {
        this.timeout = timeout;
    }

    /** @throws LetterRefused if the template fails or is stopped */
    public Draft render(String content, Template template, Map<String, Object> model, Locale locale, TimeZone zone) {
        TemplateRun run = new TemplateRun(template, model, locale, zone);
        try {
            return await(run, threads.submit(run));
        } catch (Stopped e) {
            throw refused(content, String.valueOf(e.getMessage()));
        } catch (ExecutionException e) {
            throw refused(content, faultOf(Objects.requireNonNullElse(e.getCause(), e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a letter was rendered. It is rendered again later.", e);
        }
    }

    private Draft await(TemplateRun run, Future<Draft> draft) throws ExecutionException, InterruptedException, Stopped {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (true) {
                try {
                    return draft.get(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    stopIf(System.nanoTime() > deadline, "it takes longer than " + timeout.toMillis() + " ms");
                    stopIf(run.allocated() > MOST_MEMORY, "it fills the memory");
                }
            }
        } finally {
            draft.cancel(true);
        }
    }

    private static void stopIf(boolean exceeded, String fault) throws Stopped {
        if (exceeded) {
            throw new Stopped(fault + "; look for a loop without an end");
        }
    }

    private static String faultOf(Throwable cause) {
        if (cause instanceof TemplateException failure) {
            return firstSentences(failure.getMessageWithoutStackTop()) + " (" + failure.getTemplateSourceName()
                    + ", line " + failure.getLineNumber() + ")";
        }
        if (cause instanceof StackOverflowError) {
            return "a macro or function calls itself without an end";
        }
        String message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }

    /** Without the tips that FreeMarker adds below a line of dashes: they help in an editor, not in an incident. */
    private static String firstSentences(String message) {
        return message.split("----", 2)[0].strip().replaceAll("\\s+", " ");
    }

    private static LetterRefused refused(String content, String fault) {
        return new LetterRefused(content, List.of(fault));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "postroad-template");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private static final class Stopped extends Exception {

        Stopped(String fault) {
            super(fault);
        }
    }
}
