package org.postroad.compose.html;

import org.jsoup.parser.Parser;

/** Decodes entities of HTML, such as {@code &amp;}. */
final class HtmlEntities {

    private HtmlEntities() {}

    /** @param inAttribute where a reference without a semicolon is plain text if a letter or digit follows */
    static String decoded(String text, boolean inAttribute) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, inAttribute);
    }
}
