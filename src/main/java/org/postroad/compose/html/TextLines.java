package org.postroad.compose.html;

/** Builds the text part: collapses white space, and puts at most one blank line between paragraphs. */
final class TextLines {

    private final StringBuilder done = new StringBuilder();
    private final StringBuilder line = new StringBuilder();

    /** The number of characters that are neither white space nor of zero width. */
    static int visibleLength(String text) {
        int visible = 0;
        int character;
        for (int at = 0; at < text.length(); at += Character.charCount(character)) {
            character = text.codePointAt(at);
            visible += isBlank(character) || isWithoutWidth(character) ? 0 : 1;
        }
        return visible;
    }

    /** Adds to the line. White space collapses to one blank; characters of zero width (soft hyphens, joiners) are dropped. */
    void add(String text) {
        int at = 0;
        while (at < text.length()) {
            int plain = plainFrom(text, at);
            line.append(text, at, plain);
            at = plain < text.length() ? addOther(text, plain) : plain;
        }
    }

    private static int plainFrom(String text, int from) {
        int at = from;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int addOther(String text, int at) {
        int character = text.codePointAt(at);
        if (isBlank(character)) {
            addBlank();
        } else if (!isWithoutWidth(character)) {
            line.appendCodePoint(character);
        }
        return at + Character.charCount(character);
    }

    private void addBlank() {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    private static boolean isBlank(int character) {
        return character == ' ' || (!isPlain(character) && isUncommonBlank(character));
    }

    private static boolean isUncommonBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isWithoutWidth(int character) {
        return !isPlain(character) && (Character.getType(character) == Character.FORMAT || character == '\u034f');
    }

    /** Whether it is a visible ASCII character, as most are: these need no look-up. */
    private static boolean isPlain(int character) {
        return character > ' ' && character <= '~';
    }

    /** Ends the line, unless it is empty. */
    void end() {
        dropLastBlank();
        if (!line.isEmpty()) {
            done.append(line).append('\n');
            line.setLength(0);
        }
    }

    private void dropLastBlank() {
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == ' ') {
            line.setLength(last);
        }
    }

    /** Ends the line and adds a blank line. */
    void paragraph() {
        end();
        if (!done.isEmpty() && !endsBlank()) {
            done.append('\n');
        }
    }

    private boolean endsBlank() {
        return done.length() > 1 && done.charAt(done.length() - 2) == '\n';
    }

    /** Ends the line and underlines it. */
    void underline(char stroke) {
        dropLastBlank();
        int length = line.length();
        end();
        if (length > 0) {
            done.append(String.valueOf(stroke).repeat(length)).append('\n');
        }
    }

    @Override
    public String toString() {
        end();
        return done.toString().strip() + "\n";
    }
}
