package org.postroad.report.diagram;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Formats numbers of people in a diagram. */
final class CountFormat {

    private CountFormat() {}

    static String full(long count) {
        return format("#,##0", count);
    }

    /** At most four characters up to a million: 9,999 is written in full, above that 12.3k, 123k, 1.2M. */
    static String brief(long count) {
        if (count < 10_000) {
            return full(count);
        }
        if (count < 1_000_000) {
            return format(count < 100_000 ? "0.#k" : "0k", Math.floor(count / 100.0) / 10);
        }
        return format("0.#M", Math.floor(count / 100_000.0) / 10);
    }

    private static String format(String pattern, double number) {
        return new DecimalFormat(
                        pattern.replace("k", "'k'").replace("M", "'M'"), DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number);
    }
}
