package org.postroad.compose.template;

import freemarker.template.Configuration;
import freemarker.template.Template;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises templates that end soon after their thread is interrupted, by their canonical form. FreeMarker checks for an
 * interrupt in each round of a loop and each call of a macro, but not inside a built-in or an operator. So such a template
 * has none whose work can outgrow the template: no regular expressions, no built-ins that walk a sequence, no large ranges,
 * no macros of its own, no other templates, nothing that grows from round to round, and few concatenations, since each can
 * double what the next one has to walk. Errs on the side of caution.
 */
final class BoundedTemplate {

    /** Their work is bounded by the length of one text or number. */
    private static final Set<String> HARMLESS = Set.of(
            "has_content",
            "truncate",
            "truncate_c",
            "truncate_w",
            "first",
            "last",
            "size",
            "length",
            "then",
            "c",
            "cn",
            "string",
            "lower_case",
            "upper_case",
            "cap_first",
            "uncap_first",
            "capitalize",
            "trim",
            "html",
            "url",
            "round",
            "floor",
            "ceiling",
            "int",
            "abs",
            "number",
            "boolean",
            "date",
            "time",
            "datetime",
            "index",
            "counter",
            "has_next",
            "is_first",
            "is_last",
            "is_number",
            "is_string",
            "is_boolean",
            "is_date",
            "is_sequence",
            "is_hash",
            "starts_with",
            "ends_with",
            "contains",
            "left_pad",
            "right_pad");

    private static final Set<String> BUILT_INS = builtIns();

    private static final Pattern BUILT_IN = Pattern.compile("\\?\\s*([a-zA-Z_]+)");
    private static final Pattern UNBOUNDED = Pattern.compile(
            "</?#(macro|function|include|import|visit|recurse|foreach)\\b|get_?optional_?template",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOP_OR_ASSIGNMENT = Pattern.compile("<(/?)#(list|assign|local|global)\\b");
    private static final Pattern RANGE = Pattern.compile("\\.\\.(?!\\.*(\\W|$))|\\.\\.[<!*(\\[\"'+-]|\\.\\.\\s*[\\w(]");
    private static final Pattern SMALL_RANGE = Pattern.compile("\\b\\d{1,3}\\s?\\.\\.\\s?(\\d{1,3}\\b|])");
    private static final int MOST_CONCATENATIONS = 12;

    private BoundedTemplate() {}

    static boolean is(Template template) {
        String text = template.toString();
        return !UNBOUNDED.matcher(text).find()
                && text.chars().filter(each -> each == '+').count() <= MOST_CONCATENATIONS
                && BUILT_IN.matcher(text).results().map(each -> each.group(1)).allMatch(BoundedTemplate::isHarmless)
                && !RANGE.matcher(SMALL_RANGE.matcher(text).replaceAll("")).find()
                && !assignsInLoop(text);
    }

    /** What follows a question mark in a sentence or an address is no built-in. */
    private static boolean isHarmless(String name) {
        return HARMLESS.contains(name) || !BUILT_INS.contains(name);
    }

    private static boolean assignsInLoop(String text) {
        Matcher tags = LOOP_OR_ASSIGNMENT.matcher(text);
        int depth = 0;
        while (tags.find()) {
            if (tags.group(2).equals("list")) {
                depth += tags.group(1).isEmpty() ? 1 : -1;
            } else if (depth > 0) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> builtIns() {
        Configuration any = new Configuration(Configuration.VERSION_2_3_34);
        Set<String> names = new HashSet<>();
        names.addAll(any.getSupportedBuiltInNames(Configuration.LEGACY_NAMING_CONVENTION));
        names.addAll(any.getSupportedBuiltInNames(Configuration.CAMEL_CASE_NAMING_CONVENTION));
        return names;
    }
}
