package org.postroad.compose.html;

import java.util.ArrayList;
import java.util.List;
import org.postroad.compose.html.ElementKind.Nesting;

/**
 * Reads HTML once from front to back and takes tags apart as browsers do (HTML Living Standard, 13.2.5 "Tokenization").
 * Broken nesting is mended more simply than there: an end tag ends all that was begun since, and one without a beginning
 * is nothing.
 */
final class MarkupReader {

    /** Browsers go no deeper either; what is nested further stands beside its parent. */
    private static final int DEEPEST = 512;

    private final String html;
    private final TagReader tags;
    private final Markup markup = new Markup();
    private final List<Element> open = new ArrayList<>(List.of(Element.root()));
    private int at;
    private int said;

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
        if (at == afterTag) { // else it is cut off, and no tag
            begin(tags.name(), ElementKind.named(tags.name()));
        }
    }

    private void begin(String name, ElementKind kind) {
        if (kind.nesting() == Nesting.ENDED_BY_THE_NEXT && innermost().isNamed(name)) {
            endUntil(open.size() - 1);
        }
        Element element = new Element(name, kind, innermost(), tags.attributes());
        markup.begin(element, said);
        if (kind.nesting() == Nesting.WITHOUT_END || open.size() > DEEPEST) {
            markup.end(element, said);
        } else {
            open.add(element);
        }
        if (kind.nesting() == Nesting.WITHOUT_MARKUP) {
            at = endTagOf(name);
        }
    }

    private int endTagOf(String name) {
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
        int place = open.size() - 1;
        while (place > 0 && !open.get(place).isNamed(tags.name())) {
            place--;
        }
        if (place > 0) {
            endUntil(place);
        }
    }

    private void endUntil(int left) {
        while (open.size() > left) {
            markup.end(open.remove(open.size() - 1), said);
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
            said += TextLines.visibleLength(text);
            markup.addText(text);
        }
    }

    /** As most of what stands between tags, which only sets them apart for whoever writes them. */
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

    private boolean isLetter(int place) {
        return place < html.length() && TagReader.isLetter(html.charAt(place));
    }

    /** The end of the letter if it is nowhere. */
    private int find(String text, int from) {
        int found = html.indexOf(text, from);
        return found < 0 ? html.length() : found;
    }

    private int after(String text, int from) {
        return Math.min(find(text, from) + text.length(), html.length());
    }
}
