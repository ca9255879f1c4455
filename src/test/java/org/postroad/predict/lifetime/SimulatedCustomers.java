package org.postroad.predict.lifetime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomDataGenerator;

/** Customers who buy till they are lost, made by the process that the models assume; times are rounded to days. */
final class SimulatedCustomers {

    private final RepeatPurchaseModel model;
    private final RandomDataGenerator random;

    SimulatedCustomers(RepeatPurchaseModel model, long seed) {
        this.model = model;
        this.random = new RandomDataGenerator(seed);
    }

    /** So many, whose first purchase is on day 0 and who are watched until a day. */
    List<CustomerPurchases> until(int customers, int day) {
        return IntStream.range(0, customers)
                .mapToObj(i -> CustomerPurchases.of(times(day).stream()
                        .mapToInt(time -> (int) Math.ceil(time))
                        .toArray()))
                .toList();
    }

    private List<Double> times(double end) {
        double rate = random.nextGamma(model.r(), 1 / model.alpha());
        double dropout = random.nextBeta(model.a(), model.b());
        List<Double> times = new ArrayList<>(List.of(0.0));
        boolean first = model.dropout() == DropoutRule.AFTER_REPEATS;
        double time = 0;
        while (first || random.nextUniform(0, 1) >= dropout) {
            first = false;
            time += random.nextGamma(model.regularity(), 1 / rate);
            if (!(time <= end)) {
                return times;
            }
            times.add(time);
        }
        return times;
    }
}
