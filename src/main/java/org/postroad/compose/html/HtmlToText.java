package org.postroad.compose.html;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroad.compose.html.Markup.EndTag;
import org.postroad.compose.html.Markup.MarkupToken;
import org.postroad.compose.html.Markup.StartTag;
import org.postroad.compose.html.Markup.TextToken;

/**
 * Makes the text part of a letter from its HTML: headings are underlined, list items get dashes, and links their addresses.
 * Tables serve layout only, so each cell is a line. Hidden elements are left out.
 */
public final class HtmlToText {

    private final TextLines lines = new TextLines();
    private final Set<String> shown = new HashSet<>();
    private final Set<String> linkedByText;

    private HtmlToText(Markup markup) {
        linkedByText = markup.links().stream()
                .filter(Element::hasText)
                .map(Element::address)
                .collect(Collectors.toSet());
    }

    public static String of(Markup markup) {
        HtmlToText text = new HtmlToText(markup);
        markup.tokens().forEach(text::add);
        return text.lines.toString();
    }

    private void add(MarkupToken token) {
        if (token instanceof TextToken textToken) {
            lines.add(textToken.text());
        } else if (token instanceof StartTag startTag && !startTag.element().hidden()) {
            begin(startTag.element());
        } else if (token instanceof EndTag endTag && !endTag.element().hidden()) {
            end(endTag.element());
        }
    }

    private void begin(Element element) {
        breakLine(element);
        if (element.kind() == ElementKind.ITEM) {
            lines.add("- ");
        }
    }

    private void end(Element element) {
        switch (element.kind()) {
            case LINK -> appendAddress(element);
            case TITLE -> lines.underline('=');
            case HEADING -> lines.underline('-');
            default -> {}
        }
        breakLine(element);
    }

    private void breakLine(Element element) {
        switch (element.kind().gap()) {
            case PARAGRAPH -> lines.paragraph();
            case LINE -> lines.end();
            case NONE -> {}
        }
    }

    /** A linked image is left out if text links to the same address. Inside a sentence an address is shown once. */
    private void appendAddress(Element link) {
        String address = link.address();
        if (address.isEmpty()) {
            return;
        }
        if (!link.hasText()) {
            appendImageAlt(link, address);
        } else if (link.standsAlone()) {
            lines.add(": " + address);
        } else if (!shown.contains(address)) {
            lines.add(" <" + address + ">");
        }
        shown.add(address);
    }

    private void appendImageAlt(Element link, String address) {
        if (!linkedByText.contains(address)) {
            lines.add(link.firstImageAlt() + ": " + address);
        }
    }
}
