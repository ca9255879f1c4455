package org.postroad.evaluate.effect;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * IPS, SNIPS and DR written down a second time, from their formulas and without the product's classes, to compare with. Each is
 * a value with its standard error, clustered by customer.
 */
record PlainEstimates(OpenBandit log, double[][] shares, double[][] expected) {

    Map<String, double[]> all() {
        return Map.of("IPS", ips(), "SNIPS", snips(), "DR", mean(this::drTerm));
    }

    private double weight(int row) {
        return shares[log.position()[row]][log.item()[row]] / log.propensity()[row];
    }

    private double[] ips() {
        return mean(row -> weight(row) * log.click()[row]);
    }

    private double[] snips() {
        double weights = rows().mapToDouble(this::weight).sum();
        double value = rows().mapToDouble(row -> weight(row) * log.click()[row]).sum() / weights;
        return new double[] {
            value, clusteredError(row -> weight(row) * (log.click()[row] - value)) * log.click().length / weights
        };
    }

    private double drTerm(int row) {
        double[] share = shares[log.position()[row]];
        double predicted = IntStream.range(0, share.length)
                .mapToDouble(item -> share[item] * expected[row][item])
                .sum();
        return predicted + weight(row) * (log.click()[row] - expected[row][log.item()[row]]);
    }

    private double[] mean(IntToDoubleFunction term) {
        double mean = rows().mapToDouble(term).sum() / log.click().length;
        return new double[] {mean, clusteredError(row -> term.applyAsDouble(row) - mean)};
    }

    private double clusteredError(IntToDoubleFunction residual) {
        Map<Integer, Double> byCustomer = new TreeMap<>();
        rows().forEach(row -> byCustomer.merge(log.customer()[row], residual.applyAsDouble(row), Double::sum));
        double customers = byCustomer.size();
        double squares =
                byCustomer.values().stream().mapToDouble(sum -> sum * sum).sum();
        return Math.sqrt(squares * customers / (customers - 1)) / log.click().length;
    }

    private IntStream rows() {
        return IntStream.range(0, log.click().length);
    }
}
