package org.postroad.compose.html;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroad.compose.html.Markup.EndTag;
import org.postroad.compose.html.Markup.MarkupToken;
import org.postroad.compose.html.Markup.StartTag;
import org.postroad.compose.html.Markup.TextToken;

/**
 * Makes the text part, for those who read mail as text: headings underlined, lists with dashes, and every link's
 * address. Tables only lay out, so a cell is a line. What is hidden on the screen or
 * from screen readers is left out.
 */
public final class HtmlToText {

    private final TextLines textLines = new TextLines();
    private final Set<String> told = new HashSet<>();
    private final Set<String> inWords;

    private HtmlToText(Markup letter) {
        inWords = letter.links().stream()
                .filter(Element::hasText)
                .map(Element::address)
                .collect(Collectors.toSet());
    }

    public static String of(Markup letter) {
        HtmlToText text = new HtmlToText(letter);
        letter.parts().forEach(text::take);
        return text.textLines.toString();
    }

    private void take(MarkupToken markupToken) {
        if (markupToken instanceof TextToken textToken) {
            textLines.add(textToken.text());
        } else if (markupToken instanceof StartTag startTag
                && !startTag.element().hidden()) {
            begin(startTag.element());
        } else if (markupToken instanceof EndTag endTag && !endTag.element().hidden()) {
            end(endTag.element());
        }
    }

    private void begin(Element element) {
        breakBefore(element);
        if (element.kind() == ElementKind.ITEM) {
            textLines.add("- ");
        }
    }

    private void end(Element element) {
        switch (element.kind()) {
            case LINK -> appendAddress(element);
            case TITLE -> textLines.underline('=');
            case HEADING -> textLines.underline('-');
            default -> {}
        }
        breakBefore(element);
    }

    private void breakBefore(Element element) {
        switch (element.kind().gap()) {
            case PARAGRAPH -> textLines.paragraph();
            case LINE -> textLines.end();
            case NONE -> {}
        }
    }

    /** A linked picture is left to the words that lead to the same place; inside a sentence an address comes once. */
    private void appendAddress(Element link) {
        String address = link.address();
        if (address.isEmpty()) {
            return;
        }
        if (!link.hasText()) {
            appendImageAlt(link, address);
        } else if (link.standsAlone()) {
            textLines.add(": " + address);
        } else if (!told.contains(address)) {
            textLines.add(" <" + address + ">");
        }
        told.add(address);
    }

    private void appendImageAlt(Element link, String address) {
        if (!inWords.contains(address)) {
            textLines.add(link.firstImageAlt() + ": " + address);
        }
    }
}
