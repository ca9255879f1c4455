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
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A FreeMarker configuration without access to Java: templates see plain maps, lists and texts. They cannot name a class,
 * switch escaping off or build templates from text, and every loop checks whether its thread was interrupted.
 */
final class FreeMarkerSandbox extends Configuration {

    private static final Version VERSION = VERSION_2_3_34;
    private static final String GUARDED = "postroad.guarded";
    private static final String BOUNDED = "postroad.bounded";
    private static final String WORDS = "postroad.words";
    private static final String BUILDING_BLOCKS = "letter.ftlh";

    /** Searched in the canonical form of a template, where neither blanks nor comments can hide them. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\?(new|api|interpret|eval|no_esc|matches)\\b|<#(noautoesc|outputformat)\\b");

    private static final Pattern WORD = Pattern.compile("\\w+");

    private final Predicate<String> shipped;

    /** @param shipped whether a template, by name, is part of the program */
    FreeMarkerSandbox(TemplateLoader loader, Predicate<String> shipped) {
        super(VERSION);
        this.shipped = shipped;
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
        setAutoImports(Map.of("mail", "/" + BUILDING_BLOCKS));
    }

    /** FreeMarker loads every template through this method, imported and included ones too. */
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

    /** Checks each parsed template once, before its first run. */
    private Template guarded(Template template) {
        synchronized (template) {
            if (template.getCustomAttribute(GUARDED) == null) {
                refuseForbidden(template);
                _CoreAPI.addThreadInterruptedChecks(template);
                template.setCustomAttribute(BOUNDED, shipped.test(template.getName()) || BoundedTemplate.is(template));
                template.setCustomAttribute(WORDS, words(template));
                template.setCustomAttribute(GUARDED, true);
            }
            return template;
        }
    }

    /** Whether a template, and the building blocks that every template uses, end soon after their thread is interrupted. */
    static boolean endsWhenInterrupted(Template template) {
        try {
            return isBounded(template) && isBounded(template.getConfiguration().getTemplate(BUILDING_BLOCKS));
        } catch (IOException e) {
            return false; // running it will tell
        }
    }

    private static boolean isBounded(Template template) {
        return Boolean.TRUE.equals(template.getCustomAttribute(BOUNDED));
    }

    /** Whether a template, or one that it includes or imports, may use this variable. */
    static boolean mentions(Template template, String variable) {
        return template.getCustomAttribute(WORDS) instanceof Set<?> words
                && (words.contains(variable) || words.contains("include") || words.contains("import"));
    }

    private static Set<String> words(Template template) {
        return WORD.matcher(template.toString())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet());
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

    /** A template uses a forbidden construct. */
    static final class ForbiddenInContent extends RuntimeException {

        ForbiddenInContent(String template, String what) {
            super(template + " uses " + what + ", which letters may not; take it out");
        }
    }
}
