package org.postroad.track;

/** What a token is for. The kind is signed too, so a token of one kind is not accepted as another. */
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

    /** The letter in the token and in the path. */
    char letter() {
        return letter;
    }
}
