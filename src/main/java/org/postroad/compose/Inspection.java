package org.postroad.compose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.postroad.track.WebAddress;

/** Looks a letter over before it may go out, and names all that is wrong with it at once. */
final class Inspection {

    /** Gmail cuts a mail off here, and with it the way to unsubscribe. */
    private static final int GMAIL_CLIPS_AT = 102_400;

    private static final int LONGEST_SUBJECT = 150;
    private static final Pattern UNRESOLVED = Pattern.compile("\\$\\{|</?[#@][a-z]");

    private final List<String> faults = new ArrayList<>();

    private Inspection() {}

    /** @param unsubscribe the address that must be linked */
    static List<String> faults(
            Draft draft, Document html, String text, String unsubscribe, ComposeSettings.Sender sender) {
        Inspection inspection = new Inspection();
        inspection.subject(draft.subject());
        inspection.links(html);
        inspection.images(html);
        inspection.wayOut(html, unsubscribe);
        inspection.sender(text, sender);
        inspection.size(draft.html());
        inspection.unresolved(draft, text);
        return inspection.faults;
    }

    private void subject(String subject) {
        check(!subject.isBlank(), "the subject is empty; give <@mail.letter subject=…>");
        check(subject.chars().noneMatch(Character::isISOControl), "the subject has a line break or control character");
        check(
                subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT,
                "the subject has more than " + LONGEST_SUBJECT + " characters");
    }

    private void links(Document html) {
        html.select("a")
                .forEach(link -> check(
                        leads(link.attr("href")),
                        "the link '" + link.text() + "' leads to '" + link.attr("href")
                                + "', not to an absolute http or https address"));
    }

    private static boolean leads(String address) {
        return WebAddress.isAbsolute(address) || address.startsWith("mailto:");
    }

    private void images(Document html) {
        for (Element image : html.select("img")) {
            String source = image.attr("src");
            check(image.hasAttr("alt"), "the image " + source + " has no alt text");
            check(WebAddress.isAbsolute(source), "the image '" + source + "' has no absolute http or https address");
        }
    }

    private void wayOut(Document html, String unsubscribe) {
        check(
                html.select("a[href]").eachAttr("href").contains(unsubscribe),
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
        int octets = html.getBytes(StandardCharsets.UTF_8).length;
        check(
                octets < GMAIL_CLIPS_AT,
                "the HTML has " + octets + " bytes, and Gmail cuts mails off at " + GMAIL_CLIPS_AT);
    }

    private void unresolved(Draft draft, String text) {
        check(
                Stream.of(draft.subject(), draft.html(), text)
                        .noneMatch(each -> UNRESOLVED.matcher(each).find()),
                "a placeholder was not filled in: look for ${ and <# in the result");
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
