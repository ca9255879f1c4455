package org.postroad.report.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures and wraps text by the character widths of Helvetica, which its metric clones (Arial, Liberation Sans) share. No
 * font needs to be installed.
 */
final class TextMetrics {

    static final String FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    /** Advance widths of U+0020 to U+007E in thousandths of the font size (Adobe Core 14 metrics). */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // p to ~
    };

    private static final int OTHER = 600;
    private static final String ELLIPSIS = "\u2026";

    private TextMetrics() {}

    static double width(String text, double size) {
        return text.chars().map(TextMetrics::width).sum() * size / 1000;
    }

    private static int width(int character) {
        int index = character - ' ';
        return index >= 0 && index < WIDTHS.length ? WIDTHS[index] : OTHER;
    }

    /** Lines that fit the width; a line that does not fit, and the last line of a longer text, end in an ellipsis. */
    static List<String> wrap(String text, double width, double size, int mostLines) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return shortened(lines, width, size, mostLines);
    }

    private static List<String> shortened(List<String> lines, double width, double size, int mostLines) {
        List<String> kept = new ArrayList<>(lines.subList(0, Math.min(mostLines, lines.size())));
        if (lines.size() > mostLines) {
            int last = mostLines - 1;
            kept.set(last, kept.get(last) + " " + lines.get(mostLines));
        }
        kept.replaceAll(line -> fitting(line, width, size));
        return kept;
    }

    private static String fitting(String line, double width, double size) {
        if (width(line, size) <= width) {
            return line;
        }
        int end = line.length();
        while (end > 1 && width(line.substring(0, end) + ELLIPSIS, size) > width) {
            end--;
        }
        return line.substring(0, end).stripTrailing() + ELLIPSIS;
    }
}
