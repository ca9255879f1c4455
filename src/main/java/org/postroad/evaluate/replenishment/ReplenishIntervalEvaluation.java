package org.postroad.evaluate.replenishment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.predict.replenishment.DueDate;
import org.postroad.predict.replenishment.IntervalModel;
import org.postroad.predict.replenishment.ProductHistories;
import org.postroad.predict.replenishment.ReplenishmentModel;
import org.postroad.predict.replenishment.ReplenishmentTraining;
import org.postroad.predict.replenishment.RepurchaseHistory;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * How often the next order comes within its 80 % interval. At each of five cuts the model is fitted to all orders up to it, and
 * predicts for every customer who ordered by then, however long ago, the next order after it. Coverage is over all next orders
 * that came to the end of the data, from all cuts.
 */
@Component
@Conditional(RehearsalMode.class)
class ReplenishIntervalEvaluation implements Evaluation {

    private static final int[] CUT_WEEKS = {26, 39, 52, 65, 78};
    private static final int DAYS_OF_WEEK = 7;
    private static final double LEAST = .75;
    private static final double MOST = .85;
    private static final double COVERED = .8;
    private static final String ORDER = "order";

    @Override
    public String id() {
        return "replenish-interval";
    }

    @Override
    public Finding run(EvaluationData data) {
        List<OrderDays> customers = OrderDays.grocery(data);
        int first = days(customers).min().orElseThrow();
        int end = days(customers).max().orElseThrow();
        IntervalCoverage model = new IntervalCoverage();
        IntervalCoverage rule = new IntervalCoverage();
        Map<String, Double> byCut = new LinkedHashMap<>();
        for (int weeks : CUT_WEEKS) {
            int cut = first + weeks * DAYS_OF_WEEK;
            List<OrderDays> known =
                    customers.stream().filter(each -> each.hasOrderedBy(cut)).toList();
            IntervalCoverage one = new IntervalCoverage();
            predict(known, cut, end, model, one);
            carryOn(known, cut, rule);
            byCut.put("coverage at week " + weeks, one.coverage());
        }
        Map<String, Double> figure = model.figuresOfAll();
        figure.putAll(byCut);
        return new Finding(
                "80 % interval of the date of a customer's next order, if there is one",
                "grocery-elog, all orders up to weeks 26, 39, 52, 65 and 78, measured on the next order after each",
                figure,
                Map.of(),
                rule.figures(),
                "coverage of 75 to 85 %",
                model.coverage() >= LEAST && model.coverage() <= MOST);
    }

    private static IntStream days(List<OrderDays> customers) {
        return customers.stream().flatMap(each -> each.days().stream()).mapToInt(each -> each);
    }

    private static void predict(
            List<OrderDays> customers, int cut, int end, IntervalCoverage all, IntervalCoverage ofCut) {
        IntervalModel intervals = fit(customers, cut).intervals(ORDER, "", OptionalDouble.empty());
        for (OrderDays customer : customers) {
            RepurchaseHistory history = customer.historyAt(cut);
            DueDate due = intervals.forecast(history);
            long earliest = Math.round(due.earliestDays());
            long latest = Math.round(due.latestDays());
            OptionalInt next = customer.daysToNextAfter(cut);
            next.ifPresent(days -> all.came(days, earliest, latest));
            next.ifPresent(days -> ofCut.came(days, earliest, latest));
            all.isPredictedToReturn(intervals.probabilityWithin(history, end - cut));
            if (cut + latest <= end) {
                boolean within = next.isPresent() && next.getAsInt() >= earliest && next.getAsInt() <= latest;
                all.isOver(within, COVERED * due.probabilityThatItGoesOn());
            }
        }
    }

    private static ReplenishmentModel fit(List<OrderDays> customers, int cut) {
        List<RepurchaseHistory> histories =
                customers.stream().map(each -> each.historyAt(cut)).toList();
        return ReplenishmentTraining.fit(
                () -> Stream.of(new ProductHistories(ORDER, "", OptionalDouble.empty(), histories)));
    }

    /** The simplest rule: the next order comes as long after the last as 80 % of all intervals so far were long. */
    private static void carryOn(List<OrderDays> customers, int cut, IntervalCoverage coverage) {
        int[] intervals = customers.stream()
                .flatMapToInt(each -> Arrays.stream(each.intervalsUntil(cut)))
                .sorted()
                .toArray();
        for (OrderDays customer : customers) {
            long silence = Math.round(customer.historyAt(cut).silence());
            customer.daysToNextAfter(cut)
                    .ifPresent(days -> coverage.came(
                            days,
                            intervals[intervals.length / 10] - silence,
                            intervals[intervals.length * 9 / 10] - silence));
        }
    }
}
