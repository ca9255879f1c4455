package org.postroad.track;

/** What a token allows. It is part of what is signed, so a token of one kind is worth nothing as another. */
enum LinkTokenKind {
    CLICK('c'),
    OPEN('o'),
    UNSUBSCRIBE('u'),
    PREFERENCES('p'),
    VIEW('v'),
    CONFIRM('y');

    private final char letter;

    LinkTokenKind(char letter) {
        this.letter = letter;
    }

    /** As it stands in the token and in the path. */
    char letter() {
        return letter;
    }
}
