package org.postroad.compose.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A letter's HTML as a list of what begins, is said and ends, in order. It costs a small part of what a document would,
 * so that every single letter can be looked over.
 */
public record Markup(List<MarkupToken> parts, List<Element> links, List<Element> images) {

    sealed interface MarkupToken permits StartTag, TextToken, EndTag {}

    record StartTag(Element element) implements MarkupToken {}

    /** @param text without entities; what is hidden is not among the parts */
    record TextToken(String text) implements MarkupToken {}

    record EndTag(Element element) implements MarkupToken {}

    Markup() {
        this(new ArrayList<>(512), new ArrayList<>(), new ArrayList<>());
    }

    public static Markup of(String html) {
        return new MarkupReader(html).read();
    }

    /** @param said how many characters so far */
    void begin(Element element, int said) {
        element.begin(parts.size(), said);
        parts.add(new StartTag(element));
        if (element.kind() == ElementKind.LINK) {
            links.add(element);
        } else if (element.kind() == ElementKind.IMAGE) {
            images.add(element);
        }
    }

    void addText(String text) {
        parts.add(new TextToken(text));
    }

    void end(Element element, int said) {
        element.end(said);
        parts.add(new EndTag(element));
    }

    /** What is said inside an element, in one line. */
    public String textIn(Element element) {
        StringBuilder words = new StringBuilder();
        MarkupToken end = new EndTag(element);
        for (int at = element.startIndex(); !parts.get(at).equals(end); at++) {
            words.append(parts.get(at) instanceof TextToken said ? said.text() : "");
        }
        return words.toString().strip().replaceAll("\\s+", " ");
    }
}
