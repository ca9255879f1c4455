package org.postroad.compose.html;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroad.compose.html.Markup.Begin;
import org.postroad.compose.html.Markup.End;
import org.postroad.compose.html.Markup.Part;
import org.postroad.compose.html.Markup.Words;

/**
 * Makes the text part, for those who read mail as text: headings underlined, lists with dashes, and every link's
 * address. Tables only lay out, so a cell is a line. What is hidden on the screen or
 * from screen readers is left out.
 */
public final class PlainText {

    private final Lines lines = new Lines();
    private final Set<String> told = new HashSet<>();
    private final Set<String> inWords;

    private PlainText(Markup letter) {
        inWords = letter.links().stream()
                .filter(Element::hasWords)
                .map(Element::address)
                .collect(Collectors.toSet());
    }

    public static String of(Markup letter) {
        PlainText text = new PlainText(letter);
        letter.parts().forEach(text::take);
        return text.lines.toString();
    }

    private void take(Part part) {
        if (part instanceof Words words) {
            lines.add(words.text());
        } else if (part instanceof Begin begin && !begin.element().hidden()) {
            begin(begin.element());
        } else if (part instanceof End end && !end.element().hidden()) {
            end(end.element());
        }
    }

    private void begin(Element element) {
        breakBefore(element);
        if (element.kind() == ElementKind.ITEM) {
            lines.add("- ");
        }
    }

    private void end(Element element) {
        switch (element.kind()) {
            case LINK -> tellAddress(element);
            case TITLE -> lines.underline('=');
            case HEADING -> lines.underline('-');
            default -> {}
        }
        breakBefore(element);
    }

    private void breakBefore(Element element) {
        switch (element.kind().gap()) {
            case PARAGRAPH -> lines.paragraph();
            case LINE -> lines.end();
            case NONE -> {}
        }
    }

    /** A linked picture is left to the words that lead to the same place; inside a sentence an address comes once. */
    private void tellAddress(Element link) {
        String address = link.address();
        if (address.isEmpty()) {
            return;
        }
        if (!link.hasWords()) {
            tellPicture(link, address);
        } else if (link.standsAlone()) {
            lines.add(": " + address);
        } else if (!told.contains(address)) {
            lines.add(" <" + address + ">");
        }
        told.add(address);
    }

    private void tellPicture(Element link, String address) {
        if (!inWords.contains(address)) {
            lines.add(link.picture() + ": " + address);
        }
    }
}
