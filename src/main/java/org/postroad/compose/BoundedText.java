package org.postroad.compose;

import java.io.IOException;
import java.io.Writer;

/** Takes what a template writes, up to a limit. */
final class BoundedText extends Writer {

    private final int most;
    private final StringBuilder text = new StringBuilder(32 * 1024);

    BoundedText(int most) {
        this.most = most;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        makeRoom(length);
        text.append(characters, offset, length);
    }

    @Override
    public void write(String words, int offset, int length) throws IOException {
        makeRoom(length);
        text.append(words, offset, offset + length);
    }

    private void makeRoom(int length) throws TooLong {
        if (text.length() + length > most) {
            throw new TooLong("it writes more than " + most + " characters; look for a loop without an end");
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }

    /** The limit was passed. */
    static final class TooLong extends IOException {

        TooLong(String message) {
            super(message);
        }
    }
}
