package org.postroad.compose;

/** Text under construction: blanks are folded, and no two blank lines follow one another. */
final class Lines {

    private final StringBuilder done = new StringBuilder();
    private final StringBuilder line = new StringBuilder();

    /** Adds to the line; blanks fold into one, and characters without width (soft hyphens, joiners) fall out. */
    void add(String words) {
        words.codePoints().filter(each -> !withoutWidth(each)).forEach(this::addCharacter);
    }

    private void addCharacter(int character) {
        boolean blank = Character.isWhitespace(character) || Character.isSpaceChar(character);
        if (!blank) {
            line.appendCodePoint(character);
        } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    private static boolean withoutWidth(int character) {
        return Character.getType(character) == Character.FORMAT || character == '\u034f';
    }

    /** Ends the line, if anything is on it. */
    void end() {
        String words = line.toString().strip();
        line.setLength(0);
        if (!words.isEmpty()) {
            done.append(words).append('\n');
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
        int length = line.toString().strip().length();
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
