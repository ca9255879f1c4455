package org.postroad.compose.html;

import org.jspecify.annotations.Nullable;

/** An element of a letter, with what the text part and the inspection ask of it. */
public final class Element {

    private final String name;
    private final ElementKind kind;
    private final @Nullable Element parent;
    private final Element link;
    private final Attributes attributes;
    private final boolean hidden;
    private int place;
    private int characters;
    private @Nullable String picture;

    /** What all else stands in. */
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

    /** Where its end tag goes on, if that stands there without blanks and capitals, as nearly all do; else -1. */
    int afterEndTag(String html, int at) {
        int end = at + 2 + name.length();
        return html.startsWith(name, at + 2) && html.startsWith(">", end) ? end + 1 : -1;
    }

    ElementKind kind() {
        return kind;
    }

    /** From the screen or from screen readers, by itself or with what it stands in. */
    boolean hidden() {
        return hidden;
    }

    /** Where a link leads; empty if nowhere. */
    public String address() {
        return attributes.href() == null ? "" : attributes.href();
    }

    /** Where an image is; empty if nowhere. */
    public String source() {
        return attributes.src() == null ? "" : attributes.src();
    }

    public boolean hasAlternative() {
        return attributes.alt() != null;
    }

    /** What is said in place of the first image in a link; empty if nothing is. */
    String firstImageAlt() {
        return picture == null ? "" : HtmlEntities.decoded(picture, true);
    }

    boolean hasText() {
        return characters > 0;
    }

    /** Whether nothing else is said around it. */
    boolean standsAlone() {
        return parent != null && parent.characters == characters;
    }

    /** Which of the letter's parts begins it. */
    int startIndex() {
        return place;
    }

    /** @param said how many characters the letter has said so far */
    void begin(int atPlace, int said) {
        place = atPlace;
        characters = -said;
        if (kind == ElementKind.IMAGE && link.picture == null) {
            link.picture = attributes.alt();
        }
    }

    /** @param said as at the beginning */
    void end(int said) {
        characters += said;
    }

    /**
     * The attributes that matter; null where missing.
     *
     * @param alt with its entities, since hardly ever anybody reads it
     */
    record Attributes(
            @Nullable String href,
            @Nullable String src,
            @Nullable String alt,
            boolean hides) {

        static final Attributes NONE = new Attributes(null, null, null, false);
    }
}
