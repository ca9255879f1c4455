package org.postroad.segment.model;

/** What customers are compared by to find who is like others. Missing values are NaN. */
final class LookalikeFeatures {

    private LookalikeFeatures() {}

    static double[] of(Behaviour one) {
        double orders = Math.max(1, one.orders());
        return new double[] {
            Math.log1p(one.recencyDays()),
            Math.log1p(one.tenureDays()),
            Math.log1p(one.orders()),
            Math.log1p((one.tenureDays() - one.recencyDays()) / orders),
            Math.log1p(one.products()),
            Math.log1p(one.products() / orders),
            Math.log1p(one.revenue()),
            Math.log1p(one.revenue() / orders),
            one.discountShare(),
            one.clickShare()
        };
    }

    static float[] floats(Behaviour one) {
        double[] values = of(one);
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
