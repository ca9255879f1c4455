package org.postroad.compose.template;

import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * FreeMarker with nothing in reach: templates see plain maps, lists and texts, never a Java object; they cannot name a
 * class, switch escaping off or make templates out of text; and every loop of theirs looks whether it was told to stop.
 */
final class FreeMarkerSandbox extends Configuration {

    private static final Version VERSION = VERSION_2_3_34;
    private static final String GUARDED = "postroad.guarded";

    /** Searched in the canonical form, where neither blanks nor comments can hide them. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\?(new|api|interpret|eval|no_esc|matches)\\b|<#(noautoesc|outputformat)\\b");

    FreeMarkerSandbox(TemplateLoader loader) {
        super(VERSION);
        setTemplateLoader(loader);
        setDefaultEncoding(StandardCharsets.UTF_8.name());
        setLocalizedLookup(false);
        setOutputFormat(HTMLOutputFormat.INSTANCE);
        setAutoEscapingPolicy(ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY);
        setObjectWrapper(new SimpleObjectWrapper(VERSION));
        setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        setAPIBuiltinEnabled(false);
        setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        setLogTemplateExceptions(false);
        setAttemptExceptionReporter((failure, environment) -> {});
        setWrapUncheckedExceptions(true);
        setFallbackOnNullLoopVariable(false);
        setAutoImports(Map.of("mail", "/letter.ftlh"));
    }

    /** All ways to a template lead through here: the one asked for, and what it imports and includes. */
    @Override
    public @Nullable Template getTemplate(
            String name,
            @Nullable Locale locale,
            @Nullable Object condition,
            @Nullable String encoding,
            boolean parse,
            boolean ignoreMissing)
            throws IOException {
        Template template = super.getTemplate(name, locale, condition, encoding, parse, ignoreMissing);
        return template == null ? null : guarded(template);
    }

    /** Once for each parsed template, before anybody runs it. */
    private static Template guarded(Template template) {
        synchronized (template) {
            if (template.getCustomAttribute(GUARDED) == null) {
                refuseForbidden(template);
                _CoreAPI.addThreadInterruptedChecks(template);
                template.setCustomAttribute(GUARDED, true);
            }
            return template;
        }
    }

    private static void refuseForbidden(Template template) {
        Matcher found = FORBIDDEN.matcher(template.toString());
        if (found.find()) {
            throw new ForbiddenInContent(template.getName(), found.group());
        }
        if (!template.getAutoEscaping() || template.getOutputFormat() != HTMLOutputFormat.INSTANCE) {
            throw new ForbiddenInContent(template.getName(), "a <#ftl> header that switches escaping off");
        }
    }

    /** A content uses what contents may not use. */
    static final class ForbiddenInContent extends RuntimeException {

        ForbiddenInContent(String template, String what) {
            super(template + " uses " + what + ", which letters may not; take it out");
        }
    }
}
