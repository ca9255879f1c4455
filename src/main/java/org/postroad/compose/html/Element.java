package org.postroad.compose.html;

import org.jspecify.annotations.Nullable;

/** An element of a letter, with what the text part and the validation need of it. */
public final class Element {

    private final String name;
    private final ElementKind kind;
    private final @Nullable Element parent;
    private final Element link;
    private final Attributes attributes;
    private final boolean hidden;
    private int startIndex;
    private int characters;
    private @Nullable String firstAlt;

    /** The element around all others. */
    static Element root() {
        return new Element("", ElementKind.OTHER, null, Attributes.NONE);
    }

    /** @param name in lower case */
    Element(String name, ElementKind kind, @Nullable Element parent, Attributes attributes) {
        this.name = name;
        this.kind = kind;
        this.parent = parent;
        this.attributes = attributes;
        this.hidden = attributes.hides() || (parent != null && parent.hidden);
        this.link = kind == ElementKind.LINK || parent == null ? this : parent.link;
    }

    boolean isNamed(String lowerCase) {
        return name.equals(lowerCase);
    }

    /** The index after its end tag if that is at this index and plain, as nearly all are; -1 if there is none, or one with blanks or capitals. */
    int afterEndTag(String html, int at) {
        int end = at + 2 + name.length();
        return html.startsWith(name, at + 2) && html.startsWith(">", end) ? end + 1 : -1;
    }

    ElementKind kind() {
        return kind;
    }

    /** Whether it is hidden from the screen or from screen readers, by itself or by an element around it. */
    boolean hidden() {
        return hidden;
    }

    /** The target of a link; empty if it has none. */
    public String address() {
        return attributes.href() == null ? "" : attributes.href();
    }

    /** The address of an image; empty if it has none. */
    public String source() {
        return attributes.src() == null ? "" : attributes.src();
    }

    public boolean hasAlternative() {
        return attributes.alt() != null;
    }

    /** The alt text of the first image in a link; empty if there is none. */
    String firstImageAlt() {
        return firstAlt == null ? "" : HtmlEntities.decoded(firstAlt, true);
    }

    boolean hasText() {
        return characters > 0;
    }

    /** Whether its parent has no other visible text. */
    boolean standsAlone() {
        return parent != null && parent.characters == characters;
    }

    /** The index of its start tag among the letter's tokens. */
    int startIndex() {
        return startIndex;
    }

    /** @param charactersBefore the visible characters of the letter up to here */
    void begin(int index, int charactersBefore) {
        startIndex = index;
        characters = -charactersBefore;
        if (kind == ElementKind.IMAGE && link.firstAlt == null) {
            link.firstAlt = attributes.alt();
        }
    }

    /** @param charactersBefore the visible characters of the letter up to here */
    void end(int charactersBefore) {
        characters += charactersBefore;
    }

    /**
     * The attributes that letters are read for; null where missing.
     *
     * @param alt with its entities, which are decoded only when it is needed
     */
    record Attributes(
            @Nullable String href,
            @Nullable String src,
            @Nullable String alt,
            boolean hides) {

        static final Attributes NONE = new Attributes(null, null, null, false);
    }
}
