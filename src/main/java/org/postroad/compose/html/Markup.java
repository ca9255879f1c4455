package org.postroad.compose.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A letter's HTML as a list of what begins, is said and ends, in order. It costs a small part of what a document would,
 * so that every single letter can be looked over.
 */
public record Markup(List<Part> parts, List<Element> links, List<Element> images) {

    sealed interface Part permits Begin, Words, End {}

    record Begin(Element element) implements Part {}

    /** @param text without entities; what is hidden is not among the parts */
    record Words(String text) implements Part {}

    record End(Element element) implements Part {}

    Markup() {
        this(new ArrayList<>(512), new ArrayList<>(), new ArrayList<>());
    }

    public static Markup of(String html) {
        return new MarkupReader(html).read();
    }

    /** @param said how many characters so far */
    void begin(Element element, int said) {
        element.begin(parts.size(), said);
        parts.add(new Begin(element));
        if (element.kind() == ElementKind.LINK) {
            links.add(element);
        } else if (element.kind() == ElementKind.IMAGE) {
            images.add(element);
        }
    }

    void say(String text) {
        parts.add(new Words(text));
    }

    void end(Element element, int said) {
        element.end(said);
        parts.add(new End(element));
    }

    /** What is said inside an element, in one line. */
    public String wordsIn(Element element) {
        StringBuilder words = new StringBuilder();
        Part end = new End(element);
        for (int at = element.place(); !parts.get(at).equals(end); at++) {
            words.append(parts.get(at) instanceof Words said ? said.text() : "");
        }
        return words.toString().strip().replaceAll("\\s+", " ");
    }
}
