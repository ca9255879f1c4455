package org.postroad.compose.html;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kinds of HTML elements: how they nest, and what the text part makes of them. */
enum ElementKind {
    LINK("a", Nesting.ENDED_BY_THE_NEXT, Gap.NONE),
    IMAGE("img", Nesting.WITHOUT_END, Gap.NONE),
    ITEM("li", Nesting.ENDED_BY_THE_NEXT, Gap.LINE),
    CELL("td th tr", Nesting.ENDED_BY_THE_NEXT, Gap.LINE),
    BLOCK("div", Nesting.ORDINARY, Gap.LINE),
    BREAK("br", Nesting.WITHOUT_END, Gap.LINE),
    PARAGRAPH("p", Nesting.ENDED_BY_THE_NEXT, Gap.PARAGRAPH),
    GROUP("ul ol table blockquote", Nesting.ORDINARY, Gap.PARAGRAPH),
    TITLE("h1", Nesting.ORDINARY, Gap.PARAGRAPH),
    HEADING("h2 h3", Nesting.ORDINARY, Gap.PARAGRAPH),
    RULE("hr", Nesting.WITHOUT_END, Gap.PARAGRAPH),
    EMPTY("area base col embed input link meta source track wbr", Nesting.WITHOUT_END, Gap.NONE),
    UNREAD("style script title textarea xmp iframe noembed noframes", Nesting.WITHOUT_MARKUP, Gap.NONE),
    OTHER("", Nesting.ORDINARY, Gap.NONE);

    enum Nesting {
        ORDINARY,
        WITHOUT_END,
        /** Ended by its end tag, or by the next start tag of the same name. */
        ENDED_BY_THE_NEXT,
        /** Its content is neither markup nor shown to the reader. */
        WITHOUT_MARKUP
    }

    enum Gap {
        NONE,
        LINE,
        PARAGRAPH
    }

    private static final Map<String, ElementKind> BY_NAME = Arrays.stream(values())
            .flatMap(kind -> Stream.of(kind.names.split(" ")).map(name -> Map.entry(name, kind)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String names;
    private final Nesting nesting;
    private final Gap gap;

    ElementKind(String names, Nesting nesting, Gap gap) {
        this.names = names;
        this.nesting = nesting;
        this.gap = gap;
    }

    /** @param name in lower case */
    static ElementKind named(String name) {
        return BY_NAME.getOrDefault(name, OTHER);
    }

    Nesting nesting() {
        return nesting;
    }

    /** What separates it from the text before and after it. */
    Gap gap() {
        return gap;
    }
}
