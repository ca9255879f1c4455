package org.postroad.equivalence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/** What two end states do not have in common, each line cut to where it differs. */
final class Difference {

    private static final int BEFORE = 60;
    private static final int SHOWN = 240;
    private static final int BEGINNING = 120;

    private Difference() {}

    static List<String> between(List<String> expected, List<String> told) {
        List<String> missing = without(expected, told);
        List<String> more = without(told, expected);
        return Stream.concat(
                        missing.stream().map(line -> "- " + cut(line, more)),
                        more.stream().map(line -> "+ " + cut(line, missing)))
                .toList();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> left = new ArrayList<>(lines);
        others.forEach(left::remove);
        return left;
    }

    /** Its beginning, and what is around the first character in which it differs from the line that is most like it. */
    private static String cut(String line, List<String> others) {
        int differs = others.stream()
                .map(other -> StringUtils.indexOfDifference(line, other))
                .max(Comparator.naturalOrder())
                .orElse(0);
        int from = Math.max(0, differs - BEFORE);
        return StringUtils.left(line, BEGINNING) + " ... " + StringUtils.mid(line, from, SHOWN);
    }
}
