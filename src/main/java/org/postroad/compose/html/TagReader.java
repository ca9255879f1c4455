package org.postroad.compose.html;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postroad.compose.html.Element.Attributes;

/** Parses one tag after another: its name and the attributes that letters are read for. */
final class TagReader {

    private static final String DISPLAY = "display";

    private final String html;
    private int nextDisplay = -1;
    private String name = "";
    private @Nullable String href;
    private @Nullable String src;
    private @Nullable String alt;
    private boolean hides;
    private int at;

    TagReader(String html) {
        this.html = html;
    }

    /**
     * Reads the tag whose name begins at this index.
     *
     * @return the index after the tag; beyond the end of the letter if that is inside the tag
     */
    int read(int from) {
        href = null;
        src = null;
        alt = null;
        hides = false;
        at = from;
        skipName();
        name = html.substring(from, at).toLowerCase(Locale.ROOT);
        while (skipToAttribute()) {
            readAttribute();
        }
        return at + 1;
    }

    String name() {
        return name;
    }

    Attributes attributes() {
        return href == null && src == null && alt == null && !hides
                ? Attributes.NONE
                : new Attributes(href, src, alt, hides);
    }

    private boolean skipToAttribute() {
        while (at < html.length() && (isBlank(html.charAt(at)) || html.charAt(at) == '/')) {
            at++;
        }
        return at < html.length() && html.charAt(at) != '>';
    }

    private void readAttribute() {
        int from = at++;
        while (at < html.length() && html.charAt(at) != '=' && !endsName(html.charAt(at))) {
            at++;
        }
        int to = at;
        skipBlanks();
        if (at < html.length() && html.charAt(at) == '=') {
            at++;
            skipBlanks();
            readValue(from, to);
        } else {
            keep(from, to, at, at);
        }
    }

    private void readValue(int from, int to) {
        int begin = at;
        if (begin < html.length() && (html.charAt(begin) == '"' || html.charAt(begin) == '\'')) {
            int quote = html.indexOf(html.charAt(begin), begin + 1);
            at = quote < 0 ? html.length() : quote + 1;
            keep(from, to, begin + 1, quote < 0 ? html.length() : quote);
        } else {
            while (at < html.length() && !isBlank(html.charAt(at)) && html.charAt(at) != '>') {
                at++;
            }
            keep(from, to, begin, at);
        }
    }

    /** The first of several attributes with the same name counts. Most have a name of another length. */
    private void keep(int from, int to, int begin, int end) {
        switch (to - from) {
            case 3 -> keepAddressOrAlternative(from, to, begin, end);
            case 4 -> href = href == null && isNamed("href", from, to) ? decoded(begin, end) : href;
            case 5 ->
                hides |= mentionsDisplay(begin, end)
                        && isNamed("style", from, to)
                        && decoded(begin, end).replace(" ", "").contains("display:none");
            case 11 -> hides |= isNamed("aria-hidden", from, to) && html.regionMatches(begin, "true", 0, end - begin);
            default -> {}
        }
    }

    private void keepAddressOrAlternative(int from, int to, int begin, int end) {
        if (isNamed("src", from, to)) {
            src = src == null ? decoded(begin, end) : src;
        } else if (isNamed("alt", from, to)) {
            alt = alt == null ? html.substring(begin, end) : alt;
        }
    }

    /** Few styles do. Tags are read in order, so one search finds the next, and no other style is decoded. */
    private boolean mentionsDisplay(int begin, int end) {
        if (nextDisplay < begin) {
            int found = html.indexOf(DISPLAY, begin);
            nextDisplay = found < 0 ? html.length() : found;
        }
        return nextDisplay < end;
    }

    private boolean isNamed(String attribute, int from, int to) {
        return to - from == attribute.length() && html.regionMatches(true, from, attribute, 0, attribute.length());
    }

    private String decoded(int from, int to) {
        return HtmlEntities.decoded(html.substring(from, to), true);
    }

    private void skipName() {
        while (at < html.length() && !endsName(html.charAt(at))) {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < html.length() && isBlank(html.charAt(at))) {
            at++;
        }
    }

    private static boolean endsName(char character) {
        return isBlank(character) || character == '/' || character == '>';
    }

    static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\n' || character == '\t' || character == '\r' || character == '\f';
    }
}
