package org.postroad.compose.html;

import java.util.ArrayList;
import java.util.List;
import org.postroad.compose.html.ElementKind.Nesting;

/**
 * Reads HTML in one pass and tokenizes it as browsers do (HTML Living Standard, 13.2.5 "Tokenization"). It repairs broken
 * nesting more simply than the standard: an end tag also ends the elements that are open inside its element, and one
 * without a start tag is ignored.
 */
final class MarkupReader {

    /** As in browsers. Elements that are nested deeper become siblings. */
    private static final int DEEPEST = 512;

    private final String html;
    private final TagReader tags;
    private final Markup markup = new Markup();
    private final List<Element> open = new ArrayList<>(List.of(Element.root()));
    private int at;
    private int visible;

    MarkupReader(String html) {
        this.html = html;
        this.tags = new TagReader(html);
    }

    Markup read() {
        while (at < html.length()) {
            int tag = find("<", at);
            readText(at, tag);
            at = tag;
            if (at < html.length()) {
                readTag();
            }
        }
        endUntil(0);
        return markup;
    }

    private void readTag() {
        if (isLetter(at + 1)) {
            begin(tags.read(at + 1));
        } else if (html.startsWith("</", at) && isLetter(at + 2)) {
            end();
        } else if (html.startsWith("<!--", at)) {
            at = Math.min(after("-->", at + 2), after("--!>", at + 4));
        } else if (html.startsWith("<!", at) || html.startsWith("<?", at) || html.startsWith("</", at)) {
            at = after(">", at);
        } else {
            readText(at, ++at);
        }
    }

    private void begin(int afterTag) {
        at = Math.min(afterTag, html.length());
        if (at == afterTag) { // else the letter ends inside the tag
            begin(tags.name(), ElementKind.named(tags.name()));
        }
    }

    private void begin(String name, ElementKind kind) {
        if (kind.nesting() == Nesting.ENDED_BY_THE_NEXT && innermost().isNamed(name)) {
            endUntil(open.size() - 1);
        }
        Element element = new Element(name, kind, innermost(), tags.attributes());
        markup.begin(element, visible);
        if (kind.nesting() == Nesting.WITHOUT_END || open.size() > DEEPEST) {
            markup.end(element, visible);
        } else {
            open.add(element);
        }
        if (kind.nesting() == Nesting.WITHOUT_MARKUP) {
            at = indexOfEndTag(name);
        }
    }

    private int indexOfEndTag(String name) {
        int end = find("</", at);
        while (end < html.length() && !html.regionMatches(true, end + 2, name, 0, name.length())) {
            end = find("</", end + 2);
        }
        return end;
    }

    private void end() {
        int afterTag = innermost().afterEndTag(html, at);
        if (afterTag > 0) {
            at = afterTag;
            endUntil(open.size() - 1);
        } else {
            endOther(tags.read(at + 2));
        }
    }

    private void endOther(int afterTag) {
        at = Math.min(afterTag, html.length());
        int index = open.size() - 1;
        while (index > 0 && !open.get(index).isNamed(tags.name())) {
            index--;
        }
        if (index > 0) {
            endUntil(index);
        }
    }

    private void endUntil(int depth) {
        while (open.size() > depth) {
            markup.end(open.remove(open.size() - 1), visible);
        }
    }

    private void readText(int from, int to) {
        if (from == to || innermost().hidden()) {
            return;
        }
        if (isBlank(from, to)) {
            markup.addText(" ");
        } else {
            String text = HtmlEntities.decoded(html.substring(from, to), false);
            visible += TextLines.visibleLength(text);
            markup.addText(text);
        }
    }

    /** Most text between tags is blank: line breaks and indentation of the source. */
    private boolean isBlank(int from, int to) {
        int at = from;
        while (at < to && (html.charAt(at) == ' ' || html.charAt(at) == '\n')) {
            at++;
        }
        return at == to;
    }

    private Element innermost() {
        return open.get(open.size() - 1);
    }

    private boolean isLetter(int index) {
        return index < html.length() && TagReader.isLetter(html.charAt(index));
    }

    /** The index of the text, or the end of the letter. */
    private int find(String text, int from) {
        int found = html.indexOf(text, from);
        return found < 0 ? html.length() : found;
    }

    private int after(String text, int from) {
        return Math.min(find(text, from) + text.length(), html.length());
    }
}
