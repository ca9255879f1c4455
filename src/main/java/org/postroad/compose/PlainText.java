package org.postroad.compose;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Makes the text part, for those who read mail as text: headings underlined, lists with dashes, and every link's
 * address. Tables only lay out, so a cell is a line. What is hidden on the screen or
 * from screen readers is left out.
 */
final class PlainText implements NodeFilter {

    private static final Set<String> LINES = Set.of("div", "td", "th", "tr", "li", "br");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "hr");

    private final Lines lines = new Lines();
    private final Set<String> told = new HashSet<>();

    private PlainText() {}

    static String of(Document letter) {
        PlainText text = new PlainText();
        letter.body().filter(text);
        return text.lines.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            lines.add(words.getWholeText());
        } else if (node instanceof Element element) {
            if (hidden(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element);
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element) {
        breakBefore(element);
        if (element.nameIs("li")) {
            lines.add("- ");
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    private void close(Element element) {
        switch (element.normalName()) {
            case "a" -> tellAddress(element);
            case "h1" -> lines.underline('=');
            case "h2", "h3" -> lines.underline('-');
            default -> {}
        }
        breakBefore(element);
    }

    private void breakBefore(Element element) {
        if (PARAGRAPHS.contains(element.normalName())) {
            lines.paragraph();
        } else if (LINES.contains(element.normalName())) {
            lines.end();
        }
    }

    /** A linked picture is left to the words that lead to the same place; inside a sentence an address comes once. */
    private void tellAddress(Element link) {
        String address = link.attr("href");
        if (address.isEmpty()) {
            return;
        }
        if (!link.hasText()) {
            tellPicture(link, address);
        } else if (standsAlone(link)) {
            lines.add(": " + address);
        } else if (!told.contains(address)) {
            lines.add(" <" + address + ">");
        }
        told.add(address);
    }

    private void tellPicture(Element link, String address) {
        if (!linkedInWords(link, address)) {
            lines.add(link.select("img[alt]").attr("alt") + ": " + address);
        }
    }

    private static boolean linkedInWords(Element link, String address) {
        Document letter = link.ownerDocument();
        return letter != null
                && letter.getElementsByAttributeValue("href", address).stream().anyMatch(Element::hasText);
    }

    private static boolean standsAlone(Element link) {
        Element parent = link.parent();
        return parent != null && parent.text().strip().equals(link.text().strip());
    }

    private static boolean hidden(Element element) {
        String style = element.attr("style").replace(" ", "");
        return style.contains("display:none")
                || element.attr("aria-hidden").equals("true")
                || element.nameIs("style")
                || element.nameIs("script");
    }
}
