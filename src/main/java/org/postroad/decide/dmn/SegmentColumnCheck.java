package org.postroad.decide.dmn;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postroad.decide.CustomerSegments;
import org.postroad.decide.CustomerSegments.Question;
import org.springframework.stereotype.Component;

/** Checks the columns that ask for segments: none that does not exist, and lists only in a way that works. */
@Component
class SegmentColumnCheck {

    private static final Map<String, Question> QUESTIONS = Map.of(
            OutlookInputs.SEGMENT, Question.LABEL,
            OutlookInputs.SEGMENTS, Question.IN,
            OutlookInputs.LIKE_SEGMENTS, Question.LIKE);

    /** The test that a list has an element, in FEEL. */
    private static final Pattern CONTAINS = Pattern.compile("list contains\\(\\s*\\?\\s*,\\s*\"([^\"]*)\"\\s*\\)");

    private final CustomerSegments segments;

    SegmentColumnCheck(CustomerSegments segments) {
        this.segments = segments;
    }

    /** The faults of a column, a sentence each; none of a column that asks for something else. */
    Stream<String> faultsIn(String table, InputColumn column) {
        Question question = QUESTIONS.get(column.input());
        if (question == null) {
            return Stream.empty();
        }
        Stream<String> names = column.literals().stream()
                .flatMap(segment -> segments.faultIn(question, segment).stream())
                .map(fault -> "Table '%s': in the column '%s' %s.".formatted(table, column.input(), fault));
        return question == Question.LABEL ? names : Stream.concat(names, listFaults(table, column));
    }

    private static Stream<String> listFaults(String table, InputColumn column) {
        Stream<String> type = List.of("", "Any").contains(column.type())
                ? Stream.empty()
                : Stream.of("Table '%s': the column '%s' is a list; choose the type Any for it, not %s."
                        .formatted(table, column.input(), column.type()));
        Stream<String> cells = column.cells().stream()
                .filter(cell -> CONTAINS.matcher(cell).replaceAll("").contains("\""))
                .map(cell ->
                        "Table '%s': the column '%s' is a list; write list contains(?, \"champions\") there instead of %s."
                                .formatted(table, column.input(), cell.strip()));
        return Stream.concat(type, cells);
    }
}
