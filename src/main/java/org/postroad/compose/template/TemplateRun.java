package org.postroad.compose.template;

import com.sun.management.ThreadMXBean;
import freemarker.core.Environment;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;

/** One run of a template. Measures the memory that its thread allocates, if this JVM can. */
final class TemplateRun implements Callable<Draft> {

    private static final int MOST_CHARACTERS = 512 * 1024;

    private final Template template;
    private final Map<String, Object> model;
    private final Locale locale;
    private final TimeZone zone;
    private volatile long thread;
    private volatile long allocatedBefore;

    TemplateRun(Template template, Map<String, Object> model, Locale locale, TimeZone zone) {
        this.template = template;
        this.model = model;
        this.locale = locale;
        this.zone = zone;
    }

    @Override
    public Draft call() throws TemplateException, IOException {
        allocatedBefore = allocatedBy(Thread.currentThread().getId());
        thread = Thread.currentThread().getId();
        BoundedWriter html = new BoundedWriter(MOST_CHARACTERS);
        Environment environment = template.createProcessingEnvironment(model, html);
        environment.setLocale(locale);
        environment.setTimeZone(zone);
        environment.process();
        return new Draft(subject(environment), html.toString());
    }

    /** The {@code letter} macro stores the subject in this variable, without escaping. */
    private static String subject(Environment environment) throws TemplateModelException {
        return environment.getGlobalVariable("subjectOfLetter") instanceof TemplateScalarModel subject
                ? subject.getAsString()
                : "";
    }

    /** Bytes allocated since the start. */
    long allocated() {
        return thread == 0 ? 0 : allocatedBy(thread) - allocatedBefore;
    }

    private static long allocatedBy(long thread) {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean beans
                ? beans.getThreadAllocatedBytes(thread)
                : 0;
    }
}
