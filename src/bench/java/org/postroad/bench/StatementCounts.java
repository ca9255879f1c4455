package org.postroad.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postroad.CountingDataSource.Statements.Executed;

/** Counts of statements, and the statements themselves for whoever wants fewer. */
final class StatementCounts {

    private static final int LONGEST = 120;
    private static final int MOST = 40;

    private StatementCounts() {}

    /** The statements of the transaction that executed most. */
    static List<Executed> largestTransaction(List<Executed> executed) {
        return executed.stream().collect(Collectors.groupingBy(Executed::connection)).values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /** Prints the most frequent. */
    static void print(String what, List<Executed> executed) {
        System.out.printf("  %s: %,d statements%n", what, executed.size());
        executed.stream()
                .map(one -> one.sql().substring(0, Math.min(LONGEST, one.sql().length())))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST)
                .forEach(sql -> System.out.printf("  %,7d  %s%n", sql.getValue(), sql.getKey()));
    }
}
