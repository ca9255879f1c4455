package org.postroad.compose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.postroad.compose.html.Element;
import org.postroad.compose.html.Markup;
import org.postroad.compose.template.Draft;
import org.postroad.track.WebAddress;

/** Validates a letter before it may be sent, and reports every fault at once. */
final class LetterValidator {

    /** Bytes at which Gmail clips a message, and with it the unsubscribe link. */
    private static final int GMAIL_CLIPS_AT = 102_400;

    /** A char takes at most three bytes in UTF-8; a code point of four bytes is two chars. */
    private static final int MOST_BYTES = 3;

    private static final int LONGEST_SUBJECT = 150;

    private final List<String> faults = new ArrayList<>();

    private LetterValidator() {}

    /** @param unsubscribe the address to which one link must lead */
    static List<String> faults(
            Draft draft, Markup letter, String text, String unsubscribe, ComposeSettings.Sender sender) {
        LetterValidator validator = new LetterValidator();
        validator.subject(draft.subject());
        validator.links(letter);
        validator.images(letter);
        validator.unsubscribeLink(letter, unsubscribe);
        validator.sender(text, sender);
        validator.size(draft.html());
        validator.unresolved(draft, text);
        return validator.faults;
    }

    private void subject(String subject) {
        check(!subject.isBlank(), "the subject is empty; give <@mail.letter subject=…>");
        check(subject.chars().noneMatch(Character::isISOControl), "the subject has a line break or control character");
        check(
                subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT,
                "the subject has more than " + LONGEST_SUBJECT + " characters");
    }

    private void links(Markup letter) {
        letter.links().stream()
                .filter(link -> !isAllowedTarget(link.address()))
                .forEach(link -> faults.add("the link '" + letter.textIn(link) + "' leads to '" + link.address()
                        + "', not to an absolute http or https address"));
    }

    private static boolean isAllowedTarget(String address) {
        return WebAddress.isAbsolute(address) || address.startsWith("mailto:");
    }

    private void images(Markup letter) {
        for (Element image : letter.images()) {
            String source = image.source();
            check(image.hasAlternative(), "the image " + source + " has no alt text");
            check(WebAddress.isAbsolute(source), "the image '" + source + "' has no absolute http or https address");
        }
    }

    private void unsubscribeLink(Markup letter, String unsubscribe) {
        check(
                letter.links().stream().anyMatch(link -> link.address().equals(unsubscribe)),
                "there is no unsubscribe link; put the content into <@mail.letter>");
    }

    private void sender(String text, ComposeSettings.Sender sender) {
        check(!sender.name().isBlank(), "the sender has no name; set postroad.compose.sender.name");
        check(
                !sender.postalAddress().isEmpty(),
                "the sender has no postal address; set postroad.compose.sender.postal-address");
        check(
                sender.postalAddress().stream().allMatch(text::contains),
                "the postal address is not shown; put the content into <@mail.letter>");
    }

    private void size(String html) {
        if (html.length() < GMAIL_CLIPS_AT / MOST_BYTES) {
            return;
        }
        int bytes = html.getBytes(StandardCharsets.UTF_8).length;
        check(
                bytes < GMAIL_CLIPS_AT,
                "the HTML has " + bytes + " bytes, and Gmail cuts mails off at " + GMAIL_CLIPS_AT);
    }

    private void unresolved(Draft draft, String text) {
        check(
                Stream.of(draft.subject(), draft.html(), text).noneMatch(LetterValidator::isUnresolved),
                "a placeholder was not filled in: look for ${ and <# in the result");
    }

    private static boolean isUnresolved(String text) {
        return text.contains("${") || holdsDirective(text);
    }

    private static boolean holdsDirective(String text) {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            if (beginsDirective(text, text.startsWith("/", at + 1) ? at + 2 : at + 1)) {
                return true;
            }
        }
        return false;
    }

    /** As {@code #if} or {@code @mail}. */
    private static boolean beginsDirective(String text, int at) {
        return at + 1 < text.length()
                && (text.charAt(at) == '#' || text.charAt(at) == '@')
                && text.charAt(at + 1) >= 'a'
                && text.charAt(at + 1) <= 'z';
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
