package org.postroad.compose.template;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;

/** Collects the output of a template, up to a limit. */
final class BoundedWriter extends Writer {

    private final int most;
    private char[] text = new char[32 * 1024];
    private int length;

    BoundedWriter(int most) {
        this.most = most;
    }

    @Override
    public void write(char[] characters, int offset, int count) throws IOException {
        ensureCapacity(count);
        System.arraycopy(characters, offset, text, length, count);
        length += count;
    }

    @Override
    public void write(String string, int offset, int count) throws IOException {
        ensureCapacity(count);
        string.getChars(offset, offset + count, text, length);
        length += count;
    }

    private void ensureCapacity(int count) throws TooLong {
        if (length + count > most) {
            throw new TooLong("it writes more than " + most + " characters; look for a loop without an end");
        }
        if (length + count > text.length) {
            text = Arrays.copyOf(text, Math.max(length + count, 2 * text.length));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return new String(text, 0, length);
    }

    /** The output has passed the limit. */
    static final class TooLong extends IOException {

        TooLong(String message) {
            super(message);
        }
    }
}
