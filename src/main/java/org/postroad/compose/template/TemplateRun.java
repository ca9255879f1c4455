package org.postroad.compose.template;

import com.sun.management.ThreadMXBean;
import freemarker.core.Environment;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One run of a template, with limits on its time and on the memory that its thread allocates, if this JVM can tell. */
final class TemplateRun implements Callable<Draft> {

    private static final int MOST_CHARACTERS = 512 * 1024;

    /** Bytes. A letter allocates one or two MiB; a loop that keeps doubling a text passes this within a second. */
    private static final long MOST_MEMORY = 96L * 1024 * 1024;

    private static final long UNKNOWN = -1;

    private final Template template;
    private final Map<String, Object> model;
    private final Locale locale;
    private final TimeZone zone;
    private final Duration timeout;
    private final long start = System.nanoTime();
    private long allocatedBefore = UNKNOWN;
    private @Nullable Thread runner;
    private @Nullable String stoppedBy;

    TemplateRun(Template template, Map<String, Object> model, Locale locale, TimeZone zone, Duration timeout) {
        this.template = template;
        this.model = model;
        this.locale = locale;
        this.zone = zone;
        this.timeout = timeout;
    }

    @Override
    public Draft call() throws TemplateException, IOException {
        begin();
        try {
            BoundedWriter html = new BoundedWriter(MOST_CHARACTERS);
            Environment environment = template.createProcessingEnvironment(model, html);
            environment.setLocale(locale);
            environment.setTimeZone(zone);
            environment.process();
            return new Draft(subject(environment), html.toString());
        } finally {
            end();
        }
    }

    /** The {@code letter} macro stores the subject in this variable, without escaping. */
    private static String subject(Environment environment) throws TemplateModelException {
        return environment.getGlobalVariable("subjectOfLetter") instanceof TemplateScalarModel subject
                ? subject.getAsString()
                : "";
    }

    private synchronized void begin() {
        runner = Thread.currentThread();
    }

    /** An interrupt that meant this run must not reach what its thread does next. */
    private synchronized void end() {
        runner = null;
        if (stoppedBy != null) {
            Thread.interrupted();
        }
    }

    /** Interrupts the run if it exceeds its limits. */
    synchronized void stopIfExceeding() {
        exceeded().ifPresent(limit -> {
            stoppedBy = limit;
            if (runner != null) {
                runner.interrupt();
            }
        });
    }

    /** Why the run was stopped; empty if it was not. */
    synchronized Optional<String> stoppedBy() {
        return Optional.ofNullable(stoppedBy);
    }

    private Optional<String> exceeded() {
        if (System.nanoTime() - start > timeout.toNanos()) {
            return Optional.of("it takes longer than " + timeout.toMillis() + " ms; look for a loop without an end");
        }
        return allocated() > MOST_MEMORY
                ? Optional.of("it fills the memory; look for a loop without an end")
                : Optional.empty();
    }

    /** Bytes allocated since the first look at it. */
    private long allocated() {
        if (runner == null || !(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean beans)) {
            return 0;
        }
        long allocated = beans.getThreadAllocatedBytes(runner.getId());
        if (allocatedBefore == UNKNOWN) {
            allocatedBefore = allocated;
        }
        return allocated - allocatedBefore;
    }
}
