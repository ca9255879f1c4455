package org.postroad.evaluate.replenishment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import org.postroad.evaluate.EvaluationData;
import org.postroad.predict.replenishment.RepurchaseHistory;

/**
 * The days on which one customer of the grocer ordered, in order, each once. The file does not say what: an order is one unit of
 * one product.
 */
record OrderDays(List<Integer> days) {

    static List<OrderDays> grocery(EvaluationData data) {
        Map<String, TreeSet<Integer>> byCustomer = new LinkedHashMap<>();
        for (CSVRecord row : data.csv("grocery-elog.csv")) {
            byCustomer.computeIfAbsent(row.get("cust"), id -> new TreeSet<>()).add((int)
                    LocalDate.parse(row.get("date")).toEpochDay());
        }
        return byCustomer.values().stream()
                .map(days -> new OrderDays(List.copyOf(days)))
                .toList();
    }

    boolean hasOrderedBy(int day) {
        return days.get(0) <= day;
    }

    RepurchaseHistory historyAt(int day) {
        int[] known = days.stream().mapToInt(each -> each).toArray();
        double[] units = new double[known.length];
        Arrays.fill(units, 1);
        return RepurchaseHistory.of(known, units, day);
    }

    /** The days from a day to the next order after it; empty if there is none to the end of the data. */
    OptionalInt daysToNextAfter(int day) {
        return days.stream()
                .filter(each -> each > day)
                .mapToInt(each -> each - day)
                .findFirst();
    }

    /** The days between orders up to a day. */
    int[] intervalsUntil(int day) {
        int[] known =
                days.stream().mapToInt(each -> each).filter(each -> each <= day).toArray();
        int[] intervals = new int[Math.max(0, known.length - 1)];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = known[i + 1] - known[i];
        }
        return intervals;
    }
}
