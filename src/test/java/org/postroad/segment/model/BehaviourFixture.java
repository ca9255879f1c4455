package org.postroad.segment.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Customers of a made-up shop. */
final class BehaviourFixture {

    private BehaviourFixture() {}

    static Behaviour aCustomer(double recencyDays, double orders, double revenue) {
        return new Behaviour(recencyDays, recencyDays + 200, orders, revenue, orders, Double.NaN, Double.NaN);
    }

    /** So many of each: regulars, newcomers and lapsed customers, in this order. */
    static List<Behaviour> threeKinds(int each, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Behaviour> customers = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            customers.add(aCustomer(random.nextDouble(1, 20), random.nextInt(10, 20), random.nextDouble(900, 2_000)));
            customers.add(aCustomer(random.nextDouble(1, 20), 1, random.nextDouble(20, 40)));
            customers.add(aCustomer(random.nextDouble(250, 400), random.nextInt(2, 4), random.nextDouble(80, 140)));
        }
        return customers;
    }
}
