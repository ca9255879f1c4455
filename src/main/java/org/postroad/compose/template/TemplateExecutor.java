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
 * Runs templates and stops those that take too long, write too much or allocate too much memory, so that no content blocks
 * the engine. A template that is sure to end soon after an interrupt runs in the caller's thread; each other one runs in a
 * thread of its own, which the caller leaves behind if it does not end (ADR 0020).
 */
public class TemplateExecutor {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

    private final Duration timeout;
    private final TemplateWatch watch = new TemplateWatch();
    private final ExecutorService threads = Executors.newCachedThreadPool(TemplateExecutor::daemon);

    /** @param timeout after which a template is stopped */
    public TemplateExecutor(Duration timeout) {
        this.timeout = timeout;
    }

    /** @throws LetterRefused if the template fails or is stopped */
    public Draft render(String content, Template template, Map<String, Object> model, Locale locale, TimeZone zone) {
        TemplateRun run = new TemplateRun(template, model, locale, zone, timeout);
        try {
            return FreeMarkerSandbox.endsWhenInterrupted(template) ? runHere(run) : await(run, threads.submit(run));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a letter was rendered. It is rendered again later.", e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new LetterRefused(content, List.of(run.stoppedBy().orElseGet(() -> faultOf(cause))));
        }
    }

    private Draft runHere(TemplateRun run) throws ExecutionException, InterruptedException {
        watch.add(run);
        try {
            return run.call();
        } catch (Exception | VirtualMachineError e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new ExecutionException(e);
        } finally {
            watch.remove(run);
        }
    }

    private static Draft await(TemplateRun run, Future<Draft> draft) throws ExecutionException, InterruptedException {
        try {
            while (run.stoppedBy().isEmpty()) {
                try {
                    return draft.get(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    run.stopIfExceeding();
                }
            }
            throw new ExecutionException(null);
        } finally {
            draft.cancel(true);
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

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "postroad-template");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        watch.stop();
        threads.shutdownNow();
    }
}
