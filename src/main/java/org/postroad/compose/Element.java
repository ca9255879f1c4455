package org.postroad.compose;

import org.jspecify.annotations.Nullable;

/** An element of a letter, with what the text part and the inspection ask of it. */
final class Element {

    private final String name;
    private final @Nullable Element parent;
    private final Element link;
    private final Attributes attributes;
    private final boolean hidden;
    private int place;
    private int characters;
    private @Nullable String picture;

    /** What all else stands in. */
    static Element root() {
        return new Element("", null, Attributes.NONE);
    }

    Element(String name, @Nullable Element parent, Attributes attributes) {
        this.name = name;
        this.parent = parent;
        this.attributes = attributes;
        this.hidden = attributes.hides() || (parent != null && parent.hidden);
        this.link = isLink() || parent == null ? this : parent.link;
    }

    /** In lower case. */
    String name() {
        return name;
    }

    boolean isLink() {
        return name.equals("a");
    }

    boolean isImage() {
        return name.equals("img");
    }

    /** From the screen or from screen readers, by itself or with what it stands in. */
    boolean hidden() {
        return hidden;
    }

    /** Where a link leads; empty if nowhere. */
    String address() {
        return attributes.href() == null ? "" : attributes.href();
    }

    /** Where an image is; empty if nowhere. */
    String source() {
        return attributes.src() == null ? "" : attributes.src();
    }

    boolean hasAlternative() {
        return attributes.alt() != null;
    }

    /** What is said in place of the first image in a link; empty if nothing is. */
    String picture() {
        return picture == null ? "" : picture;
    }

    boolean hasWords() {
        return characters > 0;
    }

    /** Whether nothing else is said around it. */
    boolean standsAlone() {
        return parent != null && parent.characters == characters;
    }

    /** Which of the letter's parts begins it. */
    int place() {
        return place;
    }

    /** @param said how many characters the letter has said so far */
    void begin(int atPlace, int said) {
        place = atPlace;
        characters = -said;
        if (isImage() && link.picture == null) {
            link.picture = attributes.alt();
        }
    }

    /** @param said as at the beginning */
    void end(int said) {
        characters += said;
    }

    /** The attributes that matter, without entities; null where missing. */
    record Attributes(
            @Nullable String href,
            @Nullable String src,
            @Nullable String alt,
            boolean hides) {

        static final Attributes NONE = new Attributes(null, null, null, false);
    }
}
