package org.postroad.compose.html;

/** Text under construction: blanks are folded, and no two blank lines follow one another. */
final class TextLines {

    private final StringBuilder done = new StringBuilder();
    private final StringBuilder line = new StringBuilder();

    /** How many characters of a text are more than blanks. */
    static int visibleLength(String words) {
        int seen = 0;
        int character;
        for (int at = 0; at < words.length(); at += Character.charCount(character)) {
            character = words.codePointAt(at);
            seen += isBlank(character) || isWithoutWidth(character) ? 0 : 1;
        }
        return seen;
    }

    /** Adds to the line; blanks fold into one, and characters without width (soft hyphens, joiners) fall out. */
    void add(String words) {
        int at = 0;
        while (at < words.length()) {
            int plain = plainFrom(words, at);
            line.append(words, at, plain);
            at = plain < words.length() ? addOther(words, plain) : plain;
        }
    }

    private static int plainFrom(String words, int from) {
        int at = from;
        while (at < words.length() && isPlain(words.charAt(at))) {
            at++;
        }
        return at;
    }

    private int addOther(String words, int at) {
        int character = words.codePointAt(at);
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

    /** Most are, and need not be looked up. */
    private static boolean isPlain(int character) {
        return character > ' ' && character <= '~';
    }

    /** Ends the line, if anything is on it. */
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

    /** Ends the line and leaves one blank. */
    void paragraph() {
        end();
        if (!done.isEmpty() && !endsBlank()) {
            done.append('\n');
        }
    }

    private boolean endsBlank() {
        return done.length() > 1 && done.charAt(done.length() - 2) == '\n';
    }

    /** Underlines what is on the line. */
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
